"""A year of days as two pictures, a half each: beside one another on a wide screen, below one another on a phone."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from quizapp.exchange.reports.elements import element, text
from quizapp.exchange.reports.svg import box, numbers, picture
from quizapp.i18n import _, ngettext
from quizapp.report.charts import HeatMap
from quizapp.report.weeks import months, weekdays, weeks
from quizapp.wording import answers, number

_CELL, _GAP = 12, 2
_LEFT, _ABOVE = 30, 16
"""Room for the names of days and months, in the pictures' pixels."""
_HALF = 27
"""Weeks; the second half has one less."""
_DAY = timedelta(days=1)


def year(chart: HeatMap, id_: str) -> str:
    """A year of days as a figure; `id_` is its own on the page."""
    whole = weeks(chart.last)
    halves = (whole[:_HALF], whole[_HALF:])
    pictures = [_half(chart, half, f"{id_}-{place}") for place, half in enumerate(halves, start=1)]
    answered: Counter[str] = Counter()
    days = Counter(f"{day:%Y-%m}" for day in chart.counts)
    for day, count in chart.counts.items():
        answered[f"{day:%Y-%m}"] += count
    told = [(month, number(days[month]), number(answered[month])) for month in sorted(answered)]
    return element(
        "figure",
        text("figcaption", chart.title),
        element("div", *pictures, class_="year"),
        _legend(chart),
        numbers((_("Month"), _("Days with answers"), _("Answers")), told),
    )


def _half(chart: HeatMap, half: Sequence[date], id_: str) -> str:
    last = min(half[-1] + 6 * _DAY, chart.last)
    inside = [text("text", name, x=0, y=_ABOVE + _CELL * row + 9) for row, name in enumerate(weekdays()) if name]
    inside += _months(half)
    for place, week in enumerate(half):
        for row, day in enumerate(week + _DAY * weekday for weekday in range(7)):
            if day <= chart.last:
                inside.append(_day(chart, day, _LEFT + _CELL * place, _ABOVE + _CELL * row))
    found = {day: count for day, count in chart.counts.items() if half[0] <= day <= last}
    title = f"{chart.title}: {half[0]} – {last}"
    high, wide = _ABOVE + _CELL * 7, _LEFT + _CELL * _HALF
    shape = {"viewBox": f"0 0 {wide} {high}", "width": wide, "height": high}
    return picture(id_, title, _told(found), inside, **shape)


def _told(found: dict[date, int]) -> str:
    """Days in words: how many there are, how many answers, the fullest."""
    if not found:
        return _("Nothing answered yet.")
    days = ngettext("{n} day", "{n} days", len(found)).format(n=len(found))
    most = max(found, key=lambda day: (found[day], day))
    said = _("{answers}, on {days}; most on {day}: {most}.")
    return said.format(answers=answers(sum(found.values())), days=days, day=most, most=number(found[most]))


def _day(chart: HeatMap, day: date, x: int, y: int) -> str:
    size = _CELL - _GAP
    told = f"<title>{day}: {number(chart.counts.get(day, 0))}</title>"
    shape = f'x="{x}" y="{y}" width="{size}" height="{size}" rx="2"'
    return f'<rect class="level-{chart.levels.get(day, 0)}" {shape}>{told}</rect>'


def _months(half: Sequence[date]) -> Iterator[str]:
    """The numbers of the months above the first week that begins in them."""
    for place, month in months(half).items():
        yield text("text", month, x=_LEFT + _CELL * place, y=_ABOVE - 5)


def _legend(chart: HeatMap) -> str:
    squares = [
        element(
            "li", element("svg", box(f"level-{level}", 0, 0, 10, 10), viewBox="0 0 10 10", aria_hidden="true"), told
        )
        for level, told in chart.legend.items()
    ]
    return element("ul", *squares, class_="legend") if squares else ""
