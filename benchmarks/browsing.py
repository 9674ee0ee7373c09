"""How long finding cards takes among 20,000: in the library, and how long a key holds the interface up."""

import asyncio
import gc
import time
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

from benchmarks.decks import NOW, learn, write_cards
from benchmarks.measuring import Measured, measured
from quizapp.paths import Places
from quizapp.store.wanted import Column, Order
from quizapp.study.opening import Desk, open_desk
from quizapp.study.search import parse
from quizapp.tui.app import QuizApp

MANY = 20_000
SIZE = (120, 30)
PAGE = SIZE[1]
SEARCHES = ("", "e", "question 7", "问题", "is:due", "-is:new", "deck:03", "kind:choice what")
KEYS = (*"question", "space", "7", *["backspace"] * 3, "down", *["down"] * 20, "pagedown", "end", "home", "s", "S")
RUNS = 10
_TICK = 0.000_5
"""Seconds. So often the interface's thread is asked whether it is free."""


def browsing(home: Path) -> Iterator[Measured]:
    """Searches with their first page, sorting, then keys in the browse screen."""
    write_cards(home, MANY)
    with open_desk(Places(home, home), NOW) as desk:
        desk.read_cards(NOW)
        learn(desk, 0.5)
        for text in SEARCHES:
            yield measured(f"find `{text}` in {MANY:,} cards", [partial(_find, desk, text, Order())] * RUNS)
        yield measured(f"sort {MANY:,} cards by title", [partial(_find, desk, "", Order(Column.TITLE))] * RUNS)
        yield Measured(f"a key among {MANY:,} cards holds the screen up", tuple(asyncio.run(_held_up(desk))))


def _find(desk: Desk, text: str, order: Order) -> None:
    ids = desk.collection.find(parse(text), order, NOW.date())
    desk.collection.listed(ids[:PAGE])


async def _held_up(desk: Desk) -> list[float]:
    """For each key, the longest time in milliseconds for which the interface's thread did nothing else."""
    app = QuizApp(desk, None, lambda: NOW + timedelta(hours=1))
    times, gaps = [], [0.0]
    gc.freeze()  # as the program does when it runs
    async with app.run_test(size=SIZE) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("b")
        await app.workers.wait_for_complete()
        ticking = asyncio.create_task(_tick(gaps))
        for key in KEYS:
            gaps[0] = 0.0
            await pilot.press(key)
            await app.workers.wait_for_complete()
            await pilot.pause()
            times.append(gaps[0] * 1_000)
        ticking.cancel()
    return times


async def _tick(longest: list[float]) -> None:
    last = time.perf_counter()
    while True:
        await asyncio.sleep(_TICK)
        now = time.perf_counter()
        longest[0], last = max(longest[0], now - last - _TICK), now
