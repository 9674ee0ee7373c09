"""`quizapp show`: one card, whole."""

from typing import TYPE_CHECKING, Any

import click

from quizapp.cli import clock
from quizapp.cli.completion import complete_card
from quizapp.cli.epilog import epilog
from quizapp.cli.opening import opened
from quizapp.cli.output import say, say_json
from quizapp.cli.shorter import shorter
from quizapp.cli.states import state_as_data
from quizapp.errors import UsageError
from quizapp.i18n import F_, _
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
        ("quizapp show conv-params --variant 7", "a computed question with the numbers that 7 draws"),
        ("quizapp show definition --json", "all languages, for a program"),
        json="an object with id, deck, topic, kind, tags, state, leech, due, interval (days), easiness, repetitions, "
        "lapses, and faces: language to the text (prompt, title, explanation and what the kind has), file and line. "
        "A computed question has also variant: seed, drawn, prompt and steps by language, answer, allowance, unit, and "
        'mistakes: id to value, says by language, and live (it differs from the answer). 1/3 is {"fraction": "1/3"}.',
    ),
)
@click.argument("card", shell_complete=complete_card)
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the card; yours, where it is not said.")
@click.option("--variant", type=click.IntRange(min=0), help="Numbers of a computed question; 1, where it is not said.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def show(card: str, lang: Language | None, variant: int | None, as_json: bool) -> None:
    """Show one card: what it asks, its answer, where it stands.

    CARD is an id as `quizapp list` shows it.
    """
    from quizapp.study.marking import meant

    with opened() as desk:
        found = desk.collection.card(meant(desk.collection, card))
        if found is None:
            raise UsageError(F_("there is no card `{card}`", card=card), F_("`quizapp list` shows them all"))
        if variant is not None and found.kind != "check":
            what = F_("`{card}` is no computed question", card=found.id)
            raise UsageError(what, F_("`quizapp list kind:check` shows those"))
        seed = 1 if variant is None else variant
        if as_json:
            say_json(_as_data(desk, found, seed))
        else:
            _say(desk, found, lang or desk.settings.language, seed)


def _as_data(desk: "Desk", card: "Card", seed: int) -> dict[str, Any]:
    today = desk.pen.day(clock.now())
    return {
        "id": card.id,
        "deck": card.deck,
        "topic": card.topic,
        "kind": card.kind,
        "tags": list(card.tags),
        **state_as_data(desk.collection.standing(card.id), today),
        "faces": {
            language: {
                **face.model_dump(mode="json", exclude={"kind", "line", "positions"}),
                **card.places[language].model_dump(),
            }
            for language, face in card.faces.items()
        },
        **({"variant": _variant(card, seed)} if card.kind == "check" else {}),
    }


def _variant(card: "Card", seed: int) -> dict[str, Any]:
    from quizapp.cli.showing_variant import variant_as_data

    return variant_as_data(card, seed)


def _say(desk: "Desk", card: "Card", language: Language, seed: int) -> None:
    from quizapp.study.states import state_in_words

    place = card.place(language)
    standing = desk.collection.standing(card.id)
    facts = {
        _("id"): card.id,
        _("deck"): card.deck,
        _("kind"): card.kind,
        _("tags"): ", ".join(card.tags),
        _("variant"): str(seed) if card.kind == "check" else "",
        _("state"): state_in_words(standing, desk.pen.day(clock.now())),
        _("file"): f"{shorter(place.file)}:{place.line}",
        _("covers"): f"{shorter(place.covers.file)}:{place.covers.line}" if place.covers else "",
    }
    for name, value in facts.items():
        if value:
            say("".join(labelled(name, value)))
    say()
    say(_whole(card, language, seed))


def _whole(card: "Card", language: Language, seed: int) -> str:
    from quizapp.cli.plain.page import page_width, whole

    if card.kind == "check":
        from quizapp.cli.showing_variant import variant_in_words

        return variant_in_words(card, seed, language, page_width())
    return whole(card.face(language), page_width())
