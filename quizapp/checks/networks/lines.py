"""The text of a network, cut into lines of words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.checks.networks.errors import NetworkError
from quizapp.i18n import F_

LARGEST_TEXT = 20_000
"""Characters."""

_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Word:
    """A word and the column, from 1, where it begins."""

    text: str
    column: int


@dataclass(frozen=True)
class Line:
    """A line that says something: its number, from 1, and its words; at least one."""

    number: int
    words: tuple[Word, ...]

    @property
    def name(self) -> str:
        """The layer's or block's name, in small letters."""
        return self.words[0].text.lower()

    def __str__(self) -> str:
        return " ".join([self.name, *(word.text for word in self.words[1:])])

    def wrong(self, what: str, mend: str, word: Word | None = None) -> NetworkError:
        """A fault of this line: at `word`, or at its name."""
        return NetworkError(self.number, (word or self.words[0]).column, what, mend)


def lines(text: str) -> Iterator[Line]:
    """The lines of a network; what follows a `#` is a comment. Raises NetworkError for a text that is too large."""
    if len(text) > LARGEST_TEXT:
        raise NetworkError(
            1,
            1,
            F_("more than {most} characters", most=LARGEST_TEXT),
            F_("write repeated layers once, in `repeat`"),
        )
    for number, line in enumerate(text.split("\n"), 1):
        words = tuple(Word(found[0], found.start() + 1) for found in _WORD.finditer(line.partition("#")[0]))
        if words:
            yield Line(number, words)
