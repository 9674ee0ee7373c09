"""A session on a large collection, in the library; cards added; beside Anki's library."""

from collections.abc import Iterator

from benchmarks.bench import Bench, median_of
from benchmarks.rows import Beside, Row, Value, times_anki
from benchmarks.running.children import anki_python, ankis, ours, steps


def session(bench: Bench) -> Iterator[Row]:
    """Answers, the queue, undos."""
    large, runs = bench.scale.large, bench.scale.slow
    cards = f"{large.cards:,} cards"
    found, theirs = bench.beside_anki("answer", bench.learned(large), runs, str(bench.scale.answers))
    figures = found.times["answer"]
    median, p99 = median_of(theirs, "answer"), None if theirs is None else theirs.times["answer"].p99
    step = f"answer, committed, next card known, {cards}"
    yield Row(
        step, figures, times_anki(1.2, median), limit=_bare(bench, "answer", str(bench.scale.answers)), anki=median
    )
    yield Row("the same, 99th percentile", figures, times_anki(1, p99), Value.P99, bench.commit, p99)
    yield _row(bench, "queue", f"queue: counts and first card, {cards}", 1)
    yield _row(bench, "undo", f"undo, {cards}", 1.2, _bare(bench, "undo"))


def adding(bench: Bench) -> Iterator[Row]:
    """One card, durable, into topics that are there; Anki adds to an empty collection."""
    scale, count = bench.scale, str(bench.scale.added)
    found = steps(ours("add", bench.apart(bench.written(scale.small)), count), scale.slow)
    anki = None
    if anki_python():
        anki = steps(ankis("add", bench.empty(), count), scale.slow).times["add"].median
    yield Row("add one card, durable", found.times["add"], times_anki(2, anki), limit=bench.file_and_commit, anki=anki)


def adding_many(bench: Bench) -> Iterator[Row]:
    """As many as a large collection holds, at once: from their parsed texts until they are committed."""
    large, runs = bench.scale.large, bench.scale.slowest
    found = steps(ours("add_many", bench.unread(large)), runs)
    anki = peak = None
    if anki_python():
        theirs = steps(ankis("add_many", bench.empty(), str(large.cards)), runs)
        anki, peak = theirs.times["add_many"].median, theirs.peak.median
    step, bare = f"add {large.cards:,} parsed cards at once", Beside("bare SQL", found.times["bare_add_many"].median)
    yield Row(step, found.times["add_many"], times_anki(1, anki), limit=bare, anki=anki)
    yield Row("the same, memory", found.peak, times_anki(1, peak), anki=peak, unit="MB")
    yield Row("parsing them before", found.times["parse"])


def _bare(bench: Bench, step: str, *more: str) -> Beside:
    """The step's own statements, and nothing around them."""
    child = ours(f"bare_{step}", bench.learned(bench.scale.large), *more)
    return Beside("bare SQL", steps(child, bench.scale.slow).times[f"bare_{step}"].median)


def _row(bench: Bench, step: str, name: str, factor: float, limit: Beside | None = None) -> Row:
    found, theirs = bench.beside_anki(step, bench.learned(bench.scale.large), bench.scale.slow)
    anki = median_of(theirs, step)
    return Row(name, found.times[step], times_anki(factor, anki), limit=limit, anki=anki)
