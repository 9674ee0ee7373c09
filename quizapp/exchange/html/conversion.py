"""HTML as Anki and its like keep it, as Markdown of ours.

Kept: paragraphs, breaks, emphasis, struck-out text, code, lists, tables, links to the web, images, quotations, rules,
headings (two levels deeper, for one of level 2 begins a card), formulas. Ruby becomes `text(reading)`; what is above or
below the line becomes Unicode, or `^x` and `_x`. Colours, sizes and fonts are lost without a word, underlines with one
for all notes (`underlines`): the text stays. What has no text, such as scripts and sounds, is left out and told. All
text means itself: `*` stays a `*`.
A no-break space becomes a space: Anki's editor puts them wherever two spaces meet.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

from bs4 import BeautifulSoup

from quizapp.exchange.html.converter import Converter, number_items, plain_text
from quizapp.exchange.html.lines import settled, with_formulas
from quizapp.exchange.html.marks import without_gap_marks, without_marks
from quizapp.exchange.html.scan import scan
from quizapp.exchange.html.tables import flatten_tables
from quizapp.exchange.texts.signs import told_unshown
from quizapp.markdown import GAP_MARK, tokens_of
from quizapp.visible import visible

_LINE_END = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
"""Word processors and slides bring along more than one: in HTML all of them are blanks."""
_MARKS = {"strong_open": "**", "em_open": "*", "s_open": "~~", "gap_open": GAP_MARK}


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A text in our Markdown, the names of the files that it shows from `media/`, and what was left out.

    `gaps` is how many `==gaps==` a cloze has in it; 0 if one of them cannot be marked.
    """

    markdown: str
    media: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    gaps: int = 0


def markdown_of(html: str) -> Rewritten:
    """`html` as Markdown. Takes any text, in time proportional to its length."""
    return converted(without_gap_marks(html))


def converted(html: str) -> Rewritten:
    """`html`, in which `x-gap` marks what a cloze hides and `x-hint` its hint, as Markdown."""
    text = _LINE_END.sub("\n", html)
    found = scan(without_marks(visible(text)))
    if "<" not in found.html:
        markdown, _marks = settled(with_formulas(plain_text(unescape(found.html)), found.formulas))
        return Rewritten(visible(markdown), told=_told(found.told, text, markdown))
    tree = _tree(found.html)
    for plainly in (False, True):
        converter = Converter(found.formulas, plainly)
        markdown, marks = settled(with_formulas(converter.convert_soup(tree), found.formulas))
        sound = not marks or _read(markdown) == marks
        if sound:
            break
    told = _told((*found.told, *converter.told), text, markdown)
    return Rewritten(visible(markdown), tuple(converter.images.names), told, marks[GAP_MARK] if sound else 0)


def _told(told: Iterable[str], *texts: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*told, *(what for text in texts for what in told_unshown(text)))))


def _tree(html: str) -> BeautifulSoup:
    tree = BeautifulSoup(html, "html.parser")
    if "<table" in html:
        flatten_tables(tree)
    if "<ol" in html:
        number_items(tree)
    return tree


def _read(markdown: str) -> Counter[str]:
    """The marks that are read as such: not all emphasis that HTML can say, such as half a word's, can CommonMark."""
    inlines = (child.type for token in tokens_of(markdown) for child in token.children or ())
    return Counter(_MARKS[type_] for type_ in inlines if type_ in _MARKS)
