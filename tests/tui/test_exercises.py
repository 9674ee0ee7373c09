"""Exercises: code is written in the program, run as often as wanted, and judged by its tests."""

from pathlib import Path

from quizapp.tui.screens.exercise import ExerciseScreen
from tests.tui.exercises import RIGHT, WRONG, one_exercise, run, write
from tests.tui.screens import running


async def test_code_that_passes_is_answered_and_suggests_good(home: Path) -> None:
    one_exercise(home)
    async with running() as screen:
        assert "⏎ write" in await screen.press("enter")
        assert "    return 2 * x" in await write(screen, RIGHT)
        text = await run(screen)
        assert "✓ all 2 tests pass" in text
        assert "▸3 Good" in text
        await screen.press("enter")
        assert screen.log == [("double", "answer", 4)]


async def test_the_first_failing_test_stands_side_by_side(home: Path) -> None:
    one_exercise(home)
    async with running() as screen:
        await screen.press("enter")
        await write(screen, "return x + 3")
        text = await run(screen)
        assert "✗ test 1 of 2 fails; passing: 0" in text
        assert "expected  4" in text
        assert "yours     5" in text
        assert isinstance(screen.app.screen, ExerciseScreen)


async def test_an_exception_puts_the_cursor_on_its_line(home: Path) -> None:
    one_exercise(home)
    async with running() as screen:
        await screen.press("enter")
        await write(screen, WRONG)
        text = await run(screen)
        assert "line 2" in text
        assert "TypeError: can't multiply sequence by non-int of type 'str'" in text


async def test_giving_up_shows_the_solution_and_suggests_again(home: Path) -> None:
    one_exercise(home)
    async with running((80, 40)) as screen:
        await screen.press("enter")
        await write(screen, WRONG)
        text = await screen.press("ctrl+g")
        assert "✗ given up" in text
        assert "return x * x" in text
        assert "return x + x" in text
        assert "Anything that can be added" in text
        assert "▸1 Again" in text


async def test_a_hint_suggests_hard(home: Path) -> None:
    one_exercise(home)
    async with running() as screen:
        await screen.press("enter")
        await write(screen, RIGHT)
        assert "Addition is enough." in await screen.press("ctrl+t")
        assert "▸2 Hard" in await run(screen)


async def test_many_failed_runs_suggest_hard(home: Path) -> None:
    one_exercise(home)
    async with running() as screen:
        await screen.press("enter")
        await write(screen, "return 3")
        for _ in range(4):
            await run(screen)
        await screen.press("end", *["backspace"] * 8)
        await screen.type(RIGHT)
        assert "▸2 Hard" in await run(screen)


async def test_escape_leads_back_to_the_card_and_the_code_stays(home: Path) -> None:
    one_exercise(home)
    async with running() as screen:
        await screen.press("enter")
        await write(screen, "return 12345")
        assert "⏎ write" in await screen.press("escape")
        assert screen.log == []
        assert "return 12345" in await screen.press("enter")


async def test_undo_before_the_grade_leads_back_to_the_code(home: Path) -> None:
    one_exercise(home)
    async with running() as screen:
        await screen.press("enter")
        await write(screen, RIGHT)
        await run(screen)
        assert "⏎ write" in await screen.press("u")
        assert "return 2 * x" in await screen.press("enter")


async def test_the_log_keeps_the_code_and_how_it_came_about(home: Path) -> None:
    one_exercise(home)
    async with running() as screen:
        await screen.press("enter")
        await write(screen, RIGHT)
        await run(screen)
        await screen.press("enter")
        (row,) = screen.app.desk.collection.history("code/double")
        assert row.answered["code"] == "def double(x):\n    return 2 * x\n"
        assert {key: row.answered[key] for key in ("outcome", "runs", "hint", "gave_up", "right")} == {
            "outcome": "passed",
            "runs": 1,
            "hint": False,
            "gave_up": False,
            "right": True,
        }
        assert len(row.answered["exercise"]) == 16


async def test_new_lines_keep_the_indentation(home: Path) -> None:
    one_exercise(home)
    async with running() as screen:
        await screen.press("enter")
        await write(screen, "if x:")
        await screen.press("enter")
        await screen.type("return 2 * x")
        await screen.press("enter")
        text = await screen.type("return x")
        lines = [line.split("▊")[1][:40].rstrip(" ▎") for line in text.splitlines() if "return" in line]
        assert lines == ["3          return 2 * x", "4      return x"]


async def test_backspace_before_the_first_word_goes_back_a_whole_step(home: Path) -> None:
    one_exercise(home)
    async with running() as screen:
        await screen.press("enter")
        await write(screen, "if x:")
        await screen.press("enter", "backspace")
        text = await screen.type("return x")
        assert "3      return x" in text
