"""Computed questions: typed, read, judged, explained, graded."""

from pathlib import Path

import pytest

from quizapp.checks.texts.showing import shown
from tests.tui.checks import fate, given, params, right, root, wrong
from tests.tui.screens import running


async def test_what_is_read_is_told_as_it_is_typed(home: Path) -> None:
    params(home)
    async with running() as screen:
        await screen.press("enter")
        assert "read as 1024" in await screen.type("2^10")
        text = await screen.type("*(")
        assert "read as" not in text
        assert "not read: " in text


async def test_nothing_is_told_while_nothing_is_typed(home: Path) -> None:
    params(home)
    async with running() as screen:
        assert "read" not in await screen.press("enter")
        assert "read" not in await screen.press("5", "backspace")


async def test_a_right_answer_suggests_good_and_shows_the_steps_with_the_same_numbers(home: Path) -> None:
    params(home)
    async with running() as screen:
        await screen.press("enter")
        answer = right(screen)
        await screen.type(answer)
        text = await screen.press("enter")
        assert "✓ right" in text
        assert "▸3 Good" in text
        assert f"and a bias: {shown(int(answer))}" in text
        await screen.press("enter")
        assert screen.log == [("params", "answer", 4)]


async def test_a_mistake_is_named_and_logged_under_its_id(home: Path) -> None:
    params(home)
    async with running() as screen:
        await screen.press("enter")
        await screen.type(wrong(screen))
        text = await screen.press("enter")
        assert ": You left out the" in text
        assert "▸1 Again" in text
        await screen.press("enter")
        assert (given(screen)["mistake"], given(screen)["language"]) == ("no-bias", "en")


async def test_a_number_that_was_rounded_too_early_is_told_as_that(home: Path) -> None:
    root(home)
    async with running() as screen:
        text = await screen.press("enter")
        assert "within 0.1 %" in text
        await screen.type(f"{float(right(screen)):.1f}")
        text = await screen.press("enter")
        assert "≈ right method, rounded too early" in text
        assert "▸2 Hard" in text


async def test_the_learner_may_overrule_the_grade(home: Path) -> None:
    params(home)
    async with running() as screen:
        await screen.press("enter", "1", "enter", "4")
        assert screen.log == [("params", "answer", 5)]


async def test_what_cannot_be_read_is_asked_again_and_nothing_is_logged(home: Path) -> None:
    params(home)
    async with running() as screen:
        await screen.press("enter")
        await screen.type("nan")
        text = await screen.press("enter")
        assert "Not read: " in text
        assert "Nothing is lost" in text
        assert screen.log == []
        await screen.press("backspace", "backspace", "backspace")
        await screen.type(right(screen))
        await screen.press("enter", "enter")
        assert screen.log == [("params", "answer", 4)]


async def test_enter_alone_means_i_do_not_know(home: Path) -> None:
    params(home)
    async with running() as screen:
        text = await screen.press("enter", "enter")
        assert "✗ not answered" in text
        assert "yours" not in text
        assert "▸1 Again" in text


async def test_the_choices_of_a_named_one_are_told(home: Path) -> None:
    fate(home)
    async with running() as screen:
        assert "One of: explodes, vanishes." in await screen.press("enter")
        await screen.type(right(screen))
        assert "✓ right" in await screen.press("enter")


@pytest.mark.parametrize("keys", [("h",), ("f1",)])
async def test_a_letter_is_text_and_help_is_reachable_while_typing(home: Path, keys: tuple[str, ...]) -> None:
    params(home)
    async with running() as screen:
        text = await screen.press("enter", *keys)
        assert ("─ Keys ─" in text) == (keys == ("f1",))
        assert "A filter sees" not in text


async def test_the_other_language_has_the_same_numbers(home: Path) -> None:
    params(home)
    async with running() as screen:
        before = await screen.press("enter", "escape")
        after = await screen.press("l")
        line = next(line for line in before.splitlines() if "Conv2d" in line)
        assert line in after
        assert "这个卷积有多少个参数？" in after
        await screen.press("enter")
        await screen.type(wrong(screen))
        assert "漏掉了" in await screen.press("enter")


async def test_history_tells_what_was_computed_and_the_mistake(home: Path) -> None:
    params(home)
    async with running() as screen:
        await screen.press("enter")
        mistake = wrong(screen)
        await screen.type(mistake)
        text = await screen.press("enter", "1", "escape", "i")
        assert "(no-bias)" in text
