"""A program in a terminal is timed by what it paints."""

import sys
from pathlib import Path

import pytest

from benchmarks.running.terminal import NotPainted, Terminal

# Paints in two writes, styled; then says after each key what it was, in capitals and in two writes.
PROGRAM = r"""
import os, sys, termios, tty
tty.setraw(0)
os.write(1, b"\x1b[1mhel\x1b[0mlo")
os.write(1, b" \x1b]0;title\x07world")
while (key := os.read(0, 1)) != b"q":
    os.write(1, key.upper())
    os.write(1, b" pressed")
"""


@pytest.fixture
def words() -> list[str]:
    """The program's command line."""
    return [sys.executable, "-c", PROGRAM]


def test_it_is_painted_once_all_texts_are_there_without_what_drives_the_terminal(
    words: list[str], tmp_path: Path
) -> None:
    with Terminal(words, tmp_path) as terminal:
        assert terminal.painted("hello", "world") > 0
        assert terminal.text == "hello world"
        assert terminal.peak > 1


def test_a_key_is_timed_to_the_last_that_comes_of_it(words: list[str], tmp_path: Path) -> None:
    with Terminal(words, tmp_path) as terminal:
        terminal.painted("world")
        assert terminal.after("a", silence=0.2) > 0
        assert terminal.text == "A pressed"


def test_what_does_not_come_is_told_with_what_came(words: list[str], tmp_path: Path) -> None:
    with Terminal(words, tmp_path) as terminal:
        terminal.painted("world")
        terminal.press("q")
        with pytest.raises(NotPainted, match="nobody says this"):
            terminal.painted("nobody says this")


def test_the_program_is_gone_when_its_terminal_is(words: list[str], tmp_path: Path) -> None:
    with Terminal(words, tmp_path) as terminal:
        terminal.painted("world")
    with pytest.raises(FileNotFoundError):
        _ = terminal.peak
