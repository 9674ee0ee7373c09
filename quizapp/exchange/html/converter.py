"""markdownify, taught our dialect of Markdown."""

import re
from collections.abc import Collection, Sequence
from functools import cache
from typing import Any
from urllib.parse import quote

from bs4 import BeautifulSoup, Tag
from markdownify import MarkdownConverter

from quizapp.exchange.html.escape import escaped
from quizapp.exchange.html.images import Images
from quizapp.exchange.html.lines import with_formulas
from quizapp.exchange.html.marks import BREAK, CELL, OFF, ON, ROW, SPACE, without_gap_marks
from quizapp.exchange.html.scripts import subscript, superscript
from quizapp.exchange.html.tables import table_of
from quizapp.i18n import _
from quizapp.markdown import GAP_MARK, fenced
from quizapp.visible import one_line

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_SPACE = re.compile(r"[\s\xa0]+")
_SCHEMES = ("http://", "https://", "mailto:", "ftp://")
_EMPTY = f"{BREAK}\n"
"""What an empty block leaves: the end of a line."""

_EDGES = " \t\r\n" + BREAK
_MOST_DIGITS = 999_999_999

Parents = Collection[str]


class Converter(MarkdownConverter):
    """Converts a tree that `html_rewrite` put in order. `plainly` leaves emphasis out. What was left out is told."""

    def __init__(self, formulas: Sequence[str] = (), plainly: bool = False) -> None:
        self.options, self.convert_fn_cache = _options(), dict[str, Any]()
        self.formulas, self.plainly, self.images = formulas, plainly, Images()
        self.told: list[str] = []

    def escape(self, text: str, parent_tags: Parents) -> str:
        """Text as it means itself: see `escaped`."""
        return escaped(_SPACE.sub(" ", text), not _HEADINGS.isdisjoint(parent_tags), "a" in parent_tags)

    def _marked(self, mark: str, text: str, parent_tags: Parents) -> str:
        if "_noformat" in parent_tags or not text.strip() or (self.plainly and mark != GAP_MARK):
            return text
        inside = text.strip()
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        return f"{before}{ON}{mark}{inside}{OFF}{mark}{after}"

    def convert_b(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Strong emphasis."""
        return self._marked("**", text, parent_tags)

    def convert_i(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Emphasis."""
        return self._marked("*", text, parent_tags)

    def convert_s(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Struck out."""
        return self._marked("~~", text, parent_tags)

    def convert_x_gap(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """What a cloze hides."""
        return self._marked(GAP_MARK, text, parent_tags)

    def convert_x_hint(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """A cloze's hint, behind its gap."""
        return f" {ON}*({text.strip()}){OFF}*{SPACE}" if text.strip() else ""

    def convert_sub(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Below the line: signs of Unicode, or behind `_`."""
        return subscript(text) if "_noformat" not in parent_tags else text

    def convert_sup(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Above the line: signs of Unicode, or behind `^`."""
        return superscript(text) if "_noformat" not in parent_tags else text

    def convert_br(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """The end of a line, where there are lines."""
        return " " if "_inline" in parent_tags else f"{BREAK}\n"

    def convert_p(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """Text on lines of its own."""
        text = text.strip(_EDGES)
        return f" {text} " if "_inline" in parent_tags else f"\n\n{text}\n\n" if text else _EMPTY

    convert_div = convert_p

    def convert_hN(self, n: int, el: Tag, text: str, parent_tags: Parents) -> str:  # noqa: N802  markdownify's name
        """A heading, two levels deeper: one of level 2 would begin a card."""
        text = " ".join(text.split())
        return f"\n\n{'#' * min(6, n + 2)} {text}\n\n" if text else _EMPTY

    def convert_a(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """A link to the web; to anything else it is told."""
        href = without_gap_marks(str(el.get("href") or "")).strip()
        if "_noformat" in parent_tags or not text.strip() or not href or href.startswith("#"):
            return text
        if not href.lower().startswith(_SCHEMES):
            self.told.append(_("the link to {address} is left out").format(address=one_line(href)[:80]))
            return text
        address = quote(
            one_line(href), safe="!#$%&'*+,/:;=?@[]^_`{|}~-." + "".join(sorted({c for c in href if c > "\x7f"}))
        )
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        return f"{before}[{text.strip()}]({address}){after}"

    def convert_img(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """An image, named as a file of ours; its alternative text is its name."""
        markdown, told = self.images.markdown_of(str(el.get("src") or ""), str(el.get("alt") or ""))
        self.told += [told] * bool(told)
        return markdown

    def convert_pre(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """A block of code, fenced so that nothing in it ends it."""
        code = el.get_text().strip("\n")
        return f"\n\n{fenced(code, ' '.join(el.get_attribute_list('class') or []))}\n\n" if code.strip() else _EMPTY

    def convert_list(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """A list; its items are numbered here, once."""
        items = text.strip("\n")
        return f"\n{'' if 'li' in parent_tags else chr(10)}{items}\n\n" if items else _EMPTY

    convert_ul = convert_ol = convert_list

    def convert_li(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """An item; what is in it stands below its beginning."""
        lines = text.strip(_EDGES).split("\n")
        bullet = f"{el['value']}. " if el.has_attr("value") else "- "
        indented = [f"{' ' * len(bullet)}{line}" if line else "" for line in lines[1:]]
        return "\n" + "\n".join([f"{bullet}{lines[0]}", *indented]) + "\n" if lines[0] else "\n"

    def convert_td(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """A cell, on one line; a bar in it ends no cell."""
        span = str(el.get("colspan") or "1")
        cells = min(50, int(span)) if span.isdecimal() and len(span) < 5 else 1
        return " ".join(with_formulas(text, self.formulas).split()).replace("|", "\\|") + CELL * max(1, cells)

    convert_th = convert_td

    def convert_tr(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """A row."""
        return text + ROW

    def convert_table(self, el: Tag, text: str, parent_tags: Parents) -> str:
        """A table."""
        return f"\n\n{table_of(text)}\n\n"


@cache
def _options() -> dict[str, Any]:
    options: dict[str, Any] = vars(MarkdownConverter(bullets="-", autolinks=False))["options"]
    return options


def plain_text(text: str) -> str:
    """Text without any tag, as `Converter` would have it."""
    return escaped(_SPACE.sub(" ", text).strip())


def number_items(tree: BeautifulSoup) -> None:
    """Gives each item of a numbered list its number; markdownify would count its siblings anew for each."""
    for numbered in tree.find_all("ol"):
        start = str(numbered.get("start") or "1")
        first = int(start) if start.isdecimal() and len(start) < 10 else 1
        for index, item in enumerate(numbered.find_all("li", recursive=False)):
            item["value"] = str(min(first + index, _MOST_DIGITS))
