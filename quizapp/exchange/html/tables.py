"""Tables in HTML that Markdown can say, and those that it cannot."""

from bs4 import BeautifulSoup, Tag

from quizapp.exchange.html.marks import BREAK, CELL, ROW

_TOO_MUCH = ["pre", "table", "ul", "ol", "li", "blockquote", "hr", "h1", "h2", "h3", "h4", "h5", "h6"]
_PARTS = ["caption", "thead", "tbody", "tfoot", "tr", "td", "th"]
_MOST_COLUMNS = 100


def flatten_tables(tree: BeautifulSoup) -> None:
    """Makes blocks of the cells of each table that holds more than lines of text, line numbers left out."""
    for table in tree.find_all("table"):
        if table.find(_TOO_MUCH) is None:
            for caption in table.find_all("caption"):
                caption.name = "div"
                table.insert_before(caption.extract())
            continue
        for part in table.find_all(_PARTS):
            if part.find_parent("table") is table:
                _as_block(part)
        table.name = "div"


def _as_block(part: Tag) -> None:
    if any("lineno" in str(name) for name in part.get_attribute_list("class") or []):
        part.clear()
    part.name = "div"


def table_of(text: str) -> str:
    """The rows and cells of `text`, parted by their marks, as a table of Markdown; the first row is its head.

    The rows of a table that is too wide to be one are paragraphs.
    """
    rows = [row for line in text.split(ROW) if (row := _cells(line))]
    width = max(map(len, rows), default=0)
    if width > _MOST_COLUMNS:
        return "\n\n".join(map(" ".join, rows))
    lines = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in rows]
    return "\n".join([*lines[:1], "|" + " --- |" * width, *lines[1:]]) if lines else ""


def _cells(row: str) -> list[str]:
    """The cells of a row; text behind the last is one too."""
    *cells, rest = (" ".join(cell.split()) for cell in row.replace(BREAK, " ").split(CELL))
    return [*cells, rest] if rest else cells
