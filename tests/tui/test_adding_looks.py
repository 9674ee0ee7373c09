"""The form at three widths in both languages, as text."""

from pathlib import Path

import pytest

from tests.tui.adding import explain, opened, place, seen, write
from tests.tui.decks import CONFIG, all_kinds
from tests.tui.screens import assert_looks_like, running

SIZES = [(60, 20), (80, 24), (120, 30)]
LANGUAGES = ["en", "zh"]

every_look = pytest.mark.parametrize(("size", "language"), [(size, lang) for size in SIZES for lang in LANGUAGES])


@every_look
async def test_an_empty_form(home: Path, size: tuple[int, int], language: str) -> None:
    all_kinds(home, CONFIG.replace("'en'", f"'{language}'"))
    async with running(size) as screen:
        assert_looks_like(f"adding-empty-{language}-{size[0]}", await opened(screen))


@every_look
async def test_a_choice_with_a_fault_and_one_without(home: Path, size: tuple[int, int], language: str) -> None:
    all_kinds(home, CONFIG.replace("'en'", f"'{language}'"))
    async with running(size) as screen:
        await opened(screen)
        await place(screen, kind="m", deck="vision", topic="Pooling", tags="cnn 基础")
        faulty = await write(screen, "Which model needs no scaling?", "- [x] random forest\n- [ ]")
        await screen.press("ctrl+s", "end")
        await screen.type(" lasso 回归")
        sound = await seen(screen)
        shown = await screen.press("f2")
        await screen.press("f2", "f3")
        answered = await seen(screen)
    texts = [faulty, sound, *([shown] if size[0] < 100 else []), answered]
    assert_looks_like(f"adding-choice-{language}-{size[0]}", "\n\n".join(texts))


@every_look
async def test_a_check(home: Path, size: tuple[int, int], language: str) -> None:
    all_kinds(home, CONFIG.replace("'en'", f"'{language}'"))
    async with running(size) as screen:
        await opened(screen)
        await place(screen, kind="k")
        text = await write(screen, "{{h}} × {{h}}, kernel {{k}}: …")
        drawn = await explain(screen)
        await screen.press("escape")
        asked = await screen.press()
    assert_looks_like(f"adding-check-{language}-{size[0]}", f"{text}\n\n{drawn}\n\n{asked}")
