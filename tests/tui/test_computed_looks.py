"""Computed questions at three widths in both languages, as text: each step of the way."""

from pathlib import Path

import pytest

from tests.tui.checks import broken, fate, params, right, root, wrong
from tests.tui.decks import CONFIG
from tests.tui.screens import assert_looks_like, running

SIZES = [(60, 20), (80, 24), (120, 30)]
LANGUAGES = ["en", "zh"]

every_look = pytest.mark.parametrize(("size", "language"), [(size, lang) for size in SIZES for lang in LANGUAGES])


def _config(language: str) -> str:
    return CONFIG.replace("'en'", f"'{language}'")


@every_look
async def test_asked_unread_hint_mistake_and_practice(home: Path, size: tuple[int, int], language: str) -> None:
    params(home, _config(language))
    async with running(size) as screen:
        asked = await screen.press("enter")
        echo = await screen.type("2^10")
        unread = await screen.press("asterisk", "enter")
        hinted = await screen.press(*["backspace"] * 5, "ctrl+t")
        await screen.type(wrong(screen))
        mistake = await screen.press("enter")
        practice = await screen.press("f")
        practised = await screen.press("7", "enter")
    steps = [asked, echo, unread, hinted, mistake, practice, practised]
    assert_looks_like(f"check-{language}-{size[0]}", "\n\n".join(steps))


@every_look
async def test_right(home: Path, size: tuple[int, int], language: str) -> None:
    fate(home, _config(language))
    async with running(size) as screen:
        asked = await screen.press("enter")
        await screen.type(right(screen))
        answered = await screen.press("enter")
    assert_looks_like(f"check-right-{language}-{size[0]}", f"{asked}\n\n{answered}")


@every_look
async def test_rounded_too_early(home: Path, size: tuple[int, int], language: str) -> None:
    root(home, _config(language))
    async with running(size) as screen:
        asked = await screen.press("enter")
        await screen.type(f"{float(right(screen)):.1f}")
        answered = await screen.press("enter")
    assert_looks_like(f"check-rounded-{language}-{size[0]}", f"{asked}\n\n{answered}")


@every_look
async def test_a_check_that_cannot_be_asked(home: Path, size: tuple[int, int], language: str) -> None:
    broken(home, _config(language))
    async with running(size) as screen:
        text = await screen.press("enter")
    assert_looks_like(f"check-broken-{language}-{size[0]}", text)
