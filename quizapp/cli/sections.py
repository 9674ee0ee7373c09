"""A section of a report, on stdout."""

from typing import TYPE_CHECKING

import click

from quizapp.cli.output import terminal_width

if TYPE_CHECKING:
    from quizapp.report.charts import Section

_WIDTH, _WIDEST = 80, 120
"""Columns: where the output is no terminal, and at most."""
_MARGIN = "  "


def say_section(section: "Section", explain: bool) -> None:
    """Title, words and charts; with `explain` also what the figures mean."""
    from quizapp.render import Span, fold, plain_text
    from quizapp.report.characters import drawn

    click.echo(click.style(section.title, bold=True))
    room = min(terminal_width() or _WIDTH, _WIDEST) - len(_MARGIN)
    for words in (*section.words, *([section.definition] if explain else [])):
        _say(plain_text(fold((Span(words),), room)))
    for chart in section.charts:
        click.echo()
        _say(plain_text(drawn(chart, room)))


def _say(text: str) -> None:
    for line in text.split("\n"):
        click.echo(_MARGIN + line)
