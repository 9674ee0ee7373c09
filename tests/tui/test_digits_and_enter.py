"""A whole session by digits and enter."""

from pathlib import Path

from tests.tui.decks import all_kinds
from tests.tui.screens import running


async def test_digits_and_enter_lead_through_every_kind_of_card(home: Path) -> None:
    all_kinds(home)
    async with running() as screen:
        await screen.press("enter")
        await screen.press("enter", "3")  # basic: shown, good
        await screen.press("1", "enter", "4")  # choice
        await screen.press("1", "2", "enter", "3")  # several
        await screen.press("1", "2", "3", "4", "enter", "4")  # order
        await screen.press("enter", "4")  # cloze
        await screen.press("enter", "1", "2", "3", "4", "enter", "3")  # points
        text = await screen.press("7", "enter", "4")  # typed
        assert "Done for now" in text
        assert [(card, grade) for card, _, grade in screen.log] == [
            ("basic", 4),
            ("choice", 5),
            ("several", 4),
            ("order", 5),
            ("cloze", 5),
            ("points", 4),
            ("typed", 5),
        ]
