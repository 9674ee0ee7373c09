"""`quizapp suspend`, `resume`, `bury` and `reset`: what the learner decides about cards."""

from collections.abc import Callable

import click

from quizapp.cli import clock
from quizapp.cli.completion import complete_card
from quizapp.cli.epilog import epilog
from quizapp.cli.opening import opened
from quizapp.cli.output import agreed, tell
from quizapp.i18n import _, ngettext
from quizapp.wording import N_

_CARDS = click.argument("cards", nargs=-1, required=True, metavar="CARD...", shell_complete=complete_card)

_DONE = {
    "suspend": N_("suspended: {card}"),
    "resume": N_("comes again: {card}"),
    "bury": N_("waits until tomorrow: {card}"),
    "reset": N_("new again: {card}"),
}
_SO_ALREADY = N_("nothing to change: {card}")


@click.command(
    short_help="Let cards come no more.",
    epilog=epilog(
        ("quizapp suspend receptive-field/definition", "this card"),
        ("quizapp suspend definition jump", "two, by the part after the slash"),
    ),
)
@_CARDS
def suspend(cards: tuple[str, ...]) -> None:
    """Suspend cards: they do not come any more, until they are resumed."""
    _mark(cards, "suspend")


@click.command(
    short_help="Let cards come again.", epilog=epilog(("quizapp resume receptive-field/definition", "it comes again"))
)
@_CARDS
def resume(cards: tuple[str, ...]) -> None:
    """Let suspended or buried cards come again."""
    _mark(cards, "resume")


@click.command(
    short_help="Put cards off until tomorrow.", epilog=epilog(("quizapp bury receptive-field/definition", "not today"))
)
@_CARDS
def bury(cards: tuple[str, ...]) -> None:
    """Put cards off until tomorrow."""
    _mark(cards, "bury")


@click.command(
    short_help="Make cards new again.",
    epilog=epilog(
        ("quizapp reset receptive-field/definition", "asks, then forgets its schedule"),
        ("quizapp reset definition jump --yes", "does not ask"),
    ),
)
@_CARDS
@click.option("--yes", is_flag=True, help="Do not ask first.")
def reset(cards: tuple[str, ...], yes: bool) -> None:
    """Make cards new again; what was answered so far stays in the log."""
    _mark(cards, "reset", lambda ids: agreed(_question(ids), yes))


def _question(ids: list[str]) -> str:
    text = ngettext("Make {cards} new again?", "Make {n} cards new again ({cards})?", len(ids))
    return text.format(n=len(ids), cards=", ".join(ids))


def _mark(cards: tuple[str, ...], what: str, may: Callable[[list[str]], bool] | None = None) -> None:
    from quizapp.scheduling.log import What
    from quizapp.study.marking import all_meant, mark

    with opened() as desk:
        ids = all_meant(desk.collection, cards)
        if may is not None and not may(ids):
            tell(_("left as it was"))
            return
        changed = {row.entry.card for row in mark(desk.collection, desk.pen, ids, What(what), clock.now())}
        for id_ in ids:
            tell(_(_DONE[what] if id_ in changed else _SO_ALREADY).format(card=id_))
