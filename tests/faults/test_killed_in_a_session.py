"""The interface, killed at any moment: every answer whose next card was shown is on disk, once."""

from collections import Counter
from pathlib import Path

from tests.faults.forge import Forge
from tests.faults.homes import answers, assert_sound, furnished
from tests.faults.terminals import Terminal
from tests.soak import drawn, rounds

MOST = 5
"""Answers before it is killed."""
SOON = 0.08
"""Seconds after the last key, in which that answer is written, or the next card drawn, or nothing happens any more."""


def test_every_answer_whose_next_card_was_shown_is_there_once(forge: Forge, home: Path) -> None:
    times, chance = rounds(4, 100), drawn("session")
    furnished(home, cards=(MOST + 1) * times + 1)
    for _round in range(times):
        before = answers(home) if (home / "quizapp.db").exists() else Counter[str]()
        terminal = Terminal.open(forge, "review", home=home)
        first = len(before)
        terminal.wait_for(f"What is {first}?")
        shown = chance.randrange(MOST + 1)
        for number in range(first, first + shown):
            answer(terminal, number)
            terminal.wait_for(f"What is {number + 1}?")
        answer(terminal, first + shown)  # which may or may not be written
        terminal.read(chance.uniform(0, SOON))
        assert terminal.kill().killed
        assert_sound(forge, home)
        sure = Counter({f"q{number}": 1 for number in range(first + shown)})
        perhaps = Counter({f"q{first + shown}": 1})
        assert answers(home) in (sure, sure + perhaps)


def answer(terminal: Terminal, number: int) -> None:
    """Turns the card over, and grades it."""
    terminal.type(" ")
    terminal.wait_for(f"It is {number}.")
    terminal.type("3")
