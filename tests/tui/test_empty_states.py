"""What is told where there is nothing to do, and what to do then."""

from pathlib import Path

import pytest

from quizapp.errors import StoreError
from tests.conftest import write_cards
from tests.tui.decks import CONFIG, all_kinds, plain
from tests.tui.screens import running


async def test_without_cards_home_says_how_to_add_one_and_where_to_put_files(home: Path) -> None:
    write_cards(home, {"config.toml": CONFIG})
    async with running() as screen:
        assert "No cards yet" in screen.text
        told = " ".join(screen.text.replace("│", " ").split())
        assert "a adds one; `quizapp import` brings them from other programs; or put Markdown files into" in told
        assert "home/cards." in told
        await screen.press("enter")
        assert "Nothing waits here today." in screen.told


async def test_cards_put_there_are_found_by_reading_again(home: Path) -> None:
    write_cards(home, {"config.toml": CONFIG})
    async with running() as screen:
        plain(home, "a")
        await screen.press("r")
        await screen.app.workers.wait_for_complete()
        assert "1 new" in await screen.press("down")
        assert screen.told == "The card files were read again."


async def test_what_could_not_be_read_again_is_not_told_as_read(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain(home, "a")
    async with running() as screen:

        def fails(*_: object) -> None:
            raise StoreError("the database is locked", "close the other program")

        monkeypatch.setattr(screen.app.desk, "read_cards", fails)
        await screen.press("r")
        await screen.app.workers.wait_for_complete()
        await screen.press()
        assert screen.told == "the database is locked close the other program"


async def test_a_finished_day_says_when_the_next_cards_come(home: Path) -> None:
    plain(home, "a")
    async with running() as screen:
        text = await screen.press("enter", "space", "3", "enter")
        assert "Done for today. The next cards come on 2026-03-05." in text


async def test_nothing_due_says_that_a_deck_may_be_practised(home: Path) -> None:
    plain(home, "a", config=CONFIG.replace("new_per_day = 50", "new_per_day = 0"))
    async with running() as screen:
        assert "Nothing waits. c practises a deck all the same." in screen.text


async def test_faults_are_hinted_at_and_shown(home: Path) -> None:
    plain(home, "a")
    write_cards(home, {"cards/[red]odd[/].md": "# Odd\n\n## No answer {#n .order}\n\ntext\n"})
    async with running((200, 30)) as screen:
        assert "1 fault in card files: f shows more." in screen.text
        shown = await screen.press("f")
        assert "cards/[red]odd[/].md:" in shown
        assert "numbered list" in shown
        assert "1 new" in await screen.press("f")


async def test_a_library_of_faults_only_says_so(home: Path) -> None:
    write_cards(home, {"config.toml": CONFIG, "cards/odd.md": "# Odd\n\n## No answer {#n .order}\n\ntext\n"})
    async with running() as screen:
        assert "1 fault in card files" in screen.text


async def test_when_the_day_is_done_home_gives_ten_more(home: Path) -> None:
    all_kinds(home, CONFIG.replace("new_per_day = 50", "new_per_day = 1"))
    async with running() as screen:
        await screen.press("enter", "space", "3", "enter")
        assert "1 of 6" in await screen.press("m")


async def test_escape_at_home_does_not_leave(home: Path) -> None:
    all_kinds(home)
    async with running() as screen:
        assert "All decks" in await screen.press("escape", "escape")
