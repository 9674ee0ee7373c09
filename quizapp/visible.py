"""Text from outside, made safe to show: nothing in it can drive the terminal."""

import re

_FIRST_CONTROL_PICTURE = 0x2400
_DELETE_PICTURE = "\u2421"
_REPLACEMENT = "\ufffd"

# C0 (but tab and newline), delete, C1, the marks that turn the direction of text around, lone surrogates.
DRIVES_TERMINAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    """`text` with every character that could drive a terminal turned into a picture of itself.

    Tab and newline stay. C0 controls become their Unicode control pictures (U+2400…), anything else
    (C1, bidirectional overrides, lone surrogates) the replacement character, so lengths stay equal.
    """
    return DRIVES_TERMINAL.sub(_picture, text)


def one_line(text: str) -> str:
    """`visible(text)` on a single line: for titles, paths and messages."""
    return " ".join(visible(text).split())


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(_FIRST_CONTROL_PICTURE + code)
    return _DELETE_PICTURE if code == 0x7F else _REPLACEMENT
