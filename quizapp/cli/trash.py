"""`quizapp trash`: what was thrown away, brought back or removed for good."""

from typing import TYPE_CHECKING

import click

from quizapp.cli import clock
from quizapp.cli.epilog import epilog
from quizapp.cli.opening import opened
from quizapp.cli.output import agreed, say_json, tell
from quizapp.errors import UsageError
from quizapp.i18n import F_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.study.editing.trash import Thrown
    from quizapp.study.opening import Desk


@click.command(
    short_help="Show the trash, bring cards back, or empty it.",
    epilog=epilog(
        ("quizapp trash", "what was thrown away, latest first"),
        ("quizapp trash --last", "brings the latest back"),
        ("quizapp trash --restore 20260304T090000-1", "brings that back, by its name"),
        ("quizapp trash --empty", "asks, then removes all of it for good"),
        json="an array of objects, latest first, each with name, at (when) and titles (of the cards).",
    ),
)
@click.option("--restore", "name", metavar="NAME", help="Bring back what was thrown away under this name.")
@click.option("--last", is_flag=True, help="Bring back what was thrown away last.")
@click.option("--empty", "emptied", is_flag=True, help="Remove all of it for good; asks first.")
@click.option("--yes", is_flag=True, help="Do not ask first.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def trash(name: str | None, last: bool, emptied: bool, yes: bool, as_json: bool) -> None:
    """Show what was thrown away, latest first, each time under a name of its own."""
    from quizapp.study.editing.trash import in_trash

    if (name is not None) + last + emptied > 1:
        raise UsageError(F_("these cannot be done together"), F_("use one of --restore, --last and --empty"))
    with opened() as desk:
        if emptied:
            _empty(desk, yes)
        elif last or name is not None:
            _restore(desk, name)
        else:
            _show(list(in_trash(desk)), as_json)


def _show(found: "Sequence[Thrown]", as_json: bool) -> None:
    from quizapp.cli.table import say_table

    if as_json:
        say_json([{"name": thrown.name, "at": thrown.at, "titles": list(thrown.titles)} for thrown in found])
    elif not found:
        tell(_("the trash is empty"))
    else:
        rows = [
            (thrown.name, f"{thrown.at.astimezone():%Y-%m-%d %H:%M}", _(", ").join(thrown.titles)) for thrown in found
        ]
        say_table((_("name"), _("when"), _("cards")), rows)


def _restore(desk: "Desk", name: str | None) -> None:
    from quizapp.study.editing.trash import in_trash, put_back

    found = {thrown.name: thrown for thrown in in_trash(desk)}
    if not found:
        raise UsageError(F_("the trash is empty"), F_("there is nothing to bring back"))
    chosen = next(iter(found)) if name is None else name
    put_back(desk, chosen, clock.now())
    for title in found[chosen].titles:
        tell(_("brought back: {title}").format(title=title))


def _empty(desk: "Desk", yes: bool) -> None:
    from quizapp.study.editing.trash import empty, in_trash

    found = list(in_trash(desk))
    count = sum(len(thrown.titles) for thrown in found)
    if not found:
        tell(_("the trash is empty"))
    elif agreed(ngettext("Remove {n} card for good?", "Remove {n} cards for good?", count).format(n=count), yes):
        empty(desk)
        tell(ngettext("removed {n} card for good", "removed {n} cards for good", count).format(n=count))
    else:
        tell(_("left as it was"))
