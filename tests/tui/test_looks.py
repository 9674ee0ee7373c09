"""Every screen at three widths in both languages, as text."""

from pathlib import Path

import pytest

from tests.tui.decks import CONFIG, all_kinds, only
from tests.tui.screens import assert_looks_like, running

SIZES = [(60, 20), (80, 24), (120, 30)]
LANGUAGES = ["en", "zh"]
ANSWERS = {
    "basic": ["space"],
    "choice": ["2", "enter"],
    "several": ["1", "2", "enter"],
    "order": ["2", "1", "3", "enter"],
    "cloze": ["space"],
    "points": ["space", "1", "3", "enter"],
    "typed": ["8", "enter"],
}

every_look = pytest.mark.parametrize(("size", "language"), [(size, lang) for size in SIZES for lang in LANGUAGES])


def _config(language: str) -> str:
    return CONFIG.replace("'en'", f"'{language}'")


@every_look
async def test_home(home: Path, size: tuple[int, int], language: str) -> None:
    all_kinds(home, _config(language))
    async with running(size) as screen:
        assert_looks_like(f"home-{language}-{size[0]}", screen.text)


@every_look
@pytest.mark.parametrize("kind", ANSWERS)
async def test_a_card(home: Path, size: tuple[int, int], language: str, kind: str) -> None:
    only(home, kind, _config(language))
    async with running(size) as screen:
        asked = await screen.press("enter")
        answered = await screen.press(*ANSWERS[kind])
    assert_looks_like(f"{kind}-{language}-{size[0]}", f"{asked}\n\n{answered}")


@every_look
async def test_closing(home: Path, size: tuple[int, int], language: str) -> None:
    only(home, "basic", _config(language))
    async with running(size) as screen:
        text = await screen.press("enter", "space", "3")
    assert_looks_like(f"closing-{language}-{size[0]}", _without_time(text))


@every_look
@pytest.mark.parametrize("key", ["n", "question_mark"])
async def test_dialogs(home: Path, size: tuple[int, int], language: str, key: str) -> None:
    only(home, "basic", _config(language))
    async with running(size) as screen:
        text = await screen.press("enter", key)
    assert_looks_like(f"dialog-{key}-{language}-{size[0]}", text.replace(str(home), "HOME"))


@every_look
async def test_settings(home: Path, size: tuple[int, int], language: str) -> None:
    all_kinds(home, _config(language))
    async with running(size) as screen:
        text = await screen.press("comma")
    assert_looks_like(f"settings-{language}-{size[0]}", text)


def _without_time(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not any(word in line for word in ("Time:", "用时")))
