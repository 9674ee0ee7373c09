"""What comes: cards that fall due."""

from collections.abc import Sequence

from quizapp.i18n import _
from quizapp.report.charts import Columns, Section
from quizapp.report.labels import monthly, weekly
from quizapp.study.statistics.figures import DueOn, Statistics
from quizapp.wording import cards, number

_DAYS, _WEEK = 30, 7
_FEW, _SCARCE = 9.95, 0.05
"""Cards a day. What is less is told to a tenth, or to a hundredth: a card every three days would be none."""


def ahead(figures: Statistics) -> Section:
    """The next 30 days, day by day, and 365, week by week."""
    days, year = figures.forecast[:_DAYS], figures.forecast
    due, due_in_year = _sum(days), _sum(year)
    words = [_("Overdue: {cards}.").format(cards=cards(figures.overdue))] if figures.overdue else []
    words.append(_("Due today: {cards}.").format(cards=cards(figures.due - figures.overdue)))
    if due_in_year:
        most = max(days, key=lambda found: found.due)
        said = _("In the next 30 days: {cards}, {mean} a day; most on {day}: {most}.")
        words.append(
            said.format(cards=cards(due), mean=_mean(due / _DAYS), day=most.day.isoformat(), most=number(most.due))
            if due
            else _("In the next 30 days: none.")
        )
        words.append(_("In the next 365 days: {cards}.").format(cards=cards(due_in_year)))
    definition = _(
        "Cards in use by the day on which they fall due, as the schedule stands; overdue ones, due on an earlier day, "
        "stand apart, and suspended ones are left out. What is answered comes back, and new cards join: this is the "
        "least that comes, not all."
    )
    weeks = [year[start : start + _WEEK] for start in range(0, len(year), _WEEK)]
    by_day, by_week = [found.day for found in days], [week[0].day for week in weeks]
    charts = [
        Columns(_("Due by day, 30 days"), [found.due for found in days], weekly(by_day), [*map(str, by_day)]),
        Columns(_("Due by week, 365 days"), [*map(_sum, weeks)], monthly(by_week), [*map(str, by_week)]),
    ]
    return Section("ahead", _("What comes"), words, definition, charts if due_in_year else [])


def _mean(cards: float) -> str:
    if cards < _SCARCE:
        return f"{cards:.2f}"
    return f"{cards:.1f}".removesuffix(".0") if cards < _FEW else number(round(cards))


def _sum(days: Sequence[DueOn]) -> int:
    return sum(found.due for found in days)
