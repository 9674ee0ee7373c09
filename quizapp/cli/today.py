"""What waits today, for prompts, status bars and cron."""

from datetime import date
from typing import NamedTuple

from quizapp.cli import clock
from quizapp.cli.output import say, say_json
from quizapp.i18n import _, use
from quizapp.paths import places


class Today(NamedTuple):
    """What waits on a day, and the next day on which something will."""

    due: int
    new: int
    day: date
    next_due: date | None


def tell_waiting(as_json: bool) -> None:
    """Tells how many cards wait today, and when the next come. Raises QuizappError."""
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
    from quizapp.study.coming.glance import settings_in_force, waiting_on

    settings = settings_in_force(places())
    use(settings.interface)
    day = learners_day(clock.now(), starts_at=settings.day_starts_at)
    found = waiting_on(day, settings, places().database)
    return Today(found.due, found.new, day, found.next_due) if found else None


def _after_reading() -> Today:
    from quizapp.cli.opening import opened
    from quizapp.study.coming.overview import overview

    with opened() as desk:
        now = clock.now()
        found = overview(desk.collection, desk.settings, now)
        return Today(found.due, found.new, desk.pen.day(now), found.next_due)
