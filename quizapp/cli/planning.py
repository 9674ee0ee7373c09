"""`quizapp plan`: a day in view, and what it takes until then."""

from typing import TYPE_CHECKING

import click

from quizapp.cli import clock
from quizapp.cli.completion import complete_deck
from quizapp.cli.days import DAY
from quizapp.cli.decks import meant_decks
from quizapp.cli.epilog import epilog
from quizapp.cli.opening import opened
from quizapp.cli.output import say_json, tell
from quizapp.cli.sections import say_section
from quizapp.errors import UsageError
from quizapp.i18n import F_, _

if TYPE_CHECKING:
    from datetime import date

    from quizapp.study.opening import Desk

KEYS = (
    "an object with by, decks, cards, unseen, begun (new today), pace (new cards for today), enough (as many as it "
    "takes), most, left_out, days (each with day, new, reviews and held_back, as expected), chance and without (0 to "
    "1, on the day), seconds (a card), is_kept and kept (since, planned, begun, a_day; or null)."
)


@click.command(
    "plan",
    short_help="Plan for a day, such as that of the interview.",
    epilog=epilog(
        ("quizapp plan 2027-01-15", "what it takes to have seen and repeated everything"),
        ("quizapp plan 2027-01-15 06 07 --keep", "two decks, and new cards follow it from now on"),
        ("quizapp plan", "how the kept plan stands"),
        ("quizapp review --due-after 2027-01-15", "in the last days: practise what comes too late"),
        ("quizapp plan --drop", "new cards come as usual again"),
        json=KEYS,
    ),
)
@click.argument("day", required=False, type=DAY)
@click.argument("decks", nargs=-1, metavar="[DECK]...", shell_complete=complete_deck)
@click.option("--most", type=click.IntRange(min=1), metavar="N", help="At most N new cards a day.")
@click.option("--keep", is_flag=True, help="Let new cards a day follow the plan.")
@click.option("--drop", is_flag=True, help="Forget the plan that is kept.")
@click.option("--explain", is_flag=True, help="Tell how it is reckoned.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def plan(
    day: "date | None",
    decks: tuple[str, ...],
    most: int | None,
    keep: bool,
    drop: bool,
    explain: bool,
    as_json: bool,
) -> None:
    """Plan for a day: new cards a day, so that every card is seen and repeated before it.

    A DECK is one by its number, or by a part of its name; all decks are meant where none is named. Without a DAY the
    plan that is kept is told, as the days and cards that are left make it.
    """
    if drop and (day or keep):
        raise UsageError(F_("a plan is kept or dropped, not both"), F_("leave one of them out"))
    from quizapp.study.planning import keeping

    with opened() as desk:
        if drop:
            dropped = keeping.drop(desk)
            tell(_("The plan is dropped: new cards come as usual.") if dropped else _("No plan was kept."))
            return
        if keep and day is None:
            raise UsageError(F_("--keep needs a day"), F_("name it, as in `quizapp plan 2027-01-15 --keep`"))
        chosen = meant_decks(desk.collection.decks(), decks)
        if day is None:
            day, chosen = _kept(desk)
        _tell(desk, day, chosen, most, keep, explain, as_json)


def _tell(
    desk: "Desk", day: "date", decks: tuple[str, ...], most: int | None, keep: bool, explain: bool, as_json: bool
) -> None:
    from dataclasses import asdict

    from quizapp.report.names import names
    from quizapp.report.sections.planned import planned
    from quizapp.study.planning import keeping
    from quizapp.study.planning import plan as planning

    today = desk.pen.day(clock.now())
    keeping.to_come(day, today)
    if keep:
        keeping.keep(desk, today, day, decks, most)
    found = planning.plan(desk.collection, desk.settings, today, day, decks, most)
    if as_json:
        say_json(asdict(found))
    else:
        say_section(planned(found, desk.settings, names(desk.collection, [], desk.settings.language)), explain)


def _kept(desk: "Desk") -> "tuple[date, tuple[str, ...]]":
    day = desk.settings.interview
    if day is None:
        raise UsageError(F_("there is no day in view"), F_("name one, as in `quizapp plan 2027-01-15`"))
    if day < desk.pen.day(clock.now()):
        what = F_("the plan for {day} is over", day=day)
        raise UsageError(what, F_("name another day, or forget it: `quizapp plan --drop`"))
    return day, desk.settings.interview_decks
