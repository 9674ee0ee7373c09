"""Bars on a page: a table with a picture a row. What is beyond the first rows of many opens below them."""

from collections.abc import Sequence

from quizapp.exchange.reports.elements import element, text
from quizapp.exchange.reports.svg import box
from quizapp.exchange.reports.width import width_of
from quizapp.i18n import _
from quizapp.report.charts import Bars
from quizapp.wording import number

_LABELS = 36
"""Letters. Longer labels take several lines."""
_SHORT = 20
"""Rows. A table of so many is not parted between two sheets of paper."""
_MANY = 40
"""Rows. Those beyond so many are shown on demand, and on paper."""


def bars(chart: Bars, id_: str) -> str:
    """A chart as a figure; `id_` is its own on the page."""
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
    first, rest = _table(rows[:_MANY], chart, id_), rows[_MANY:]
    summary = text("summary", _("More: {n}").format(n=number(len(rest))))
    below = element("details", summary, _table(rest, chart, id_), class_="more") if rest else ""
    kind = "bars short" if len(rows) <= _SHORT else "bars"
    return element("figure", text("figcaption", chart.title, id=id_), first, below, class_=kind)


def _table(rows: Sequence[str], chart: Bars, id_: str) -> str:
    """Some rows of a chart. Columns are as wide as all of them want it, so bars compare from one table to the other."""
    labels = max((width_of(bar.label) for bar in chart.bars), default=0)
    told = max((width_of(bar.told) for bar in chart.bars), default=0)
    columns = f'<col style="width: {_ems(min(labels, _LABELS))}"><col><col style="width: {_ems(told)}">'
    body = element("tbody", "\n".join(rows), role="rowgroup")
    return element("table", columns, body, role="table", aria_labelledby=id_)


def _ems(letters: int) -> str:
    return f"{letters * 0.55 + 0.5:.1f}em"


def _bar(share: float, has_track: bool) -> str:
    """A bar of the width that there is; what is not nothing shows."""
    long = min(max(share * 100, 1.0 if share > 0 else 0.0), 100.0)
    track = box("track", 0, 0, 100, 10) if has_track else ""
    shape = {"viewBox": "0 0 100 10", "preserveAspectRatio": "none", "aria_hidden": "true"}
    return element("svg", track, box("fill", 0, 0, round(long, 1), 10), **shape)
