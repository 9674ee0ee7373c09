"""`{{expression}}` in Markdown: numbers are written for people in prose, plain in code and maths."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from markdown_it.token import Token

from quizapp.checks.errors import ExpressionError
from quizapp.checks.expressions import Expression, compiled
from quizapp.checks.limits import budget
from quizapp.checks.texts.showing import shown
from quizapp.checks.values import Value, is_network
from quizapp.i18n import F_
from quizapp.markdown import tokens_of
from quizapp.visible import visible

MOST = 200
"""Placeholders in one text."""
STEPS = 200_000
"""Steps for all placeholders of a text: ten expressions' worth."""
LONGEST = 20_000
"""Characters that the placeholders of a text may put in."""

# The last two of a run of braces open, the first two close: `\frac{{{a}}}{2}` is `\frac{`, `{{a}}` and `}{2}`.
_PLACEHOLDER = re.compile(r"\{\{([^{}]*)\}\}")
_MARGIN = re.compile(r"[\s>]*")


@dataclass(frozen=True)
class Placeholder:
    """One placeholder: where it stands in its text, and whether that is prose."""

    source: str
    start: int
    end: int
    prose: bool

    @cached_property
    def written(self) -> str:
        """What stands between the braces."""
        return self.source[self.start + 2 : self.end - 2]

    @property
    def quote(self) -> str:
        """The placeholder as it stands there."""
        return self.source[self.start : self.end]

    @cached_property
    def _expression(self) -> Expression:
        return compiled(self.written.replace("\n", " "))

    def require(self, known: Collection[str]) -> None:
        """Raises ExpressionError, with the offset in the text, where it cannot be read or needs another name."""
        try:
            self._expression.require(known)
        except ExpressionError as error:
            raise self._located(error) from None

    @cached_property
    def name(self) -> str | None:
        """The name, where nothing else stands there: where that is known, nothing can go wrong."""
        name = self.written.strip()
        return name if self._expression.names == {name} else None

    def value(self, names: Mapping[str, Value]) -> Value:
        """What it is worth for these names. Raises ExpressionError, with the offset in the text."""
        try:
            return self._expression.evaluate(names)
        except ExpressionError as error:
            raise self._located(error) from None

    def filled(self, names: Mapping[str, Value]) -> str:
        """What stands there for these names. Raises ExpressionError, with the offset in the text."""
        value = self.value(names)
        text = visible(value.text if is_network(value) else shown(value, grouped=self.prose))
        return text.strip("\n").replace("\n", "\n" + self._margin) if "\n" in text else text

    def _located(self, error: ExpressionError) -> ExpressionError:
        return ExpressionError(error.what, error.mend, self.start + 2 + (error.offset or 0))

    @property
    def _margin(self) -> str:
        """What a line must begin with to go on where this one stands: in a list, in a quotation."""
        line = self.source[self.source.rfind("\n", 0, self.start) + 1 : self.start]
        margin = _MARGIN.match(line)
        return margin[0] if margin else ""


def fill(text: str, names: Mapping[str, Value]) -> str:
    """A text with its placeholders filled. Raises ExpressionError, with the offset in the text.

    What comes out is bounded, whoever wrote the text, and can drive no terminal.
    """
    pieces, end, left = [], 0, LONGEST
    with budget(STEPS):
        for placeholder in placeholders(text):
            filled = placeholder.filled(names)
            left -= len(filled)
            if left < 0:
                raise ExpressionError(F_("the placeholders make the text too long"), F_("show less"), placeholder.start)
            pieces += [text[end : placeholder.start], filled]
            end = placeholder.end
    return visible("".join([*pieces, text[end:]]))


@lru_cache(maxsize=128)
def placeholders(text: str) -> Sequence[Placeholder]:
    """The placeholders of a text, in order. Raises ExpressionError where there are too many."""
    found = list(_PLACEHOLDER.finditer(text))
    if len(found) > MOST:
        raise ExpressionError(
            F_("more than {most} placeholders", most=MOST), F_("make the text shorter"), found[MOST].start()
        )
    prose = _prose(text, found)
    return tuple(Placeholder(text, match.start(), match.end(), index in prose) for index, match in enumerate(found))


def _prose(text: str, found: Sequence[re.Match[str]]) -> set[int]:
    """Which placeholders stand in prose: a number unlike all others takes the place of each, and is looked for."""
    if not found:
        return set()
    base = next(str(number) for number in range(7_000_001, 2**60) if str(number) not in text)
    marks = [f"{base}{index:04d}" for index in range(len(found))]
    pieces, end = [], 0
    for mark, match in zip(marks, found, strict=True):
        pieces += [text[end : match.start()], mark]
        end = match.end()
    written = "\n".join(_texts(tokens_of("".join([*pieces, text[end:]]))))
    return {index for index, mark in enumerate(marks) if mark in written}


def _texts(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "text":
            yield token.content
        elif token.type == "inline":
            yield from _texts(token.children or [])
