"""A whole collection looked through, carried out and in; and every check of the bundled cards tried."""

from collections.abc import Iterator
from contextlib import nullcontext

from benchmarks.bench import Bench
from benchmarks.figures import Figures
from benchmarks.library.packing import PACKAGE
from benchmarks.rows import Beside, Row, at_most, times_anki
from benchmarks.running.children import Copy, anki_python, ankis, ours, steps
from benchmarks.running.processes import QUIZAPP, ROOT, run

_APKG = ("export", "apkg", "-o", PACKAGE)
_CHECKED = (0, 1)
"""A deck without the others has faults: its topics see others."""


def looking(bench: Bench) -> Iterator[Row]:
    """`doctor`, with all schedules worked out anew."""
    large = bench.scale.large
    found = _took(bench.learned(large), bench.scale.slow, "doctor", "--rebuild")
    anki = _anki(bench, "check")
    yield Row(f"`doctor --rebuild`, {2 * large.cards:,} answers", found, times_anki(1, anki), anki=anki)


def exporting(bench: Bench) -> Iterator[Row]:
    """A package for Anki, and everything as data."""
    copy, runs, count = bench.learned(bench.scale.large), bench.scale.slow, f"{bench.scale.large.cards:,} cards"
    anki = _anki(bench, "export")
    found = _took(copy, runs, *_APKG)
    yield Row(f"`export apkg`, {count}", found, times_anki(1, anki), limit=_packing(copy, runs), anki=anki)
    yield Row(f"`export json`, {count}", _took(copy, runs, "export", "json", "-o", "out.json"), at_most(3_000))


def merging(bench: Bench) -> Iterator[Row]:
    """Two machines' logs put together."""
    large = bench.scale.large
    other = bench.other_machine(large) / "quizapp.db"
    found = _took(bench.learned(large), bench.scale.slow, "merge", str(other))
    yield Row(f"`merge`, {2 * large.cards:,} answers into as many", found, at_most(6_000))


def checking(bench: Bench) -> Iterator[Row]:
    """`check` of the bundled decks."""
    words = [*QUIZAPP, "check", str(ROOT / bench.scale.checked)]
    with bench.empty()() as home:
        runs = [run(words, home, well=_CHECKED).milliseconds for _ in range(bench.scale.slow)]
    yield Row(f"`check {bench.scale.checked}`, 200 variants of every check", Figures(tuple(runs)), at_most(10_000))


def _took(copy: Copy, runs: int, *words: str) -> Figures:
    return Figures(tuple(_once(copy, words) for _ in range(runs)))


def _once(copy: Copy, words: tuple[str, ...]) -> float:
    with copy() as home:
        return run([*QUIZAPP, *words], home, folder=home).milliseconds


def _packing(copy: Copy, runs: int) -> Beside:
    """The package's own rows, put into its tables and packed by whoever has them."""
    with copy() as home:
        run([*QUIZAPP, *_APKG], home, folder=home)
        child = ours("pack", lambda: nullcontext(home), str(runs))
        return Beside("bare rows", steps(child, 1).times["pack"].median)


def _anki(bench: Bench, step: str) -> float | None:
    if anki_python() is None:
        return None
    return steps(ankis(step, bench.anki_collection()), bench.scale.slow).times[step].median
