"""Another size keeps everything."""

from pathlib import Path

from tests.tui.decks import only
from tests.tui.screens import running


async def test_picks_and_place_survive_any_size(home: Path) -> None:
    only(home, "several")
    async with running((120, 30)) as screen:
        before = await screen.press("enter", "1", "down")
        for size in ((60, 20), (30, 8), (200, 60)):
            await screen.resize(*size)
        assert await screen.resize(120, 30) == before


async def test_home_is_laid_out_anew(home: Path) -> None:
    only(home, "several")
    async with running((60, 20)) as screen:
        narrow = screen.text
        wide = await screen.resize(120, 30)
        assert max(map(len, wide.splitlines())) == 119
        assert await screen.resize(60, 20) == narrow
