"""An answer that is typed: the text of a field, on one line."""

import re
from dataclasses import replace
from html import escape, unescape

from quizapp.exchange.html.conversion import Rewritten, markdown_of

_TAG = re.compile(r"</?[A-Za-z!][^<>]*>")
_IMAGE = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_BAR = re.compile(r"(?:\A|\s)\|(?:\s|\Z)")
_DISPLAY = re.compile(r"\A\$\$(.+)\$\$\Z")
"""A formula on a line of its own, which would be no text that can be typed."""

_TICKS = re.compile("`+")


def typed_block(html: str) -> Rewritten:
    """The plain text of a field as what is typed; with a lone `|`, which would part it in two, as code."""
    text = " ".join(unescape(_TAG.sub(" ", html)).split())
    if not _BAR.search(text):
        written = markdown_of(escape(text))
        return replace(written, markdown=_DISPLAY.sub(r"$\1$", written.markdown))
    ticks = "`" * (max(map(len, _TICKS.findall(text)), default=0) + 1)
    return Rewritten(f"{ticks} {text} {ticks}")


def images_in(html: str) -> str:
    """The images of a field, which cannot be typed."""
    return "".join(_IMAGE.findall(html))
