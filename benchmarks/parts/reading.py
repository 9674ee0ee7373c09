"""Markdown cards read: for the first time, and unchanged since the last."""

from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.figures import Figures, in_turn
from benchmarks.homes.cards import Size
from benchmarks.rows import Beside, Row, Target, at_most
from benchmarks.running.processes import QUIZAPP, Ran, run

_ONE = Size(1, 1)
_MORE = 100
"""Milliseconds that all these files may cost where nothing changed."""


def reading(bench: Bench) -> Iterator[Row]:
    """By `quizapp show`, which reads all folders and shows one card."""
    size = bench.scale.markdown
    what = f"{size.cards:,} Markdown cards"
    first = [_once(bench, size) for _ in range(bench.scale.slow)]
    took, held = (Figures(tuple(getattr(ran, name) for ran in first)) for name in ("milliseconds", "peak"))
    yield Row(f"first reading of {what} in {size.files} files", took, at_most(6_000))
    yield Row("the same, memory", held, at_most(400, "MB"), unit="MB")
    with ExitStack() as stack:
        homes = [stack.enter_context(bench.unread(one)()) for one in (_ONE, size)]
        one, all_ = in_turn([partial(_milliseconds, home) for home in homes], bench.scale.quick)
    target = Target(f"≤ {_MORE} ms more", one.median + _MORE)
    yield Row(f"start with {what}, unchanged", all_, target, limit=Beside("with one card", one.median))


def _once(bench: Bench, size: Size) -> Ran:
    with bench.unread(size)() as home:
        return _show(home)


def _milliseconds(home: Path) -> float:
    return _show(home).milliseconds


def _show(home: Path) -> Ran:
    return run([*QUIZAPP, "show", "topic-0000/q0"], home)
