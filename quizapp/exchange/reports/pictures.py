"""Charts as parts of a page: bars as a table with a picture a row, columns and a year of days as pictures (SVG).

A picture says what it shows in its title and description; its numbers stand in a table that opens below it. Tables say
what their rows and cells are, since a phone lays them out as something else.
"""

from collections.abc import Iterator

from quizapp.exchange.reports.elements import element, text
from quizapp.exchange.reports.svg import box, numbers, picture
from quizapp.exchange.reports.width import width_of
from quizapp.exchange.reports.year import year
from quizapp.i18n import _
from quizapp.report.charts import Bars, Chart, Columns, HeatMap
from quizapp.wording import number

_LABELS = 36
"""Letters. Longer labels take several lines."""
_SHORT = 20
"""Rows. A table of so many is not parted between two sheets of paper."""
_TOP, _HEIGHT, _BELOW = 20, 112, 20
"""Of columns, in pixels: the line above them, the highest, the line below."""
_CLOSE, _TOO_CLOSE = 0.16, 0.075
"""Parts of the width: labels nearer to one another have room on a wide screen only, or nowhere."""


def drawn(chart: Chart, id_: str) -> str:
    """A chart as a figure; `id_` is its own on the page."""
    match chart:
        case Bars():
            return _bars(chart, id_)
        case Columns():
            return _columns(chart, id_)
        case HeatMap():
            return year(chart, id_)


def _bars(chart: Bars, id_: str) -> str:
    whole = chart.whole or max((bar.value for bar in chart.bars), default=0) or 1
    rows = [
        element(
            "tr",
            text("th", bar.label, scope="row", role="rowheader"),
            element("td", _bar(bar.value / whole, chart.whole is not None), class_="bar", role="cell"),
            text("td", bar.told, class_="told", role="cell"),
            role="row",
        )
        for bar in chart.bars
    ]
    labels = max((width_of(bar.label) for bar in chart.bars), default=0)
    column = f'<col style="width: {min(labels, _LABELS) * 0.55 + 0.5:.1f}em"><col><col>'
    body = element("tbody", "\n".join(rows), role="rowgroup")
    table = element("table", column, body, role="table", aria_labelledby=id_)
    kind = "bars short" if len(rows) <= _SHORT else "bars"
    return element("figure", text("figcaption", chart.title, id=id_), table, class_=kind)


def _bar(share: float, has_track: bool) -> str:
    """A bar of the width that there is; what is not nothing shows."""
    long = min(max(share * 100, 1.0 if share > 0 else 0.0), 100.0)
    track = box("track", 0, 0, 100, 10) if has_track else ""
    shape = {"viewBox": "0 0 100 10", "preserveAspectRatio": "none", "aria_hidden": "true"}
    return element("svg", track, box("fill", 0, 0, round(long, 1), 10), **shape)


def _columns(chart: Columns, id_: str) -> str:
    most = max(chart.values, default=0)
    wide = 100 / max(len(chart.values), 1)
    top, floor = _TOP - 0.5, _TOP + _HEIGHT + 0.5
    inside = [
        f'<line class="rule" x1="0" x2="100%" y1="{top}" y2="{top}"/>',
        text("text", number(most), x=0, y=_TOP - 6),
        *(_column(place, value / most, wide) for place, value in enumerate(chart.values) if value),
        f'<line class="rule" x1="0" x2="100%" y1="{floor}" y2="{floor}"/>',
        *_labels(chart, wide),
    ]
    names = chart.names or [chart.labels.get(place, "") for place in range(len(chart.values))]
    told = [(name, number(value)) for name, value in zip(names, chart.values, strict=True) if value]
    described = _(", ").join(f"{name}: {value}" for name, value in told)
    return element(
        "figure",
        text("figcaption", chart.title),
        picture(id_, chart.title, described, inside),
        numbers((_("From"), _("Cards")), told),
        class_="columns",
    )


def _column(place: int, share: float, wide: float) -> str:
    high = max(share * _HEIGHT, 1.5)
    x, width = f"{(place + 0.1) * wide:.2f}%", f"{wide * 0.8:.2f}%"
    return box("fill", x, round(_TOP + _HEIGHT - high, 1), width, round(high, 1))


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
