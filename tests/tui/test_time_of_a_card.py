"""The time a card took: what lies between signs of life, a minute at most each."""

from pathlib import Path

import pytest

from quizapp.tui.screens import review
from tests.tui.decks import only, plain
from tests.tui.screens import Screen, running


class _Stopped:
    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def steady(monkeypatch: pytest.MonkeyPatch) -> _Stopped:
    clock = _Stopped()
    monkeypatch.setattr(review, "monotonic", clock)
    return clock


def _milliseconds(screen: Screen) -> list[int | None]:
    desk = screen.app.desk
    return [row.milliseconds for row in desk.collection.of_day(desk.pen.day(screen.app.now()))]


async def test_time_is_counted_from_the_card_to_its_grade(home: Path, steady: _Stopped) -> None:
    plain(home, "a")
    async with running() as screen:
        await screen.press("enter")
        steady.seconds += 5
        await screen.press("space")
        steady.seconds += 7
        await screen.press("3")
        assert _milliseconds(screen) == [12_000]


async def test_an_hour_away_counts_a_minute(home: Path, steady: _Stopped) -> None:
    plain(home, "a")
    async with running() as screen:
        await screen.press("enter")
        steady.seconds += 3600
        await screen.press("space")
        steady.seconds += 2
        await screen.press("3")
        assert _milliseconds(screen) == [62_000]


async def test_scrolling_and_typing_are_signs_of_life(home: Path, steady: _Stopped) -> None:
    only(home, "typed")
    async with running() as screen:
        await screen.press("enter")
        for key in ("7", "backspace", "escape", "down", "enter", "7", "enter"):
            steady.seconds += 50
            await screen.press(key)
        await screen.press("3")
        assert _milliseconds(screen) == [350_000]
