"""Exercises that go wrong: the interface stays alive, nothing is lost, nothing goes on running."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import pytest
from textual import events

from quizapp.tui.app import QuizApp
from quizapp.tui.screens.exercise import ExerciseScreen
from quizapp.tui.screens.review import ReviewScreen
from quizapp.tui.screens.trusting import TrustScreen
from tests.checks.exercises.attempts import assert_nothing_is_left
from tests.tui.decks import CONFIG
from tests.tui.exercises import RIGHT, one_exercise, run, write
from tests.tui.screens import Screen, running


async def loop_without_end(screen: Screen) -> str:
    """Writes and starts code that never ends; the screen meanwhile."""
    await screen.press("enter")
    await write(screen, "while True: pass")
    return await screen.press("ctrl+r")


async def test_the_screen_is_alive_while_code_runs_and_escape_stops_it(home: Path) -> None:
    one_exercise(home)
    async with running() as screen:
        assert "running …" in await loop_without_end(screen)
        text = await screen.press("escape")
        assert "stopped" in text
        await screen.app.workers.wait_for_complete()
        assert_nothing_is_left()
        assert isinstance(screen.app.screen, ExerciseScreen)
        assert "⏎ write" in await screen.press("escape")


async def test_ctrl_c_stops_a_run_too(home: Path) -> None:
    one_exercise(home)
    async with running() as screen:
        await loop_without_end(screen)
        assert "stopped" in await screen.press("ctrl+c")


async def test_a_loop_without_end_is_told_and_the_code_can_be_mended(home: Path) -> None:
    one_exercise(home)
    async with running() as screen:
        await loop_without_end(screen)
        await screen.app.workers.wait_for_complete()
        await screen.pilot.pause()
        assert "it took more than 2 seconds" in screen.text
        await screen.press("end", *["backspace"] * len("while True: pass"))
        await screen.type(RIGHT)
        assert "✓ all 2 tests pass" in await run(screen)


async def test_leaving_the_program_ends_a_run(home: Path) -> None:
    one_exercise(home)
    async with running() as screen:
        await loop_without_end(screen)
        await screen.press("ctrl+q")
    assert_nothing_is_left()


async def test_code_outlives_the_program(home: Path) -> None:
    one_exercise(home)
    async with running() as screen:
        await screen.press("enter")
        await write(screen, "return 12345")
    async with running() as screen:
        assert "return 12345" in await screen.press("enter", "enter")


async def test_a_draft_is_gone_once_its_card_is_graded(home: Path) -> None:
    one_exercise(home)
    async with running() as screen:
        await screen.press("enter")
        await write(screen, RIGHT)
        await run(screen)
        assert list((home / "drafts").iterdir())
        await screen.press("enter")
        assert not list((home / "drafts").iterdir())


async def test_an_undo_brings_the_code_back(home: Path) -> None:
    one_exercise(home)
    async with running() as screen:
        await screen.press("enter")
        await write(screen, RIGHT)
        await run(screen)
        await screen.press("4")
        await screen.press("u")
        assert "return 2 * x" in await screen.press("enter")


async def test_the_editor_stops_a_run(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one_exercise(home)
    monkeypatch.setenv("EDITOR", "true")
    async with running() as screen:
        await loop_without_end(screen)
        text = await screen.press("ctrl+o")
        assert "running …" not in text
        assert "⎋ stop" not in text
        assert "esc stop" not in text
        await screen.app.workers.wait_for_complete()
        assert_nothing_is_left()


async def test_an_editor_that_is_misspelt_is_told_and_the_code_stays(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one_exercise(home)
    monkeypatch.setenv("EDITOR", '"')
    async with running() as screen:
        await screen.press("enter")
        await write(screen, "x = 1")
        monkeypatch.setattr(screen.app, "suspend", nullcontext)
        await screen.press("ctrl+o")
        assert screen.told == 'EDITOR is `"`: No closing quotation mend it where you set it'
        assert "x = 1" in screen.text


async def test_an_untrusted_deck_is_asked_about_once(home: Path) -> None:
    one_exercise(home, trusted=False)
    async with running() as screen:
        assert "May code from here run?" in await screen.press("enter", "enter")
        await screen.press("y")
        assert isinstance(screen.app.screen, ExerciseScreen)
        await screen.press("escape", "enter")
        assert isinstance(screen.app.screen, ExerciseScreen)
    async with running() as screen:
        await screen.press("enter", "enter")
        assert isinstance(screen.app.screen, ExerciseScreen)


@pytest.mark.parametrize("key", ["n", "2", "enter", "escape"])
async def test_a_no_leaves_the_card_to_be_read(home: Path, key: str) -> None:
    one_exercise(home, trusted=False)
    async with running() as screen:
        await screen.press("enter", "enter")
        text = await screen.press(key)
        assert "return x + x" in text
        assert "▸3 Good" in text
        await screen.press("u", "enter")
        assert "May code from here run?" in screen.text


async def test_the_learners_editor_brings_its_text_back(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one_exercise(home)
    monkeypatch.setenv("EDITOR", "true")
    async with running() as screen:
        await screen.press("enter", "enter", "ctrl+o")
        assert "no other program can be started here" in screen.told
        assert isinstance(screen.app.screen, ExerciseScreen)


async def test_every_key_of_the_editor_is_a_command_too(home: Path) -> None:
    one_exercise(home)
    async with running((100, 40)) as screen:
        await screen.press("enter", "enter", "ctrl+p")
        text = await screen.type("the")
        assert "Run the code against the tests" in text
        assert "Show the hint" in text


async def test_what_a_deck_prints_into_the_editor_cannot_drive_the_terminal(home: Path) -> None:
    one_exercise(home, config=CONFIG)
    file = home / "cards" / "code.en.md"
    hostile = file.read_text(encoding="utf-8").replace(
        "starter: |\n  def double(x):\n      ...\n", "starter: \"a = '\\e[2J\\u202e'\"\n"
    )
    file.write_text(hostile, encoding="utf-8")
    async with running() as screen:
        await screen.press("enter")
        text = await screen.press("enter")
        assert "␛[2J" in text
        assert "\x1b" not in text
        assert "\u202e" not in text


@pytest.mark.parametrize("command", ["false", "/nonexistent/editor", "'", ""])
async def test_an_editor_that_fails_leaves_the_program_as_it_was(
    home: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    suspended: list[str] = []

    @contextmanager
    def suspend(_app: QuizApp) -> Iterator[None]:
        """As Textual's does: what is raised within never lets it resume."""
        suspended.append("left")
        yield
        suspended.append("back")

    one_exercise(home)
    monkeypatch.setattr(QuizApp, "suspend", suspend)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", command)
    async with running() as screen:
        await screen.press("enter", "enter", "ctrl+o")
        assert suspended == ["left", "back"]
        assert "EDITOR" in screen.told
        assert isinstance(screen.app.screen, ExerciseScreen)


async def test_a_question_that_goes_is_told_no_more_what_the_system_lacks(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TrustScreen, "on_unmount", lambda screen: screen._show_missing("no walls"), raising=False)
    async with running() as screen:
        screen.app.push_screen(TrustScreen([home]))
        await screen.press("n")
        assert screen.app.screen is screen.app.home


async def test_code_that_passes_while_the_help_lies_over_it_is_answered_after_it(home: Path) -> None:
    one_exercise(home)
    async with running() as screen:
        await screen.press("enter")
        await write(screen, RIGHT)
        for key in ("ctrl+r", "f1"):
            screen.app.post_message(events.Key(key, None))
        await screen.app.workers.wait_for_complete()
        assert "─ Keys ─" in await screen.press()
        assert "✓ all 2 tests pass" in await screen.press("escape")
        assert isinstance(screen.app.screen, ReviewScreen)
