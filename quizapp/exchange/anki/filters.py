"""Anki's filters that change a field's text: `text`, `furigana`, `kana`, `kanji`.

From Anki's source, rslib/src/template_filters.rs: `漢字[かんじ]` is a text with its reading; the text reaches back to a
blank or to a tag's end, and `[sound:…]` is none.
"""

import re
from collections.abc import Callable

_READING = re.compile(r"\[([^\[\]]+)\]")
_TAG = re.compile(r"</?[A-Za-z!][^<>]*>")


def filtered(name: str, html: str) -> str:
    """The field after the filter; as it was, if the filter is another's, such as an add-on's."""
    if name == "text":
        return _TAG.sub("", html)
    return _with_readings(html, _READINGS[name]) if name in _READINGS else html


def _with_readings(html: str, show: Callable[[str, str], str]) -> str:
    html = html.replace("&nbsp;", " ")
    pieces, at = [], 0
    for match in _READING.finditer(html):
        before = html[at : match.start()]
        start = max(before.rfind(" "), before.rfind(">")) + 1
        base = before[start:]
        if not base or match[1].startswith("sound:"):
            pieces.append(html[at : match.end()])
        else:
            pieces += [before[:start].removesuffix(" "), show(base, match[1])]
        at = match.end()
    return "".join([*pieces, html[at:]])


_READINGS: dict[str, Callable[[str, str], str]] = {
    "furigana": lambda base, reading: f"<ruby>{base}<rt>{reading}</rt></ruby>",
    "kana": lambda base, reading: reading,
    "kanji": lambda base, reading: base,
}
