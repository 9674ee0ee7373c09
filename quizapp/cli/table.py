"""Tables that align with Chinese, and lose nothing in a narrow terminal."""

from collections.abc import Iterator, Sequence

import click

from quizapp.cli.output import terminal_width
from quizapp.visible import one_line

GAP = "  "
LEAST_ROOM = 28
"""Cells. With less for the last column, the first one gets a line of its own."""

Row = Sequence[str]


def say_table(head: Row, rows: Sequence[Row]) -> None:
    """Columns as wide as their widest cell, on stdout; the last one goes on below itself where the terminal ends."""
    for number, line in enumerate(table(head, rows, terminal_width())):
        click.echo(click.style(line, bold=True) if number == 0 else line)


def table(head: Row, rows: Sequence[Row], width: int | None) -> Iterator[str]:
    """The lines of a table at most `width` cells wide, without end where that is None."""
    from quizapp.render import width_of

    cells = [[one_line(cell) for cell in row] for row in (head, *rows)]
    widths = [max(width_of(row[column]) for row in cells) for column in range(len(head) - 1)]
    stacked = width is not None and sum(widths) + len(GAP) * len(widths) + LEAST_ROOM > width
    for row in cells:
        if stacked:
            yield row[0]
            yield from _line([" " * len(GAP), *row[1:]], [0, *widths[1:]], width)
        else:
            yield from _line(row, widths, width)


def _line(row: Row, widths: Sequence[int], width: int | None) -> Iterator[str]:
    from quizapp.render import width_of

    start = "".join(cell + " " * (wide - width_of(cell)) + GAP for cell, wide in zip(row, widths, strict=False))
    start = start.removeprefix(GAP) if widths[0] == 0 else start
    for number, part in enumerate(_parts(row[-1], width and width - width_of(start))):
        yield (start + part if number == 0 else " " * width_of(start) + part).rstrip()


def _parts(text: str, width: int | None) -> Sequence[str]:
    from quizapp.render import Span, fold, plain_text

    # A path stays whole, so that it can be copied: the terminal itself carries it over to the next line.
    if width is None or any(word.isascii() and len(word) > width for word in text.split()):
        return [text]
    return plain_text(fold((Span(text),), max(width, 1))).split("\n")
