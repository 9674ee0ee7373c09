"""Practice leaves the schedule alone."""

from pathlib import Path

from tests.tui.decks import plain
from tests.tui.screens import running


async def test_practice_promises_no_days_and_moves_nothing(home: Path) -> None:
    plain(home, "a")
    async with running() as screen:
        text = await screen.press("c", "space")
        assert "practice" in text
        assert "1d" not in text
        assert "today" not in text
        await screen.press("3")
        assert screen.log == [("a", "practice", 4)]
        assert screen.app.desk.collection.standing("plain/a").memory.due is None
        assert "1 new" in await screen.press("enter")
