"""A day on a command line: `2027-01-15`, `+30`, `tomorrow`."""

from datetime import date
from typing import Any

import click

from quizapp.cli import clock
from quizapp.errors import UsageError
from quizapp.paths import places


class Day(click.ParamType[date]):
    """A date as ISO 8601 has it, or a day seen from the learner's today."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day that was written; a usage error where it is none."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value).strip())  # the settings need not be read
        except ValueError:
            return self._seen_from_today(str(value), param, ctx)

    def _seen_from_today(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> date:
        from quizapp.scheduling.day import learners_day
        from quizapp.study.coming.glance import settings_in_force
        from quizapp.study.days import day_of

        starts_at = settings_in_force(places()).day_starts_at
        try:
            return day_of(value, learners_day(clock.now(), starts_at=starts_at))
        except UsageError as error:
            self.fail(str(error), param, ctx)


DAY = Day()
