"""Setting a card aside, until tomorrow or for good."""

from pathlib import Path

from tests.tui.decks import plain
from tests.tui.screens import Clock, running


async def test_a_buried_card_comes_tomorrow(home: Path) -> None:
    plain(home, "a", "b")
    clock = Clock()
    async with running(clock=clock) as screen:
        await screen.press("enter", "z")
        assert (screen.asked, screen.told) == ("b", "Buried until tomorrow. u undoes.")
    clock.forward(days=1)
    async with running(clock=clock) as screen:
        await screen.press("enter")
        assert screen.asked == "a"


async def test_a_suspended_card_does_not_come(home: Path) -> None:
    plain(home, "a", "b")
    clock = Clock()
    async with running(clock=clock) as screen:
        await screen.press("enter", "x")
        assert screen.log == [("a", "suspend", None)]
    clock.forward(days=1)
    async with running(clock=clock) as screen:
        await screen.press("enter")
        assert screen.asked == "b"
