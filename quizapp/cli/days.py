"""A day on a command line: `2027-01-15`."""

from datetime import date
from typing import Any

import click


class Day(click.ParamType[date]):
    """A date as ISO 8601 has it."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day that was written; a usage error where it is none."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value).strip())
        except ValueError:
            self.fail(f"`{value}` is no day: write it as 2027-01-15", param, ctx)


DAY = Day()
