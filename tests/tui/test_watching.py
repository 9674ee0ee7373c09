"""A file that changes on the disk while the program runs."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from quizapp.paths import places
from quizapp.store.files.reading import Reading
from quizapp.study.editing.watching import Watch
from quizapp.study.opening import Desk, library_folders, open_desk
from quizapp.study.starting import Start
from quizapp.tui.app import QuizApp
from tests.tui.adding import settled
from tests.tui.decks import only, plain
from tests.tui.screens import Clock, Screen, running, threads_end

NEVER = 10_000.0
"""Seconds until the program would look by itself: the test looks."""


@asynccontextmanager
async def watching(interval: float = NEVER) -> AsyncIterator[Screen]:
    """The program, open on home, which looks for changes when it is told to."""
    now = Clock()
    with open_desk(places(), now()) as desk:
        watch = Watch(lambda: library_folders(desk.settings, desk.places), interval=interval)
        app = QuizApp(Start.of(desk), None, now, lambda _desk: watch)
        async with threads_end(), app.run_test(size=(80, 24), notifications=True) as pilot:
            await app.workers.wait_for_complete()
            await pilot.pause()
            yield Screen(app, pilot)


async def _look(screen: Screen) -> str:
    screen.app.files.look()
    for _ in range(2):  # the look, and the reading that follows
        await screen.app.workers.wait_for_complete()
        await screen.pilot.pause()
    return screen.text


async def test_home_tells_what_waits_since(home: Path) -> None:
    plain(home, "a")
    async with watching() as screen:
        assert "1 new" in screen.text
        plain(home, "a", "b", "c")
        assert "3 new" in await _look(screen)
        assert "1 changed file was read again." in screen.told


async def test_a_folder_that_is_shut_while_it_is_read_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain(home, "a")

    def refuse(*_: object) -> Reading:
        raise PermissionError(13, "Permission denied", "/home/me")

    async with watching() as screen:
        monkeypatch.setattr(Desk, "read_cards", refuse)
        plain(home, "a", "b")
        assert "1 new" in await _look(screen)
        assert screen.told.startswith("/home/me cannot be opened (Permission denied) check its permissions")


async def test_a_fault_that_came_in_is_told_with_the_change(home: Path) -> None:
    plain(home, "a", "b")
    (file,) = (home / "cards").rglob("*.md")
    async with watching() as screen:
        file.write_text(file.read_text(encoding="utf-8").replace("The answer to b.", ""), encoding="utf-8")
        assert "2 new" in await _look(screen)
        assert "1 fault in card files: f at home shows more." in screen.told


async def test_a_change_that_is_noticed_while_files_are_read_is_read_after_that(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain(home, "a")
    passed_by, goes_on = Event(), Event()
    async with watching() as screen:
        read_cards = screen.app.desk.read_cards

        def slow(*given: Any) -> Reading:
            try:
                return read_cards(*given)
            finally:
                passed_by.set()
                goes_on.wait(10)

        monkeypatch.setattr(screen.app.desk, "read_cards", slow)
        screen.app.files.read()
        assert await asyncio.to_thread(passed_by.wait, 10)
        plain(home, "a", "b")
        screen.app.files._looked(1)
        goes_on.set()
        await settled(screen)
        assert "2 new" in await screen.press()


async def test_nothing_is_said_where_nothing_really_changed(home: Path) -> None:
    plain(home, "a")
    async with watching() as screen:
        await _look(screen)
        plain(home, "a")
        (home / "cards" / "deck.toml").write_text("order = 3\n")
        await _look(screen)
        assert screen.told == ""


async def test_the_card_shown_has_its_new_text(home: Path) -> None:
    only(home, "basic")
    file = home / "cards" / "kinds.en.md"
    async with watching() as screen:
        await screen.press("enter")
        file.write_text(file.read_text().replace("What does a unit's", "What does this unit's"))
        assert "What does this unit's" in await _look(screen)
        await screen.press("space", "3")
        assert screen.log == [("basic", "answer", 4)]


async def test_a_card_below_another_screen_has_its_new_text_when_one_is_back(home: Path) -> None:
    only(home, "basic")
    file = home / "cards" / "kinds.en.md"
    async with watching() as screen:
        await screen.press("enter", "a")
        file.write_text(file.read_text().replace("What does a unit's", "What does this unit's"))
        await _look(screen)
        assert "What does this unit's" in await screen.press("escape")


async def test_once_the_learner_has_begun_to_answer_the_text_stays_until_the_next_card(home: Path) -> None:
    only(home, "several")
    file = home / "cards" / "kinds.en.md"
    async with watching() as screen:
        await screen.press("enter", "1")
        file.write_text(file.read_text().replace("Which two are even?", "Which two are even now?"))
        text = await _look(screen)
        assert "Which two are even?" in text
        assert "1 [x]" in text
        assert "even now" not in await screen.press("enter")


async def test_a_text_being_typed_is_a_beginning(home: Path) -> None:
    only(home, "typed")
    file = home / "cards" / "kinds.en.md"
    async with watching() as screen:
        await screen.press("enter", "7")
        file.write_text(file.read_text().replace("with dilation 3", "with dilation of 3"))
        assert "with dilation 3" in await _look(screen)


async def test_a_card_whose_file_is_gone_may_still_be_answered(home: Path) -> None:
    plain(home, "a")
    async with watching() as screen:
        await screen.press("enter")
        (home / "cards" / "plain.md").unlink()
        assert "What is a?" in await _look(screen)
        await screen.press("space", "3")
        assert screen.log == [("a", "answer", 4)]


async def test_a_folder_that_is_away_takes_no_card_with_it(home: Path) -> None:
    plain(home, "a")
    write = home / "config.toml"
    write.write_text(write.read_text() + f"cards = '{home}/cards'\n")
    async with watching() as screen:
        (home / "cards").rename(home / "away")
        assert "1 new" in await _look(screen)
        assert screen.told == ""


async def test_without_a_watch_nothing_is_looked_at(home: Path) -> None:
    plain(home, "a")
    async with running() as screen:
        plain(home, "a", "b")
        assert "1 new" in await _look(screen)


async def test_the_program_looks_by_itself_again_and_again(home: Path) -> None:
    plain(home, "a")
    async with watching(interval=0.01) as screen:
        for cards in (["a", "b"], ["a", "b", "c"]):
            plain(home, *cards)
            tries = iter(range(10_000))
            while f"{len(cards)} new" not in screen.text and next(tries, None) is not None:
                await screen.pilot.pause()
            assert f"{len(cards)} new" in screen.text
