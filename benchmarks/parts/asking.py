"""Questions put to a whole collection: searches, statistics; beside Anki's library."""

from collections.abc import Iterator

from benchmarks.bench import Bench, median_of
from benchmarks.rows import Row, at_most, times_anki

_SEARCHES = {
    "latin": "search for a Latin word, in half of the cards",
    "latin_seldom": "search for a Latin word, in few cards",
    "chinese": "search for a Chinese word, in half of the cards",
    "chinese_seldom": "search for a Chinese word, in few cards",
    "tag": "search for a tag",
    "due": "search `is:due`",
}
_PAGES = {name: _SEARCHES[name] for name in ("latin", "latin_seldom")}
"""As soon found as any, and as late."""


def searching(bench: Bench) -> Iterator[Row]:
    """Searches of a large collection: all ids in their order, and one with its first page."""
    large = bench.scale.large
    found, theirs = bench.beside_anki("search", bench.learned(large), bench.scale.slow)
    for name, step in _SEARCHES.items():
        anki = median_of(theirs, name)
        yield Row(step, found.times[name], times_anki(1, anki), anki=anki)
    for name, step in _PAGES.items():
        yield Row(f"first page of a {step}", found.times[f"{name} page"], at_most(50))


def statistics(bench: Bench) -> Iterator[Row]:
    """All figures that there are."""
    large = bench.scale.large
    found, theirs = bench.beside_anki("statistics", bench.learned(large), bench.scale.slow)
    anki = median_of(theirs, "statistics")
    step = f"all statistics, {large.cards:,} cards, {2 * large.cards:,} answers"
    yield Row(step, found.times["statistics"], times_anki(1, anki), anki=anki)
