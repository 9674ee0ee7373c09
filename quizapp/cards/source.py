"""A card file as it lies on the disk: bytes, lines and text, kept apart from what they mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from quizapp.i18n import F_
from quizapp.visible import DRIVES_TERMINAL, visible

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
LINE_END = re.compile(rb"\r\n|\r|\n")
_LINE = re.compile(rb"([^\r\n]*)(%s|\Z)" % LINE_END.pattern)
_FIRST_ESCAPED, _LAST_ESCAPED = 0xDC80, 0xDCFF
_MOST_TOLD = 100
"""Lines. A file in another encoding has a fault on each, and says nothing new after these."""


@dataclass(frozen=True)
class Source:
    """The bytes of a file, and its `text` as the parser sees it: no byte order mark, `\\n` between lines."""

    content: bytes

    @cached_property
    def lines(self) -> tuple[bytes, ...]:
        """The lines without their ends; numbered as the parser numbers them, from 0."""
        return tuple(self.content[start:end] for start, end in self._spans)

    def span(self, line: int) -> tuple[int, int]:
        """Where a line (from 0) begins in the bytes, and where its text ends."""
        return self._spans[line]

    @cached_property
    def text(self) -> str:
        """Bytes that are no UTF-8 become U+FFFD, characters that drive a terminal their pictures."""
        return visible("\n".join(map(_decoded, self.lines)))

    @cached_property
    def _spans(self) -> tuple[tuple[int, int], ...]:
        start = len(BYTE_ORDER_MARK) if self.content.startswith(BYTE_ORDER_MARK) else 0
        return tuple((match.start(1), match.end(1)) for match in _LINE.finditer(self.content, start) if match[0]) or (
            (start, start),
        )

    def faults(self) -> Iterator[tuple[int, int, str, str]]:
        """(line, column, what, mend), from 1, for what is not plain UTF-8 text: the first such thing on each line."""
        told = 0
        for number, line in enumerate(self.lines, start=1):
            found = DRIVES_TERMINAL.search(_decoded(line))
            if found is None:
                continue
            told += 1
            if told == _MOST_TOLD:
                what = F_("this line and others below are not plain UTF-8")
                yield number, found.start() + 1, what, F_("save them as UTF-8")
                return
            yield (number, found.start() + 1, *_told(ord(found[0])))

    def with_insertions(self, insertions: dict[int, tuple[int, bytes]]) -> bytes:
        """The content with bytes put in, and nothing else changed.

        `insertions` maps a line (from 0) to (offset, bytes).
        """
        pieces, done = [], 0
        for line, (offset, inserted) in sorted(insertions.items()):
            at = self._spans[line][0] + offset
            pieces += [self.content[done:at], inserted]
            done = at
        return b"".join([*pieces, self.content[done:]])


def _decoded(line: bytes) -> str:
    """Each byte that is no UTF-8 becomes a character of its own, which no text can hold."""
    return line.decode("utf-8", "surrogateescape")


def _told(code: int) -> tuple[str, str]:
    if _FIRST_ESCAPED <= code <= _LAST_ESCAPED:
        return F_("byte 0x{code} is not UTF-8", code=format(code - 0xDC00, "02X")), F_("save the file as UTF-8")
    return F_("control character U+{code}", code=format(code, "04X")), F_("remove it; it is shown as a picture")
