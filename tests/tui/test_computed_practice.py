"""After the verdict: the same numbers again or new ones, as practice that counts nothing."""

from pathlib import Path

import pytest

from tests.tui.checks import computed, given, params, right
from tests.tui.screens import running


@pytest.mark.parametrize("key", ["r", "left"])
async def test_the_same_numbers_may_be_asked_again(home: Path, key: str) -> None:
    params(home)
    async with running() as screen:
        await screen.press("enter", "1", "enter")
        before = computed(screen).variant.drawn
        assert "Practice: your first answer counts." in await screen.press(key)
        assert computed(screen).variant.drawn == before


@pytest.mark.parametrize("key", ["f", "right"])
async def test_new_numbers_are_other_ones_and_the_first_answer_counts(home: Path, key: str) -> None:
    params(home)
    async with running() as screen:
        await screen.press("enter", "1", "enter")
        before = computed(screen).variant.drawn
        await screen.press(key)
        assert computed(screen).variant.drawn != before
        await screen.type(right(screen))
        text = await screen.press("enter")
        assert "✓ right" in text
        assert "Practice: your first answer counts, ✗ not right." in text
        assert "▸1 Again" in text
        await screen.press("enter")
        assert screen.log == [("params", "answer", 1)]
        assert [attempt["verdict"] for attempt in given(screen)["practice"]] == ["right"]  # type: ignore[attr-defined]  # a list, in the log


async def test_escape_leads_back_to_the_grade(home: Path) -> None:
    params(home)
    async with running() as screen:
        await screen.press("enter", "1", "enter")
        assert "esc back to the grade" in await screen.press("f")
        text = await screen.press("5", "escape")
        assert "▸1 Again" in text
        assert "yours:  1" in text
        await screen.press("enter")
        assert "practice" not in given(screen)


async def test_digits_are_typed_in_practice_and_grade_after_it(home: Path) -> None:
    params(home)
    async with running() as screen:
        await screen.press("enter", "1", "enter", "f", "2", "3", "enter")
        assert screen.log == []
        await screen.press("2")
        assert screen.log == [("params", "answer", 3)]


async def test_before_the_answer_there_is_nothing_to_practise(home: Path) -> None:
    params(home)
    async with running() as screen:
        text = await screen.press("enter", "escape")
        assert text == await screen.press("r", "f")
