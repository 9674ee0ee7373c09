"""Keys: from one to the picture that it makes."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import cast

from benchmarks.bench import Bench
from benchmarks.figures import Figures
from benchmarks.homes import texts
from benchmarks.homes.cards import ASKED, LAST_DECK
from benchmarks.rows import Row, Value, at_most
from benchmarks.running.children import told
from benchmarks.running.processes import QUIZAPP
from benchmarks.running.terminal import Terminal
from benchmarks.scale import Scale

_ENTER, _EASY, _BURY = "\r", "4", "z"
_ANSWERED = "4 Easy"
"""On the screen once a card is answered, and before no key is a grade."""
_TICKING = 0.3
"""Seconds. Points are ticked off before they are answered: enter is pressed twice."""
_SEARCHING = 0.3
"""Seconds. A search runs beside the interface, which says nothing until it has found."""


def reviewing(bench: Bench) -> Iterator[Row]:
    """Every bundled card practised: enter until it is answered, then Easy. Exercises are put off."""
    with bench.bundled()() as home:
        order = cast("list[tuple[str, str]]", told("order", home)["cards"])
        answers, nexts = _through(home, order[: bench.scale.bundled + 1], bench.scale)
    cards = f"{len(nexts.runs)} bundled cards"
    yield Row(f"key to next card painted, {cards}", nexts, at_most(40))
    yield Row("the same, longest", nexts, at_most(150), value=Value.LONGEST)
    yield Row("key to answer painted", answers)


def browsing(bench: Bench) -> Iterator[Row]:
    """A search typed into the browse screen: each letter's first page. And what the interface held at most by then."""
    size = bench.scale.large
    with bench.learned(size)() as home, Terminal(QUIZAPP, home) as terminal:
        terminal.painted(LAST_DECK, silence=2.0)  # by then all is open behind the first picture
        terminal.press("b")
        opened = terminal.painted(ASKED)
        typed = [_typed(terminal, letter) for letter in texts.OFTEN]
        held = Figures((terminal.peak,))
    yield Row(f"browse screen opened, {size.cards:,} cards", Figures((opened,)))
    first, whole = (Figures(times) for times in zip(*typed, strict=True))
    yield Row(f"letter of a search to its page painted, {size.cards:,} cards", first, at_most(50))
    yield Row("the same, until it is told how many there are", whole)
    yield Row("memory after that search", held, unit="MB")


def _typed(terminal: Terminal, letter: str) -> tuple[float, float]:
    """How long it takes until there are rows of what was found, and until nothing more comes."""
    terminal.press(letter)
    return terminal.painted(ASKED, silence=0), terminal.settled(_SEARCHING)


def _through(home: Path, order: list[tuple[str, str]], scale: Scale) -> tuple[Figures, Figures]:
    """How long answers took, and next cards. `order` has each card's kind, and how far the session is with it."""
    answers, nexts = [], []
    with Terminal([*QUIZAPP, "review", "--cram"], home) as terminal:
        terminal.painted(order[0][1], "? keys")
        for (kind, _), (_, place) in pairwise(order):
            if kind != "exercise":
                answers.append(_answer(terminal, kind, scale.silence))
            terminal.press(_BURY if kind == "exercise" else _EASY)
            nexts.append(terminal.painted(place, silence=scale.silence))
    return Figures(tuple(answers)), Figures(tuple(nexts))


def _answer(terminal: Terminal, kind: str, silence: float) -> float:
    if kind == "points":
        terminal.after(_ENTER, _TICKING)
    terminal.press(_ENTER)
    return terminal.painted(_ANSWERED, silence=silence)
