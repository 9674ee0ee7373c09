"""From the start of a process to its end, or to its picture."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.figures import Figures, in_turn
from benchmarks.homes.cards import ASKED, LAST_DECK
from benchmarks.rows import Beside, Row, Target, at_most, times
from benchmarks.running.limits import bare_interpreter, bare_textual
from benchmarks.running.processes import QUIZAPP, run
from benchmarks.running.terminal import Terminal

_KEYS_OF_HOME, _KEYS_OF_REVIEW = "⏎ study", "? keys"
_HOME = (LAST_DECK, _KEYS_OF_HOME)
"""On the screen once home is there: the last deck, and the line at the bottom."""
_CARD = (ASKED, _KEYS_OF_REVIEW)
_GRADE = "Good"


def commands(bench: Bench) -> Iterator[Row]:
    """The two commands that are to be quick, beside an interpreter that does nothing."""
    count = f"{bench.scale.large.cards:,}"
    with bench.learned(bench.scale.large)() as home:
        work = [partial(_process, words, home) for words in (["--version"], ["due", "--json"])]
        bare, version, due = in_turn([partial(bare_interpreter, home), *work], bench.scale.quick)
    limit = Beside("bare Python", bare.median)
    yield Row("`quizapp --version`", version, times(4, limit), limit=limit)
    yield Row(f"`quizapp due --json`, {count} cards", due, times(6, limit), limit=limit)


def pictures(bench: Bench) -> Iterator[Row]:
    """Home and the first due card, beside the least that Textual can be."""
    small, large = bench.scale.small, bench.scale.large
    with ExitStack() as stack:
        few, many = (stack.enter_context(bench.learned(size)()) for size in (small, large))
        shown = [
            partial(bare_textual, few),
            partial(_picture, [], few, _HOME),
            partial(_picture, ["review"], few, _CARD),
            partial(_picture, ["review"], many, _CARD),
        ]
        bare, home, first, first_of_many = in_turn(shown, bench.scale.quick)
    limit = Beside("bare Textual", bare.median)
    yield Row(f"home painted, {small.cards:,} cards", home, times(1.6, limit), limit=limit)
    yield Row(f"first due card painted, {small.cards:,} cards", first, times(2.2, limit), limit=limit)
    yield Row(f"first due card painted, {large.cards:,} cards", first_of_many, times(2.2, limit), limit=limit)
    yield _flat(first, first_of_many)


def memory(bench: Bench) -> Iterator[Row]:
    """The most that the interface ever held, a first card shown and its answer."""
    large = bench.scale.large
    with bench.learned(large)() as home, Terminal([*QUIZAPP, "review"], home) as terminal:
        terminal.painted(*_CARD)
        terminal.press(" ")  # heard once all is open, behind the first picture
        terminal.painted(_GRADE, silence=2.0)  # by then all is imported
        held = Figures((terminal.peak,))
    yield Row(f"memory, interface open on {large.cards:,} cards", held, at_most(130, "MB"), unit="MB")


def _flat(few: Figures, many: Figures) -> Row:
    ratio = Figures((many.median / few.median,))
    return Row("the same, many cards over few", ratio, Target("≤ 1.15", 1.15), unit="")


def _process(words: Sequence[str], home: Path) -> float:
    return run([*QUIZAPP, *words], home).milliseconds


def _picture(words: Sequence[str], home: Path, texts: Sequence[str]) -> float:
    with Terminal([*QUIZAPP, *words], home) as terminal:
        return terminal.painted(*texts)
