"""`quizapp due`: what waits today, for prompts, status bars and cron."""

from datetime import date
from typing import NamedTuple

import click

from quizapp.cli import clock
from quizapp.cli.epilog import epilog
from quizapp.cli.opening import opened
from quizapp.cli.output import say, say_json
from quizapp.i18n import _, use
from quizapp.paths import places


class Today(NamedTuple):
    """What waits on a day, and the next day on which something will."""

    due: int
    new: int
    day: date
    next_due: date | None


@click.command(
    short_help="Tell how many cards wait today.",
    epilog=epilog(
        ("quizapp due", "18 due, 10 new"),
        ("quizapp due --json | jq .due", "the number alone"),
        json="an object with due and new (numbers of cards), day, and next_due (the next day with cards, or null).",
    ),
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def due(as_json: bool) -> None:
    """Tell how many cards wait today.

    It counts what quizapp knew when it last read your files, and reads them itself only if it never did.
    """
    today = _at_a_glance() or _after_reading()
    if as_json:
        say_json(today._asdict())
    elif today.due or today.new:
        say(_("{due} due, {new} new").format(due=today.due, new=today.new))
    elif today.next_due:
        say(_("nothing due; next: {day}").format(day=today.next_due.isoformat()))
    else:
        say(_("nothing due"))


def _at_a_glance() -> Today | None:
    """Out of the database file, without the imports that take long; None where there is none."""
    from quizapp.scheduling.day import learners_day
    from quizapp.study.glance import settings_in_force, waiting_on

    settings = settings_in_force(places())
    use(settings.interface)
    day = learners_day(clock.now(), starts_at=settings.day_starts_at)
    found = waiting_on(day, settings, places().database)
    return Today(found.plan.due, found.plan.new, day, found.next_due) if found else None


def _after_reading() -> Today:
    from quizapp.study.overview import overview

    with opened() as desk:
        now = clock.now()
        found = overview(desk.collection, desk.settings, now)
        return Today(found.due, found.new, desk.pen.day(now), found.next_due)
