"""What all verbs print with: data, narration, JSON, and a question before what cannot be undone.

Light to import: prompts wait for it.
"""

import os
import sys
from typing import Any, TextIO

from quizapp.errors import UsageError
from quizapp.i18n import F_
from quizapp.visible import one_line, visible

NARROWEST = 20
"""Columns. What is narrower is written to as if it had these."""


def say(text: str = "") -> None:
    """A line or more of data, on stdout, safe to show."""
    _write(sys.stdout, f"{visible(text)}\n")


def tell(text: str) -> None:
    """A line of narration, on stderr, safe to show."""
    _write(sys.stderr, f"{one_line(text)}\n")


def say_json(value: Any) -> None:
    """One JSON document. Chinese stays readable; what could drive a terminal is escaped."""
    import json

    text = json.dumps(value, ensure_ascii=False, indent=2, default=str)
    _write(sys.stdout, "".join(f"\\u{ord(char):04x}" if _is_escaped(char) else char for char in f"{text}\n"))


def terminal_width() -> int | None:
    """The columns there are to write on; None where the output is no terminal and `COLUMNS` says nothing."""
    if sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdecimal():
        import shutil

        return max(NARROWEST, shutil.get_terminal_size().columns)
    return None


def on_terminal() -> bool:
    """True if a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def agreed(question: str, yes: bool) -> bool:
    """True if the learner agrees, or said `yes` beforehand. Raises UsageError where there is no terminal to ask at."""
    if yes:
        return True
    if not asks_a_person():
        what = F_("this asks before it does anything, and there is no terminal")
        raise UsageError(what, F_("add --yes if you mean it"))
    _write(sys.stderr, f"{one_line(question)} [y/N] ")
    return sys.stdin.readline().strip().casefold() in ("y", "yes")


def asks_a_person() -> bool:
    """True if somebody sits at the keyboard."""
    return sys.stdin.isatty()


def _write(stream: TextIO, text: str) -> None:
    stream.write(text)
    stream.flush()


def _is_escaped(char: str) -> bool:
    return char != "\n" and visible(char) != char
