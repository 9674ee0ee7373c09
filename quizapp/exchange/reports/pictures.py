"""Charts as parts of a page: bars as a table with a picture a row, columns and a year of days as pictures (SVG).

A picture says what it shows in its title and description; its numbers stand in a table that opens below it. Tables say
what their rows and cells are, since a phone lays them out as something else.
"""

from collections.abc import Iterator
from html import escape

from quizapp.exchange.reports.bars import bars
from quizapp.exchange.reports.elements import element, text
from quizapp.exchange.reports.svg import box, numbers, picture
from quizapp.exchange.reports.year import year
from quizapp.i18n import _
from quizapp.report.charts import Bars, Chart, Columns, HeatMap
from quizapp.wording import number

_TOP, _HEIGHT, _BELOW = 20, 112, 20
"""Of columns, in pixels: the line above them, the highest, the line below."""
_CLOSE, _TOO_CLOSE = 0.16, 0.075
"""Parts of the width: labels nearer to one another have room on a wide screen only, or nowhere."""


def drawn(chart: Chart, id_: str) -> str:
    """A chart as a figure; `id_` is its own on the page."""
    match chart:
        case Bars():
            return bars(chart, id_)
        case Columns():
            return _columns(chart, id_)
        case HeatMap():
            return year(chart, id_)


def _columns(chart: Columns, id_: str) -> str:
    most = max(chart.values, default=0)
    wide = 100 / max(len(chart.values), 1)
    top, floor = _TOP - 0.5, _TOP + _HEIGHT + 0.5
    inside = [
        f'<line class="rule" x1="0" x2="100%" y1="{top}" y2="{top}"/>',
        text("text", number(most), x=0, y=_TOP - 6),
        *(_column("fill", place, value / most, wide) for place, value in enumerate(chart.values) if value),
        *(_column("marked", place, value / most, wide) for place, value in enumerate(chart.marked) if value),
        f'<line class="rule" x1="0" x2="100%" y1="{floor}" y2="{floor}"/>',
        *_labels(chart, wide),
    ]
    names = chart.names or [chart.labels.get(place, "") for place in range(len(chart.values))]
    marked = chart.marked or [0] * len(chart.values)
    told = [(name, number(n), number(part)) for name, n, part in zip(names, chart.values, marked, strict=True) if n]
    described = _(", ").join(f"{name}: {value}" for name, value, _part in told)
    columns = 3 if any(marked) else 2
    head = (_("From"), _("Cards"), chart.legend[0])[:columns]
    return element(
        "figure",
        text("figcaption", chart.title),
        picture(id_, chart.title, described, inside),
        _legend(chart),
        numbers(head, [row[:columns] for row in told]),
        class_="columns",
    )


def _legend(chart: Columns) -> str:
    """What the two fills of the columns stand for."""
    if not any(chart.marked):
        return ""
    squares = [
        element("li", element("svg", box(kind, 0, 0, 10, 10), viewBox="0 0 10 10", aria_hidden="true"), escape(told))
        for kind, told in zip(("marked", "fill"), chart.legend, strict=True)
    ]
    return element("ul", *squares, class_="legend")


def _column(kind: str, place: int, share: float, wide: float) -> str:
    high = max(share * _HEIGHT, 1.5)
    x, width = f"{(place + 0.1) * wide:.2f}%", f"{wide * 0.8:.2f}%"
    return box(kind, x, round(_TOP + _HEIGHT - high, 1), width, round(high, 1))


def _labels(chart: Columns, wide: float) -> Iterator[str]:
    """Labels below their columns, those with room on every screen, and those with room on a wide one."""
    narrow = roomy = -1.0
    for place, label in sorted(chart.labels.items()):
        at = place * wide / 100
        if at > 1 - _TOO_CLOSE or at - roomy < _TOO_CLOSE:
            continue
        roomy, fits = at, at - narrow >= _CLOSE and at <= 1 - _CLOSE
        narrow = at if fits else narrow
        y = _TOP + _HEIGHT + _BELOW - 4
        yield text("text", label, x=f"{at * 100:.2f}%", y=y, class_=None if fits else "roomy")
