"""`quizapp list`: searching cards."""

from typing import TYPE_CHECKING, Any

import click

from quizapp.cli import clock
from quizapp.cli.epilog import epilog
from quizapp.cli.opening import opened
from quizapp.cli.output import say_json, tell
from quizapp.cli.states import state_as_data
from quizapp.cli.table import say_table
from quizapp.errors import UsageError
from quizapp.i18n import F_, _
from quizapp.wording import cards

if TYPE_CHECKING:
    from datetime import date

    from quizapp.language import Language
    from quizapp.store.values import Listed

KEYS = (
    "an array of cards, each with id, deck, topic, kind, tags, titles (by language), state (new, due, later, buried, "
    "suspended), leech, due, interval (days), easiness, repetitions and lapses."
)


# A leading minus negates a word of the query, so what is no option of ours is left among the words.
@click.command(
    "list",
    short_help="Search cards.",
    context_settings={"ignore_unknown_options": True},
    epilog=epilog(
        ("quizapp list", "every card"),
        ("quizapp list receptive field", "cards in which both words stand"),
        ("quizapp list is:due deck:07 -kind:typed", "due, in deck 07, nothing to be typed"),
        ("quizapp list deck:=vision", "in the deck of that name, not in others whose names hold it"),
        ("quizapp list is:leech --json", "for a program"),
        json=KEYS,
    ),
)
@click.argument("query", nargs=-1, type=click.UNPROCESSED)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def list_cards(query: tuple[str, ...], as_json: bool) -> None:
    """List the cards that match a search.

    A QUERY is words, which must all be found, and fields: deck: topic: tag: kind: id: and is: with
    new, due, suspended, buried, leech or edited (your own copy of a card). A minus before a word negates it,
    quotes hold words together. deck: looks in a deck's titles too; deck:= takes the whole name or title, and so do
    tag:= and the others.
    """
    from quizapp.store.searching.wanted import Order
    from quizapp.study.searching.nowhere import nowhere, what_there_is
    from quizapp.study.searching.search import parse

    if unknown := [word for word in query if word.startswith("--")]:
        mend = F_("`{command} --help` shows how", command="quizapp list")
        raise UsageError(F_("no such option: {option}", option=unknown[0]), mend)
    with opened() as desk:
        today = desk.pen.day(clock.now())
        asked = parse(" ".join(query))
        found = desk.collection.listed(desk.collection.find(asked, Order(), today))
        for missing in [] if found else nowhere(desk.collection, asked):
            tell(what_there_is(missing))
        if as_json:
            say_json([as_data(card, today) for card in found])
            return
        _say(found, today, desk.settings.language)


def as_data(card: "Listed", today: "date") -> dict[str, Any]:
    """A card as JSON has it: the keys are those of KEYS."""
    return {
        "id": card.id,
        "deck": card.deck,
        "topic": card.topic,
        "kind": card.kind,
        "tags": list(card.tags),
        "titles": dict(card.titles),
        **state_as_data(card.standing, today),
    }


def _say(found: "list[Listed]", today: "date", language: "Language") -> None:
    if found:
        head = [_("id"), _("kind"), _("due"), _("state"), _("title")]
        say_table(head, [_row(card, today, language) for card in found])
    tell(cards(len(found)))


def _row(card: "Listed", today: "date", language: "Language") -> list[str]:
    from quizapp.language import in_language
    from quizapp.study.states import WORDS, state_of

    due = card.standing.memory.due if card.standing else None
    state = _(WORDS[state_of(card.standing, today)])
    leech = [_("leech")] if card.standing and card.standing.leech else []
    shown = _(", ").join([state, *leech])
    return [card.id, card.kind, due.isoformat() if due else "", shown, in_language(card.titles, language)]
