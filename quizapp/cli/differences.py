"""`quizapp diff`: where bundled texts have changed since the learner made copies of them."""

from collections.abc import Iterator
from difflib import unified_diff
from typing import TYPE_CHECKING, Any

import click

from quizapp.cli.completion import complete_card
from quizapp.cli.epilog import epilog
from quizapp.cli.opening import opened
from quizapp.cli.output import say_json, tell
from quizapp.i18n import F_, _
from quizapp.visible import one_line, visible

if TYPE_CHECKING:
    from quizapp.cards.models import Card
    from quizapp.study.editing.own_copy import Compared
    from quizapp.study.opening import Desk

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


@click.command(
    "diff",
    short_help="Show where bundled texts changed under your copies.",
    epilog=epilog(
        ("quizapp diff", "of every card that you have a copy of"),
        ("quizapp diff receptive-field/definition --all", "how your text differs from it as well"),
        ("quizapp diff --seen", "from now on only what changes after this"),
        json="an array of objects, one a card and language: card, language, changed (the bundled text is another since "
        "you copied it), own, bundled and base, the bundled text as it was then; empty where there is none.",
    ),
)
@click.argument("cards", nargs=-1, metavar="[CARD]...", shell_complete=complete_card)
@click.option("--all", "everything", is_flag=True, help="Also how your texts differ from the bundled ones.")
@click.option("--seen", "seen_now", is_flag=True, help="Take the bundled texts as they are now for known.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def differences(cards: tuple[str, ...], everything: bool, seen_now: bool, as_json: bool) -> None:
    """Show how bundled cards have changed since you made copies of them: `-` what was, `+` what is.

    Your copies hold meanwhile; take over from the bundled text what you like with `quizapp edit`.
    """
    from quizapp.study.editing.own_copy import compared, seen
    from quizapp.study.editing.pages import Pages
    from quizapp.study.editing.shelf import Shelf

    with opened() as desk:
        shelf = Shelf(desk, Pages())
        copies = list(_copies(desk, cards))
        found = [one for card in copies for one in compared(shelf, card)]
        if as_json:
            say_json([_as_data(one) for one in found])
        elif not _show(found, everything):
            tell(_("no bundled text has changed since you copied it"))
        if seen_now:
            for card in copies:
                seen(shelf, card)
            shelf.pages.write()


def _copies(desk: "Desk", names: tuple[str, ...]) -> Iterator["Card"]:
    """The learner's own copies: all of them, or those named; a reverse side stands for its card."""
    from datetime import date

    from quizapp.cards.backwards import BACKWARDS
    from quizapp.errors import UsageError
    from quizapp.store.searching.wanted import Order
    from quizapp.study.marking import all_meant
    from quizapp.study.searching.search import parse

    ids = all_meant(desk.collection, names) or desk.collection.find(parse("is:edited"), Order(), date.min)
    for id_ in dict.fromkeys(id_.removesuffix(BACKWARDS) for id_ in ids):
        card = desk.collection.card(id_)
        if card is not None and card.edited:
            yield card
        elif names and card is not None:
            what = F_("`{card}` covers no bundled card", card=id_)
            raise UsageError(what, F_("`quizapp list is:edited` shows which do"))


def _show(found: "list[Compared]", everything: bool) -> bool:
    """Prints what differs. False if nothing does."""
    texts = [
        (_("{card} ({language}): the bundled text, when you copied it"), _("the bundled text now"), one, one.base)
        for one in found
        if one.changed
    ]
    shown = False
    for before, after, one, base in texts:
        name = before.format(card=one.card, language=one.language)
        shown = _say_difference(name, after, base, one.bundled) or shown
        if everything:
            _say_difference(_("the bundled text now"), _("your text"), one.bundled, one.own)
    for one in found if everything else ():
        if not one.changed:
            name = _("{card} ({language}): the bundled text").format(card=one.card, language=one.language)
            shown = _say_difference(name, _("your text"), one.bundled, one.own) or shown
    return shown


def _say_difference(before: str, after: str, old: str, new: str) -> bool:
    lines = list(unified_diff(old.splitlines(), new.splitlines(), one_line(before), one_line(after), lineterm=""))
    for line in lines:
        click.secho(visible(line), fg=_COLOURS.get(line[:1]), bold=line.startswith(("---", "+++")))
    return bool(lines)


def _as_data(one: "Compared") -> dict[str, Any]:
    return {
        "card": one.card,
        "language": one.language,
        "changed": one.changed,
        "own": one.own,
        "bundled": one.bundled,
        "base": one.base,
    }
