"""Pictures in a page (SVG), and their numbers as a table that opens."""

from collections.abc import Sequence

from quizapp.exchange.reports.elements import element, text
from quizapp.i18n import _


def picture(id_: str, title: str, description: str, inside: Sequence[str], **shape: object) -> str:
    """An SVG that a screen reader tells as one picture, with its title and its description."""
    named = f"{id_}-title {id_}-text"
    head = [text("title", title, id=f"{id_}-title"), text("desc", description, id=f"{id_}-text")]
    return element("svg", *head, *inside, role="img", aria_labelledby=named, **shape)


def numbers(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of numbers that opens; nothing where there are none."""
    top = element("tr", *(text("th", name, scope="col") for name in head))
    body = [element("tr", text("th", row[0], scope="row"), *(text("td", cell) for cell in row[1:])) for row in rows]
    table = element("table", element("thead", top), element("tbody", *body))
    return element("details", text("summary", _("In numbers")), table, class_="numbers") if rows else ""


def box(kind: str, x: object, y: object, width: object, height: object) -> str:
    """A rectangle of a kind that the style sheet knows."""
    return f'<rect class="{kind}" x="{x}" y="{y}" width="{width}" height="{height}"/>'
