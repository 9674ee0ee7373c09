"""The list of faults where there are more than are laid out at once."""

from pathlib import Path

import pytest
from textual.events import MouseEvent, MouseScrollDown, MouseScrollUp

from tests.conftest import write_cards
from tests.tui.adding import no_cards
from tests.tui.screens import Screen, running

_FAULTS = 230


def _faulty(home: Path, language: str) -> None:
    no_cards(home, language)
    cards = "\n".join(f"## Order {number} {{.order}}\n\nNo.\n" for number in range(_FAULTS))
    write_cards(home, {"cards/many.md": cards})


def _at_cursor(text: str) -> str:
    (line,) = (line for line in text.split("\n") if "▸" in line)
    return line


@pytest.mark.parametrize(
    ("language", "above", "below"),
    [("en", "… {} more above", "… {} more below"), ("zh", "… 上面还有 {} 条", "… 下面还有 {} 条")],
)
async def test_the_cursor_turns_the_page_and_what_is_beside_it_is_told(
    home: Path, language: str, above: str, below: str
) -> None:
    _faulty(home, language)
    async with running((80, 24)) as screen:
        await screen.press("f", *["pagedown"] * 9)
        last_of_page = await screen.press(*["down"] * 9)
        assert "cards/many.md:399:1" in _at_cursor(last_of_page)
        assert below.format(130) in last_of_page
        assert above.format(100) not in last_of_page
        next_page = await screen.press("down")
        assert "cards/many.md:403:1" in _at_cursor(next_page)
        assert above.format(100) in next_page
        end = await screen.press(*["pagedown"] * 13)
        assert "cards/many.md:919:1" in _at_cursor(end)
        assert below.partition("{}")[0] not in end
        assert "cards/many.md:3:1" in _at_cursor(await screen.press("home"))
        assert "cards/many.md:919:1" in _at_cursor(await screen.press("end"))


async def test_so_many_faults_are_laid_out_and_no_more(home: Path) -> None:
    _faulty(home, "en")
    async with running((120, 400)) as screen:
        text = await screen.press("f")
        assert text.count("✗") == 100
        assert "… 130 more below" in text
        assert "more above" not in text


async def test_the_wheel_turns_the_page_where_it_has_scrolled_through_it(home: Path) -> None:
    _faulty(home, "en")
    async with running((80, 24)) as screen:
        await screen.press("f", *["pagedown"] * 9, *["down"] * 9)
        down = await _turned(screen, MouseScrollDown)
        assert "… 100 more above" in down
        assert "cards/many.md:403:1" in _at_cursor(down)
        up = await _turned(screen, MouseScrollUp)
        assert "… 130 more below" in up
        assert "cards/many.md:399:1" in _at_cursor(up)
        await screen.press("home")
        assert "cards/many.md:3:1" in _at_cursor(await _turned(screen, MouseScrollUp))
        await screen.press("end")
        assert "cards/many.md:919:1" in _at_cursor(await _turned(screen, MouseScrollDown))


async def _turned(screen: Screen, wheel: type[MouseEvent]) -> str:
    await screen.pilot._post_mouse_events([wheel], "#dialog", (5, 5), button=0)
    return screen.text
