"""Another size keeps everything."""

from pathlib import Path

import pytest

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


@pytest.mark.parametrize("size", [(25, 8), (9, 3), (1, 1)])
async def test_a_terminal_too_small_for_anything_hangs_nothing_and_keeps_the_place(
    home: Path, size: tuple[int, int]
) -> None:
    only(home, "several")
    async with running((80, 24)) as screen:
        at_home = screen.text
        await screen.resize(*size)
        assert await screen.resize(80, 24) == at_home
        asked = await screen.press("enter", "1", "down")
        await screen.resize(*size)
        assert await screen.resize(80, 24) == asked
