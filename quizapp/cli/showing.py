"""`quizapp show`: one card, whole."""

from typing import TYPE_CHECKING, Any

import click

from quizapp.cli import clock
from quizapp.cli.completion import complete_card
from quizapp.cli.epilog import epilog
from quizapp.cli.opening import opened
from quizapp.cli.output import say, say_json
from quizapp.cli.shorter import shorter
from quizapp.cli.states import state_as_data, state_in_words
from quizapp.errors import UsageError
from quizapp.i18n import _
from quizapp.language import LANGUAGES, Language
from quizapp.wording import labelled

if TYPE_CHECKING:
    from quizapp.cards.models import Card
    from quizapp.study.opening import Desk


@click.command(
    short_help="Show one card, whole.",
    epilog=epilog(
        ("quizapp show receptive-field/definition", "a card, by its whole id"),
        ("quizapp show definition --lang zh", "by the part after the slash, where only one card has it; in Chinese"),
        ("quizapp show definition --json", "all languages, for a program"),
        json="an object with id, deck, topic, kind, tags, state, leech, due, interval (days), easiness, repetitions, "
        "lapses, and faces: language to the text (prompt, title, explanation and what the kind has), file and line.",
    ),
)
@click.argument("card", shell_complete=complete_card)
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the card; yours, where it is not said.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def show(card: str, lang: Language | None, as_json: bool) -> None:
    """Show one card: what it asks, its answer, where it stands.

    CARD is an id as `quizapp list` shows it.
    """
    from quizapp.study.marking import meant

    with opened() as desk:
        found = desk.collection.card(meant(desk.collection, card))
        if found is None:
            raise UsageError(f"there is no card `{card}`", "`quizapp list` shows them all")
        if as_json:
            say_json(_as_data(desk, found))
        else:
            _say(desk, found, lang or desk.settings.language)


def _as_data(desk: "Desk", card: "Card") -> dict[str, Any]:
    today = desk.pen.day(clock.now())
    return {
        "id": card.id,
        "deck": card.deck,
        "topic": card.topic,
        "kind": card.kind,
        "tags": list(card.tags),
        **state_as_data(desk.collection.standing(card.id), card.kind, today),
        "faces": {
            language: {**face.model_dump(mode="json", exclude={"kind", "line"}), **card.places[language].model_dump()}
            for language, face in card.faces.items()
        },
    }


def _say(desk: "Desk", card: "Card", language: Language) -> None:
    from quizapp.cli.plain_page import page_width, whole

    place = card.place(language)
    standing = desk.collection.standing(card.id)
    facts = {
        _("id"): card.id,
        _("deck"): card.deck,
        _("kind"): card.kind,
        _("tags"): ", ".join(card.tags),
        _("state"): state_in_words(standing, card.kind, desk.pen.day(clock.now())),
        _("file"): f"{shorter(place.file)}:{place.line}",
    }
    for name, value in facts.items():
        if value:
            say("".join(labelled(name, value)))
    say()
    say(whole(card.face(language), page_width()))
