"""Searches, with the page that is shown first, and all statistics."""

from collections.abc import Callable
from datetime import UTC
from functools import partial
from pathlib import Path

from benchmarks.figures import timed
from benchmarks.homes import texts
from benchmarks.homes.cards import NOW
from benchmarks.library.desks import desk_in
from quizapp.store.searching.wanted import Order
from quizapp.study.opening import Desk
from quizapp.study.searching.search import parse
from quizapp.study.statistics.whole import statistics as all_statistics

SEARCHES = {
    "latin": texts.OFTEN,
    "latin_seldom": texts.SELDOM,
    "chinese": texts.OFTEN_ZH,
    "chinese_seldom": texts.SELDOM_ZH,
    "tag": f"tag:={texts.TAG}",
    "due": "is:due",
}
_PAGE = 30
_TIMES, _STATISTICS = 5, 3


def search(home: Path) -> dict[str, list[float]]:
    """Each search's ids, several times; and for each, under `NAME page`, the screenful of rows that is shown first."""
    asked: dict[str, Callable[[Desk, str], object]] = {"": _find, " page": _page}
    with desk_in(home) as desk:
        return {
            name + of: [timed(partial(ask, desk, wanted)) for _ in range(_TIMES)]
            for of, ask in asked.items()
            for name, wanted in SEARCHES.items()
        }


def statistics(home: Path) -> dict[str, list[float]]:
    """All figures there are, several times."""
    with desk_in(home) as desk:
        work = partial(all_statistics, desk.collection, NOW, zone=UTC, starts_at=desk.settings.day_starts_at)
        return {"statistics": [timed(work) for _ in range(_STATISTICS)]}


def _find(desk: Desk, wanted: str, most: int | None = None) -> list[str]:
    found = desk.collection.find(parse(wanted), Order(), NOW.date(), most)
    assert found, wanted
    return found


def _page(desk: Desk, wanted: str) -> None:
    desk.collection.listed(_find(desk, wanted, _PAGE))
