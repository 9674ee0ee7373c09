"""The first picture: there before the collection is open, true, and deaf to no key."""

import asyncio
from pathlib import Path

import pytest
from textual import events

from quizapp.errors import StoreError
from quizapp.paths import places
from quizapp.scheduling.grades import Grade
from quizapp.study.opening import open_desk
from quizapp.study.sessions.scope import Scope
from quizapp.study.sessions.session import Session
from quizapp.study.starting import starting
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.browse import BrowseScreen
from quizapp.tui.screens.review import ReviewScreen
from quizapp.tui.screens.statistics import StatisticsScreen
from quizapp.tui.themes import DARK, LIGHT
from tests.conftest import NOW, questions, write_cards
from tests.tui.decks import CONFIG, all_kinds, only, plain
from tests.tui.first_picture import Gate, begun, read, typed
from tests.tui.screens import Clock, running, threads_end

SIZES = [(60, 20), (80, 24), (120, 30)]


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch, home: Path) -> Gate:
    """The gate, closed; before it, the program was there once."""
    plain(home, "a", "b", "c")
    read()
    return Gate(monkeypatch)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", SIZES)
async def test_home_is_the_same_before_and_after_the_desk_is_open(
    home: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], language: str
) -> None:
    all_kinds(home, CONFIG.replace("'en'", f"'{language}'"))
    read()
    gate = Gate(monkeypatch)
    async with begun(gate, size) as screen:
        before = screen.text
        assert screen.app.start.desk is None
        assert await gate.open(screen) == before
        assert screen.app.start.desk is not None


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", SIZES)
async def test_the_first_card_is_the_same_before_and_after_there_is_a_session(
    home: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], language: str
) -> None:
    all_kinds(home, CONFIG.replace("'en'", f"'{language}'"))
    read()
    gate = Gate(monkeypatch)
    async with begun(gate, size, Scope()) as screen:
        before = screen.text
        assert screen.app.start.desk is None
        assert await gate.open(screen) == before
        assert isinstance(screen.app.screen, ReviewScreen)
        assert screen.app.screen.session.card is not None


@pytest.mark.parametrize("kind", ["basic", "choice", "several", "cloze", "order", "points", "typed"])
async def test_every_kind_of_card_may_be_the_first(home: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    only(home, kind)
    read()
    gate = Gate(monkeypatch)
    async with begun(gate, (80, 24), Scope()) as screen:
        before = screen.text
        assert await gate.open(screen) == before


async def test_what_is_typed_before_the_desk_is_open_is_heard_once_it_is(gate: Gate) -> None:
    async with begun(gate) as screen:
        await typed(screen, "b", "q", "b")
        assert "All decks" in screen.text
        await gate.open(screen)
        assert isinstance(screen.app.screen, BrowseScreen)
        assert len(screen.app.screen_stack) == 2


async def test_the_first_card_is_answered_by_what_was_typed_before_there_was_a_session(gate: Gate) -> None:
    async with begun(gate, scope=Scope()) as screen:
        await typed(screen, " ", "3")
        assert "The answer" not in screen.text
        await gate.open(screen)
        await screen.press()
        assert [(card, grade) for card, _, grade in screen.log] == [("a", Grade.GOOD)]
        assert screen.asked == "b"


async def test_a_first_card_that_was_answered_elsewhere_makes_room_for_the_next(gate: Gate) -> None:
    async with begun(gate, scope=Scope()) as screen:
        assert "What is a?" in screen.text
        with open_desk(places(), NOW) as other:
            Session(other.collection, other.settings, Scope(), NOW).answer(Grade.GOOD, NOW, 1000)
        assert "What is b?" in await gate.open(screen)
        assert screen.asked == "b"


async def test_where_all_was_answered_elsewhere_home_is_shown_and_that_nothing_waits(gate: Gate) -> None:
    async with begun(gate, scope=Scope(limit=1)) as screen:
        with open_desk(places(), NOW) as other:
            session = Session(other.collection, other.settings, Scope(), NOW)
            while session.card:
                session.answer(Grade.GOOD, NOW, 1000)
        await gate.open(screen)
        assert "Done for today." in await screen.press()
        assert "Nothing waits" in screen.told


async def test_what_came_into_the_card_files_meanwhile_is_asked_in_the_session(gate: Gate, home: Path) -> None:
    write_cards(home / "cards", {"02-more/more.md": questions("d", title="More")})
    async with begun(gate, scope=Scope()) as screen:
        await gate.open(screen)
        for _ in range(4):
            await screen.press("space", "3")
        assert [card for card, _, _ in screen.log] == ["a", "b", "c", "d"]


async def test_a_first_card_that_is_in_no_file_any_more_is_not_asked(gate: Gate, home: Path) -> None:
    plain(home, "b", "c")
    async with begun(gate, scope=Scope()) as screen:
        assert "What is b?" in await gate.open(screen)


async def test_a_desk_that_cannot_be_opened_ends_the_program_and_says_why(
    gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate.leave()
    refused = StoreError("the disk is gone", "bring it back")
    gate = Gate(monkeypatch, refused)
    async with begun(gate) as screen:
        await typed(screen, "s")  # waits for the desk, and must not keep the program from ending
        gate.leave()
        await asyncio.wait_for(screen.app.beginning.opened.wait(), 10)
        assert screen.app._exit
        assert screen.app.beginning.refused is refused
        assert len(screen.app.screen_stack) == 1


async def test_a_folder_that_is_shut_while_the_desk_is_opened_ends_the_program_in_order(
    gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate.leave()
    gate = Gate(monkeypatch, PermissionError(13, "Permission denied", "/home/me/backups"))
    async with begun(gate) as screen:
        gate.leave()
        await asyncio.wait_for(screen.app.beginning.opened.wait(), 10)
        assert str(screen.app.beginning.refused).startswith("/home/me/backups cannot be opened (Permission denied)")


async def test_that_there_are_no_cards_is_not_said_before_anybody_knows(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.mkdir()
    (home / "config.toml").write_text("bundled = false\n", encoding="utf-8")
    read()
    gate = Gate(monkeypatch)
    async with begun(gate) as screen:
        assert "No cards yet" not in screen.text
        assert "No cards yet" in await gate.open(screen)


@pytest.mark.parametrize("theme", [DARK, LIGHT])
async def test_the_first_picture_wears_the_learners_theme(gate: Gate, home: Path, theme: object) -> None:
    assert isinstance(theme, type(DARK))
    with open_desk(places(), NOW) as desk:
        desk.choose("theme", theme.name)
    async with begun(gate) as screen:
        assert screen.app.screen.styles.background.hex.lower() == theme.background


async def test_a_window_that_comes_to_the_front_later_gives_the_decks_the_focus(home: Path) -> None:
    plain(home, "a")
    read()
    with starting(places(), NOW) as start:
        app = QuizApp(start, None, Clock())
        app.set_reactive(QuizApp.app_focus, False)
        async with threads_end(), app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert app.focused is None
            app.post_message(events.AppFocus())
            await pilot.pause()
            assert app.focused is app.home.query_one("#rows")


async def test_a_screen_that_is_only_being_opened_takes_up_what_was_read(home: Path) -> None:
    plain(home, "a")
    async with running() as screen:
        screen.app.push_screen(StatisticsScreen())
        screen.app.tell_screens()
        assert "Statistics" in await screen.press()
