"""Keeping in step with other machines while the interface is open."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.paths import Places, places
from quizapp.study.merging.synchronizing import synchronize
from quizapp.study.opening import Desk, open_desk
from tests.conftest import NOW, questions, write_cards
from tests.store.rows import good
from tests.tui.decks import CONFIG
from tests.tui.screens import Screen, running

CARDS = questions("p", "q", title="First")


@pytest.fixture
def shared(home: Path, tmp_path: Path) -> Path:
    """A folder that is shared, named in the settings; the learner has two cards."""
    folder = tmp_path / "shared"
    folder.mkdir()
    write_cards(home, {"config.toml": f"{CONFIG}sync_folder = '{folder}'\n", "cards/x.md": CARDS})
    return folder


@pytest.fixture
def other(shared: Path, tmp_path: Path) -> Iterator[Desk]:
    """Another machine that shares the folder."""
    home = write_cards(
        tmp_path / "other", {"config.toml": f"{CONFIG}sync_folder = '{shared}'\nmachine_name = 'other'\n"}
    )
    with open_desk(Places(home, home), NOW) as desk:
        yield desk


async def _settled(screen: Screen) -> str:
    await screen.app.workers.wait_for_complete()
    return await screen.press()


async def test_what_other_machines_did_is_there_before_cards_are_asked(other: Desk) -> None:
    other.collection.append([good("x/p")._replace(device=other.collection.device)])
    synchronize(other, NOW)
    async with running() as screen:
        text = await _settled(screen)
        assert "1 answer came in from other" in screen.told
        assert "0 due   1 new" in text


async def test_the_end_of_a_session_tells_the_others(other: Desk, shared: Path) -> None:
    async with running() as screen:
        await screen.press("enter", "space", "3", "space", "3")
        await _settled(screen)
        assert synchronize(other, NOW).merged.new == 2
        assert len(list(shared.glob("*.jsonl"))) == 1


async def test_what_was_answered_last_is_written_when_the_program_is_closed(other: Desk) -> None:
    async with running() as screen:
        await screen.press("enter", "space", "3", "ctrl+q")
        assert synchronize(other, NOW).merged.new == 0
        assert screen.app.in_step.finish() == []
        assert synchronize(other, NOW).merged.new == 1


async def test_a_folder_that_is_away_is_told_and_keeps_nobody_from_learning(home: Path, shared: Path) -> None:
    shared.rmdir()
    async with running() as screen:
        await _settled(screen)
        assert "is not there; your answers are kept here" in screen.told
        await screen.press("enter", "space", "3")
        assert screen.log == [("p", "answer", 4)]


async def test_without_a_folder_nothing_is_done(home: Path) -> None:
    write_cards(home, {"config.toml": CONFIG, "cards/x.md": CARDS})
    async with running() as screen:
        assert screen.app.in_step.finish() == []
        assert "2 new" in screen.text
        assert places().database.exists()


async def test_a_choice_of_another_machine_holds_at_once(other: Desk) -> None:
    other.choose("suspend_leeches", True)
    synchronize(other, NOW)
    async with running() as screen:
        await _settled(screen)
        assert "taken over from other: suspend_leeches = yes" in screen.told
        assert screen.app.desk.settings.suspend_leeches
