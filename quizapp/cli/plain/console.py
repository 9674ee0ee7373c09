"""Lines out and lines in, and the commands among them."""

import sys
import unicodedata
from enum import StrEnum

from quizapp.cli.plain.page import page_width
from quizapp.render import Span, fold, plain_text, width_of
from quizapp.visible import visible

CURSOR = "> "


class Command(StrEnum):
    """What a learner may type at every question, in place of an answer."""

    UNDO = "u"
    SUSPEND = "x"
    BURY = "z"
    LANGUAGE = "l"
    NOTES = "n"
    HISTORY = "i"
    HINT = "h"
    SAME = "r"
    FRESH = "f"
    MORE = "m"
    HELP = "?"
    QUIT = "q"


class Commanded(Exception):
    """A command was given in place of an answer, and the card does not stay as it is."""

    def __init__(self, command: Command) -> None:
        self.command = command


class Console:
    """Standard input and output, a line at a time; what is said is out before anything else happens."""

    def __init__(self) -> None:
        self._editing = sys.stdin.isatty()
        if self._editing:
            import readline  # noqa: F401  gives `input` a line that can be edited

    def say(self, text: str = "") -> None:
        """Text, safe to show, on lines of its own, none wider than the page."""
        print("\n".join(map(_folded, visible(text).split("\n"))), flush=True)  # noqa: T201  stdout is the screen here

    def line(self) -> str | None:
        """What was typed; None at the end of the input."""
        try:
            line = input(CURSOR)
        except EOFError:
            self.say()
            return None
        if not self._editing:
            self.say(line)  # nothing else shows what was read from a pipe
        return line


def command_in(line: str, typing: bool) -> Command | None:
    """The command that a line is; while an answer is typed, commands begin with a colon."""
    text = unicodedata.normalize("NFKC", line).strip().casefold()
    if typing and not text.startswith(":"):
        return None
    word = text.removeprefix(":")
    return Command(word) if word in list(Command) else None


def _folded(line: str) -> str:
    width = page_width()
    return line if width_of(line) <= width else plain_text(fold((Span(line),), width))
