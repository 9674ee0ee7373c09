"""`quizapp review`, and the interface without a verb."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from quizapp.cli import clock
from quizapp.cli.completion import complete_deck
from quizapp.cli.days import DAY
from quizapp.cli.decks import meant_decks
from quizapp.cli.epilog import epilog
from quizapp.cli.merging import in_step
from quizapp.cli.opening import opened
from quizapp.cli.output import asks_a_person, on_terminal, tell
from quizapp.errors import UsageError
from quizapp.i18n import _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from quizapp.study.opening import Desk


@click.command(
    short_help="Review what waits today.",
    epilog=epilog(
        ("quizapp review", "what waits today"),
        ("quizapp review 06 sampling", "of deck 06, and of the one with `sampling` in its name"),
        ("quizapp review --plain --limit 5", "five cards, line by line"),
        ("quizapp review 感受野 --cram", "practise a whole deck; the schedule stays as it is"),
    ),
)
@click.argument("decks", nargs=-1, metavar="[DECK]...", shell_complete=complete_deck)
@click.option("--plain", is_flag=True, help="Line by line, without a full screen: for screen readers and pipes.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most N cards.")
@click.option("--tag", "tags", multiple=True, metavar="T", help="Only cards with this tag; may be repeated.")
@click.option("--cram", is_flag=True, help="Practise all cards, due or not, and leave the schedule alone.")
@click.option(
    "--due-after", type=DAY, metavar="DAY", help="Practise what comes only after a day, the least known first."
)
def review(
    decks: tuple[str, ...],
    plain: bool,
    limit: int | None,
    tags: tuple[str, ...],
    cram: bool,
    due_after: "date | None",
) -> None:
    """Review what waits today, straight away.

    A DECK is its number, its folder's name, its title in either language, or any part of them.
    """
    if not plain:
        _need_terminal("add --plain to review line by line")
    with opened() as desk:
        from quizapp.study.session import Scope

        meant = meant_decks(desk.collection.decks(), decks)
        scope = Scope(meant, _known_tags(desk, tags), limit, cram, due_after)
        _tell_faults(desk)
        if plain:
            from quizapp.cli.plain.console import Console
            from quizapp.cli.plain.review import PlainReview

            if asks_a_person():
                tell(_(":? tells the commands, :q ends."))
            with in_step(desk):
                PlainReview(desk, scope, Console(), clock.now).run()
        else:
            from quizapp.tui.app import run

            run(desk, scope, clock.now)


def open_interface() -> None:
    """The interface, at home. Raises UsageError where there is no terminal."""
    _need_terminal("`quizapp --help` lists what works without one")
    show_interface()


def show_interface() -> None:
    """The interface, at home, on whatever it is drawn on. Raises QuizappError."""
    with opened(read=False) as desk:
        from quizapp.tui.app import run

        run(desk, None, clock.now)


def _need_terminal(hint: str) -> None:
    if not on_terminal():
        raise UsageError("the interface needs a terminal", hint)


def _known_tags(desk: "Desk", tags: Sequence[str]) -> tuple[str, ...]:
    known = desk.collection.tags() if tags else []
    for tag in tags:
        if tag not in known:
            raise UsageError(f"no card has the tag `{tag}`", f"choose one of {', '.join(known)}" if known else "")
    return tuple(tags)


def _tell_faults(desk: "Desk") -> None:
    faults = sum(not fault.note for fault in desk.collection.faults())
    if faults:
        text = ngettext(
            "{n} fault in your card files; `quizapp check` shows it",
            "{n} faults in your card files; `quizapp check` shows them",
            faults,
        )
        tell(text.format(n=faults))
