"""Lines of a calendar (RFC 5545, 3.1 and 3.3.11): texts escaped, long lines folded."""

import re

from quizapp.visible import visible

_LONGEST = 75
"""Octets of a line, its end not counted."""
_SIGN = re.compile(r"[\\;,]")


def escaped(text: str) -> str:
    """A text as a value. No control character is in it but line ends, which are written as such."""
    lines = visible(text.replace("\r\n", "\n")).replace("\t", " ").split("\n")
    return r"\n".join(_SIGN.sub(r"\\\g<0>", line) for line in lines)


def content_line(line: str) -> bytes:
    """A line with its end; folded where it is long, never within a character."""
    pieces, room, piece = [], _LONGEST, b""
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > room:
            pieces.append(piece)
            room, piece = _LONGEST - 1, b""
        piece += octets
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"
