"""A text of another program as an answer to be typed."""

import re

from markdown_it.token import Token

from quizapp.cards.plain import plain
from quizapp.exchange.texts.plain_text import as_markdown
from quizapp.markdown import tokens_of

_PARTS = re.compile(r"\s\|\s")
_MARKS = {"text", "text_special", "code_inline", "math_inline", "math_inline_double"}


def typed_answer(markdown: str) -> str:
    """The text of some Markdown in one line, as the first block of a card of the kind `typed`; empty if it has none.

    Emphasis and pictures go, code and maths stay. In a text that holds ` | `, which would part alternatives, everything
    is code.
    """
    inlines = [token for token in tokens_of(markdown) if token.type == "inline"]
    text = " ".join(filter(None, map(_text, inlines))) or _code(markdown)
    if _PARTS.search(text):
        return _as_code(text)
    simple = len(inlines) == 1 and all(child.type in _MARKS for child in inlines[0].children or ())
    return markdown if simple and inlines[0].level == 1 and "\n" not in markdown else as_markdown(text)


def has_pictures(markdown: str) -> bool:
    """True if some Markdown shows a picture."""
    children = (child for token in tokens_of(markdown) for child in token.children or ())
    return any(child.type == "image" for child in children)


def _text(inline: Token) -> str:
    children = [child for child in inline.children or () if child.type != "image"]
    return plain(inline.copy(children=children))


def _code(markdown: str) -> str:
    return " ".join(" ".join(token.content for token in tokens_of(markdown) if token.content).split())


def _as_code(text: str) -> str:
    longest = max(map(len, re.findall("`+", text)), default=0)
    ticks, pad = "`" * (longest + 1), " " if longest else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"
