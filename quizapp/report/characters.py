"""Charts drawn in characters that every terminal has, as styled lines."""

from collections.abc import Iterator
from datetime import timedelta

from quizapp.render import Line, Span, width_of
from quizapp.render.cells import cell
from quizapp.report.charts import MARKED_SIGN, REST_SIGN, SIGNS, Bars, Chart, Columns, HeatMap
from quizapp.report.weeks import WEEKS, months_above, weekdays, weeks

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_HEIGHTS = " ▁▂▃▄▅▆▇█"
_TRACK = "░"
_GAP = 2
_LONGEST_BAR, _SHORTEST_BAR = 30, 6
_LABELS = 3
"""A label has a third of the width at most: what is drawn is the bars."""
_LINES = 5
"""The height of upright bars."""


def drawn(chart: Chart, width: int) -> list[Line]:
    """The lines of a chart, its title above them, none wider than `width` cells (60 are enough)."""
    title = (Span(chart.title, "strong"),)
    match chart:
        case Bars():
            return [title, *_bars(chart, width)]
        case Columns():
            return [title, *_columns(chart, width)]
        case HeatMap():
            return [title, *_heat_map(chart, width)]


def _bars(chart: Bars, width: int) -> Iterator[Line]:
    whole = chart.whole or max((bar.value for bar in chart.bars), default=0) or 1
    told = max((width_of(bar.told) for bar in chart.bars), default=0)
    labels = min(max((width_of(bar.label) for bar in chart.bars), default=0), width // _LABELS)
    room = width - told - 2 * _GAP
    length = min(max(room - labels, _SHORTEST_BAR), _LONGEST_BAR)
    for bar in chart.bars:
        filled = _filled(bar.value / whole, length)
        track = _TRACK * (length - len(filled)) if chart.whole else " " * (length - len(filled))
        yield (
            Span(cell(bar.label, min(labels, room - length)) + " " * _GAP),
            Span(filled, "code"),
            Span(track + " " * _GAP, "dim"),
            Span(bar.told),
        )


def _filled(share: float, length: int) -> str:
    """A bar in eighths of a cell; what is not nothing shows."""
    eighths = max(round(min(max(share, 0.0), 1.0) * length * 8), 1 if share > 0 else 0)
    full, rest = divmod(eighths, 8)
    return _EIGHTHS[8] * full + (_EIGHTHS[rest] if rest else "")


def _columns(chart: Columns, width: int) -> Iterator[Line]:
    most = max(chart.values, default=0)
    scale = str(most)
    margin = len(scale) + 1
    wide = 2 if len(chart.values) * 2 + margin <= width else 1
    marked = chart.marked or [0] * len(chart.values)
    if any(marked):
        told, rest = chart.legend
        yield (Span(f"{MARKED_SIGN} {told}   {REST_SIGN} {rest}", "dim"),)
    for line in reversed(range(_LINES)):
        cells = "".join(
            _piece(value, part, most, line).ljust(wide) for value, part in zip(chart.values, marked, strict=True)
        )
        axis = scale if line == _LINES - 1 else "0".rjust(len(scale)) if line == 0 else " " * len(scale)
        yield Span(axis + " ", "dim"), Span(cells.rstrip(), "code")
    yield (Span(" " * margin + _below(chart, wide, width - margin), "dim"),)


def _piece(value: int, marked: int, most: int, line: int) -> str:
    """What of a column stands in a line, counted from below; what is not nothing shows.

    The part that is marked fills whole lines: there is one sign for it. It has the only line of a column where it is
    half of it or more.
    """
    eighths = max(round(value / most * _LINES * 8), 1) if value else 0
    piece = _HEIGHTS[min(max(eighths - line * 8, 0), 8)]
    lines = -(-eighths // 8)
    most_marked = lines if marked == value else lines - 1
    filled = min(max(round(marked / most * _LINES), 1), most_marked) if marked else 0
    is_marked = line < filled or (lines == 1 and line == 0 and marked > 0 and marked * 2 >= value)
    return MARKED_SIGN if is_marked and piece != " " else piece


def _below(chart: Columns, wide: int, room: int) -> str:
    """The labels below their columns, the last of them beyond the axis where there is room or ending with it.

    One that meets another is left out.
    """
    told = ""
    for place, label in sorted(chart.labels.items()):
        start = min(place * wide, room - len(label))
        if start == 0 or start > len(told):
            told = told.ljust(start) + label
    return told


def _heat_map(chart: HeatMap, width: int) -> Iterator[Line]:
    """Weeks beside one another, as many of the year as there is room for, Monday above; the months above them."""
    names = weekdays()
    margin = max(map(width_of, names)) + 1
    shown = weeks(chart.last, min(WEEKS, max(width - margin, 1)))
    yield (Span(" " * margin + months_above(shown, width - margin), "dim"),)
    for weekday, name in enumerate(names):
        days = [week + timedelta(days=weekday) for week in shown]
        signs = "".join(SIGNS[chart.levels.get(day, 0)] if day <= chart.last else " " for day in days)
        yield Span(cell(name, margin), "dim"), Span(signs.rstrip(), "code")
