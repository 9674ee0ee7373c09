"""Settings take effect at once and last."""

from pathlib import Path

from tests.tui.decks import CONFIG, all_kinds, plain
from tests.tui.screens import running


async def test_changed_settings_hold_in_a_new_program(home: Path) -> None:
    plain(home, "a")
    async with running() as screen:
        await screen.press("comma", "right")  # cards in Chinese
        await screen.press("down", "down", "right")  # the next theme
        await screen.press("down", "left")  # fewer new cards
        chosen = screen.app.desk.settings
    async with running() as screen:
        assert screen.app.desk.settings == chosen
        assert (chosen.language, chosen.theme, chosen.new_per_day) == ("zh", "quizapp-light", 30)
        assert screen.app.theme == "quizapp-light"


async def test_a_theme_is_worn_at_once(home: Path) -> None:
    plain(home, "a")
    async with running() as screen:
        await screen.press("comma", "down", "down", "right")
        assert screen.app.theme == "quizapp-light"


async def test_a_theme_that_does_not_exist_gives_ours(home: Path) -> None:
    plain(home, "a", config=CONFIG + "theme = 'no such theme'\n")
    async with running() as screen:
        assert screen.app.theme == "quizapp-dark"


async def test_the_interface_changes_its_language_at_once(home: Path) -> None:
    all_kinds(home)
    async with running() as screen:
        text = await screen.press("comma", "down", "right")
        assert "界面语言" in text
        text = await screen.press("escape")
        assert "今天" in text
        assert "设置" in text
        assert "Deck" not in text
        assert not any(word in text for word in ("study", "Today", "Welcome"))


async def test_home_switches_cards_and_interface_together(home: Path) -> None:
    all_kinds(home)
    async with running() as screen:
        assert "今天" in await screen.press("l")
        assert "单元的感受野" in await screen.press("enter")


async def test_another_scale_of_grades_holds_in_the_next_review(home: Path) -> None:
    plain(home, "a")
    async with running((120, 30)) as screen:
        await screen.press("comma", *["down"] * 6, "right", "escape")
        assert "0 Blank" in await screen.press("enter", "space")


async def test_a_plan_that_decides_how_many_new_cards_come_is_told_beside_their_number(home: Path) -> None:
    plain(home, "a")
    told = "New cards a day: ‹ 50 › · or what the plan takes"
    async with running() as screen:
        assert told not in await screen.press("comma")
        screen.app.desk.choose("interview", "2026-12-24")
        assert told in await screen.press("escape", "comma")
        screen.app.desk.choose("interview", "2026-03-04")  # today
        assert told not in await screen.press("escape", "comma")
