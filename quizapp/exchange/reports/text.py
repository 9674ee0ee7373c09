"""A report as Markdown, as GitHub reads it: for `quizapp export md`.

Charts are tables in which a bar is a row of characters; a year of days is a block of code. What texts of decks and
cards would mean as Markdown they do not mean here: a backslash stands before every sign of it, and within addresses
(GitHub Flavored Markdown Spec, 2.4 and 6.9).
"""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from quizapp import __version__, i18n
from quizapp.exchange.archive.headers import REPORT
from quizapp.exchange.progress import ProgressWanted
from quizapp.exchange.reports.spoken import asked_of, language_of
from quizapp.exchange.reports.width import width_of
from quizapp.i18n import _
from quizapp.report.charts import SIGNS, Bars, Chart, Columns, HeatMap, Section
from quizapp.report.headline import Figure
from quizapp.report.weeks import months_above, weekdays, weeks
from quizapp.report.whole import Report, report
from quizapp.study.opening import Desk
from quizapp.wording import number

_MARKS = re.compile(r"[\\`*_\[\]<>|~&$@]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_BEGINS = re.compile(r"(\d*)([-+=#.)])")
_LONG = 20
"""Characters of the longest bar."""


def text_of(desk: Desk, wanted: ProgressWanted) -> bytes:
    """The text. Raises StoreError, and UsageError where both languages are asked for."""
    with i18n.speaking(language_of(desk, wanted)):
        return markdown(report(desk, wanted.now, asked_of(desk, wanted))).encode()


def markdown(told: Report) -> str:
    """A report as Markdown, in the language in use."""
    blocks = [
        f"{REPORT}\n# {literal(told.title)}",
        *map(literal, told.words),
        _figures(told.figures),
        *(block for section in told.sections for block in _section(section)),
        literal(_("Written by quizapp {version}.").format(version=__version__)),
    ]
    return "\n\n".join(blocks) + "\n"


def literal(words: str) -> str:
    """A text in which every sign stands for itself."""
    told = _MARKS.sub(r"\\\g<0>", words)
    begins = _BEGINS.match(told)
    return f"{begins[1]}\\{told[begins.end(1) :]}" if begins else told


def _figures(figures: Sequence[Figure]) -> str:
    return _table(
        ["", "", ""], [[literal(one.name), f"**{literal(one.value)}**", literal(one.beside)] for one in figures]
    )


def _section(section: Section) -> Iterator[str]:
    yield f"## {literal(section.title)}"
    yield from map(literal, section.words)
    for chart in section.charts:
        if drawn := _drawn(chart):
            yield f"**{literal(chart.title)}**"
            yield drawn
    yield f"> {literal(section.definition)}"


def _drawn(chart: Chart) -> str:
    match chart:
        case Bars():
            most = chart.whole or max((bar.value for bar in chart.bars), default=0)
            return _table(
                ["", "", ""], [[literal(bar.label), _bar(bar.value, most), literal(bar.told)] for bar in chart.bars]
            )
        case Columns():
            return _columns(chart)
        case HeatMap():
            return _year(chart)


def _columns(chart: Columns) -> str:
    """Of each column its number, and how much of it is of the kind of its own."""
    most = max(chart.values, default=0)
    rows = [[name, _bar(n, most), number(n)] for name, n in zip(chart.names, chart.values, strict=True)]
    head = [_("From"), "", _("Cards")]
    if any(chart.marked):
        head.append(literal(chart.legend[0]))
        rows = [[*row, number(part)] for row, part in zip(rows, chart.marked, strict=True)]
    return _table(head, [row for row, value in zip(rows, chart.values, strict=True) if value])


def _bar(value: float, whole: float) -> str:
    """What is not nothing shows."""
    return "█" * max(round(min(value / whole, 1) * _LONG), 1) if value > 0 else ""


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table; nothing where it has no rows."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) if rows else ""


def _year(chart: HeatMap) -> str:
    """Weeks beside one another, Monday above; the numbers of the months above them."""
    if not chart.counts:
        return ""
    shown, names = weeks(chart.last), weekdays()
    margin = max(map(width_of, names)) + 1
    lines = [" " * margin + months_above(shown, len(shown))]
    for weekday, name in enumerate(names):
        days = [week + timedelta(days=weekday) for week in shown]
        signs = "".join(SIGNS[chart.levels.get(day, 0)] for day in days if day <= chart.last)
        lines.append(name + " " * (margin - width_of(name)) + signs)
    return "\n".join(["```text", *lines, "```"])
