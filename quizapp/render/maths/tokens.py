"""TeX cut into tokens that know whether a blank stood before them."""

import re
from typing import NamedTuple

from quizapp.render.maths.nodes import UnreadableError

_TOKEN = re.compile(r"\s+|\\[A-Za-z]+|\\.|.", re.DOTALL)
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?![\d,])|\d+(?:\.\d+)?|\.\d+")


class Token(NamedTuple):
    """A command with its backslash, or one character; empty at the end of the formula."""

    text: str
    start: int
    spaced: bool

    @property
    def name(self) -> str:
        """The command's name, empty for a character."""
        return self.text[1:]


class Tokens:
    """The tokens of one formula, read from left to right."""

    def __init__(self, tex: str) -> None:
        self._tex = tex
        self._tokens: list[Token] = []
        self._next = 0
        spaced = False
        for match in _TOKEN.finditer(tex):
            if not match[0].isspace():
                self._tokens.append(Token(match[0], match.start(), spaced))
            spaced = match[0].isspace()
        self._end = Token("", len(tex), spaced)

    def peek(self) -> Token:
        """The next token, which stays."""
        return self._tokens[self._next] if self._next < len(self._tokens) else self._end

    def take(self) -> Token:
        """The next token.

        Raises:
            UnreadableError: The formula ends here.
        """
        token = self.peek()
        if not token.text:
            raise UnreadableError
        self._next += 1
        return token

    def took(self, text: str) -> bool:
        """Whether the next token is `text`; if so it is taken."""
        found = self.peek().text == text
        self._next += found
        return found

    def expect(self, text: str) -> None:
        """Takes `text`, the only thing that may stand here.

        Raises:
            UnreadableError: Something else does.
        """
        if not self.took(text):
            raise UnreadableError

    def number(self, first: Token) -> str:
        """The whole number whose first character has just been taken, its digits taken too; empty for no number."""
        match = _NUMBER.match(self._tex, first.start)
        if match is None:
            return ""
        while self.peek().text and self.peek().start < match.end():
            self._next += 1
        return match[0]

    def raw_group(self) -> str:
        """The source between the braces that stand here.

        Raises:
            UnreadableError: None stand here, or they are not closed.
        """
        start, depth = self.peek().start + 1, 1
        self.expect("{")
        while depth:
            token = self.take()
            depth += {"{": 1, "}": -1}.get(token.text, 0)
        return self._tex[start : token.start]

    def skip(self, pattern: re.Pattern[str]) -> None:
        """Passes over what `pattern` matches here, if anything."""
        match = pattern.match(self._tex, self.peek().start)
        while match and self.peek().text and self.peek().start < match.end():
            self._next += 1

    def mark(self) -> int:
        """Where reading stands, for `back_to`."""
        return self._next

    def back_to(self, mark: int) -> None:
        """Reads again from `mark` on."""
        self._next = mark
