"""A card may leave its file while a session is on."""

from pathlib import Path

from tests.conftest import NOW
from tests.tui.decks import plain
from tests.tui.screens import running


async def test_a_card_that_is_gone_is_passed_over_and_the_one_shown_may_still_be_answered(home: Path) -> None:
    plain(home, "a", "b", "c")
    async with running() as screen:
        await screen.press("enter", "space")
        plain(home, "c")
        screen.app.desk.read_cards(NOW)
        await screen.press("3")
        assert (screen.asked, screen.log) == ("c", [("a", "answer", 4)])
