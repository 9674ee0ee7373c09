"""Text from outside, made safe to show: nothing in it can drive the terminal."""

import re

_FIRST_CONTROL_PICTURE = 0x2400
_DELETE_PICTURE = "\u2421"
_REPLACEMENT = "\ufffd"

# C0 (but tab and newline), delete, C1, the marks that turn the direction of text around, lone surrogates.
DRIVES_TERMINAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

# Beyond 30 marks on a letter (Unicode Standard Annex 15, "Stream-Safe Text Format") no language has any: 64 enclosing
# ones keep a browser busy for minutes.
_MARK = (
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
_FLOOD = re.compile(f"({_MARK}{{30}})({_MARK}+)")


def visible(text: str) -> str:
    """`text` with every character that could drive a terminal turned into a picture of itself.

    Tab and newline stay. C0 controls become their Unicode control pictures (U+2400…), anything else
    (C1, bidirectional overrides, lone surrogates, more marks than a letter has) the replacement character, so lengths
    stay equal.
    """
    shown = DRIVES_TERMINAL.sub(_picture, text)
    return shown if shown.isascii() else _FLOOD.sub(_without_flood, shown)


def harmless(text: str) -> str:
    """`visible(text)` with lines that end as ours do: for what is pasted, or comes back from an editor."""
    return visible(text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """`visible(text)` on a single line: for titles, paths and messages."""
    return " ".join(visible(text).split())


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(_FIRST_CONTROL_PICTURE + code)
    return _DELETE_PICTURE if code == 0x7F else _REPLACEMENT


def _without_flood(match: re.Match[str]) -> str:
    return match[1] + _REPLACEMENT * len(match[2])
