"""A card written in more than one language, and one that is for all of them."""

from pathlib import Path

from tests.tui.adding import card, form, no_cards, opened, place, write
from tests.tui.screens import running


async def test_both_languages_make_one_card(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await place(screen, topic="t")
        await write(screen, "Why?", "So.")
        assert "▸English ✓   中文 ·" in screen.text
        await screen.press("ctrl+l")
        await write(screen, "为什么？", "因为。")
        assert " English ✓  ▸中文 ✓" in screen.text
        await screen.press("ctrl+s")
        assert set(card(screen, "t/why").faces) == {"en", "zh"}


async def test_another_language_begins_with_its_prompt_and_one_that_is_written_keeps_the_field(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await write(screen, "Why?", "So.")
        await screen.press("ctrl+l")
        await screen.type("p")
        assert form(screen).form.text("zh").prompt == "p"
        await screen.press("tab", "ctrl+l", "ctrl+l")
        assert form(screen).language == "zh"
        await screen.type("a")
        assert form(screen).form.text("zh").answer == "a"
        await screen.press("shift+tab", "shift+tab", "ctrl+l")
        await screen.type("t")
        assert form(screen).form.tags == ("t",)


async def test_a_card_for_every_language_lands_in_a_file_without_one(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await place(screen, topic="t")
        await screen.press("ctrl+l", "ctrl+l")
        await write(screen, "Why?", "So.")
        await screen.press("ctrl+s")
        assert (home / "cards" / "t.md").is_file()


async def test_the_next_card_begins_in_the_language_in_which_the_last_one_did(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await place(screen, topic="t")
        await write(screen, "Why?", "So.")
        await screen.press("ctrl+l")
        await write(screen, "为什么？", "因为。")
        await screen.press("ctrl+s")
        assert form(screen).language == "en"
        await screen.press("ctrl+l")
        await write(screen, "何时？", "现在。")
        await screen.press("ctrl+s")
        assert form(screen).language == "zh"


async def test_beside_another_language_none_for_all_is_offered(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await screen.press("ctrl+l", "ctrl+l")
        assert form(screen).language == "every"
        await screen.press("ctrl+l")
        await write(screen, "Why?", "So.")
        assert [(await screen.press("ctrl+l"), form(screen).language)[1] for _ in range(3)] == ["zh", "en", "zh"]
