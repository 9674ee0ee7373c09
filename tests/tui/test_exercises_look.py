"""How an exercise looks: the editor with the first failing test, at three widths, in both languages."""

from pathlib import Path

import pytest

from tests.tui.decks import CONFIG
from tests.tui.exercises import one_exercise, run, write
from tests.tui.screens import assert_looks_like, running

SIZES = [(60, 20), (80, 24), (120, 40)]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size[0]))
async def test_a_failing_test_beside_the_code(home: Path, size: tuple[int, int], language: str) -> None:
    one_exercise(home, config=CONFIG.replace("'en'", f"'{language}'"))
    async with running(size) as screen:
        await screen.press("enter")
        await write(screen, "return x + 3")
        assert_looks_like(f"exercise-{size[0]}-{language}", await run(screen))


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_the_question_whether_code_may_run(home: Path, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.tui.screens.trusting.shortened", lambda folder: "~/cards/" + folder.name)
    one_exercise(home, trusted=False, config=CONFIG.replace("'en'", f"'{language}'"))
    async with running((60, 20)) as screen:
        await screen.press("enter")
        assert_looks_like(f"exercise-trust-{language}", await screen.press("enter"))
