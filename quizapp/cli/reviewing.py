"""`quizapp review`."""

import gc
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import click

from quizapp.cli import clock
from quizapp.cli.completion import complete_deck, complete_tag
from quizapp.cli.days import DAY
from quizapp.cli.decks import meant_decks
from quizapp.cli.epilog import epilog
from quizapp.cli.interface import need_terminal
from quizapp.cli.merging import in_step
from quizapp.cli.opening import opened, read_cards
from quizapp.cli.output import asks_a_person, tell
from quizapp.errors import QuizappError, UsageError
from quizapp.i18n import F_, _, ngettext, use
from quizapp.paths import places

if TYPE_CHECKING:
    from datetime import date

    from quizapp.store.waiting.known import Known
    from quizapp.study.opening import Desk
    from quizapp.study.sessions.first_card import FirstCard
    from quizapp.study.sessions.scope import Scope
    from quizapp.study.starting import Start


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
@click.option(
    "--tag",
    "tags",
    multiple=True,
    metavar="T",
    shell_complete=complete_tag,
    help="Only cards with this tag; may be repeated.",
)
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
    from quizapp.study.sessions.scope import Scope

    asked = partial(Scope, tags=tags, limit=limit, cram=cram, due_after=due_after)
    if plain:
        with opened() as desk:
            _review_plainly(desk, _scope(desk, asked, decks))
        return
    need_terminal(F_("add --plain to review line by line"))
    gc.disable()  # as in `interface`
    from quizapp.study.starting import starting

    with starting(places(), clock.now()) as start:
        use(start.settings.interface)
        first = _first_card(start, asked, decks)
        if first is None:
            start.take(desk := start.desk or start.open(clock.now()))
            read_cards(desk)
            scope = _scope(desk, asked, decks)
        else:
            scope = first.scope
        _tell_faults(start.known)
        from quizapp.tui.running import run

        run(start, scope, clock.now, first)


def _scope(desk: "Desk", asked: "Callable[..., Scope]", decks: Sequence[str]) -> "Scope":
    """What is asked for. Raises UsageError where there is no such deck or tag."""
    scope = asked(meant_decks(desk.collection.decks(), decks))
    _refuse_unknown_tags(desk, scope.tags)
    return scope


def _first_card(start: "Start", asked: "Callable[..., Scope]", decks: Sequence[str]) -> "FirstCard | None":
    """The card to begin with, if it can be said at a glance."""
    from quizapp.study.sessions.first_card import first_card

    if start.look is None:
        return None
    with suppress(QuizappError):  # it is told once the card files are read
        return first_card(start.look, start.settings, asked(meant_decks(start.look.decks(), decks)), clock.now())
    return None


def _review_plainly(desk: "Desk", scope: "Scope") -> None:
    from quizapp.cli.plain.console import Console
    from quizapp.cli.plain.review import PlainReview

    _tell_faults(desk.collection)
    if asks_a_person():
        tell(_(":? tells the commands, :q ends."))
    with in_step(desk):
        PlainReview(desk, scope, Console(), clock.now).run()


def _refuse_unknown_tags(desk: "Desk", tags: Sequence[str]) -> None:
    known = desk.collection.tags() if tags else []
    for tag in tags:
        if tag not in known:
            mend = F_("choose one of {choices}", choices=", ".join(known)) if known else ""
            raise UsageError(F_("no card has the tag `{tag}`", tag=tag), mend)


def _tell_faults(known: "Known") -> None:
    if faults := known.fault_count():
        text = ngettext(
            "{n} fault in your card files; `quizapp check` shows it",
            "{n} faults in your card files; `quizapp check` shows them",
            faults,
        )
        tell(text.format(n=faults))
