"""Without colours, signs tell what colours would."""

from pathlib import Path

import pytest
from textual.filter import Monochrome

from tests.tui.decks import plain
from tests.tui.screens import running

CARD = "# Code\n\n## What does `x[0]` give? {#code}\n\n- [x] `first`\n- [ ] last\n"


async def test_no_color_leaves_no_colour_and_code_keeps_its_backticks(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    plain(home, "a")
    (home / "cards" / "plain.md").write_text(CARD, "utf-8")
    async with running() as screen:
        text = await screen.press("enter")
        assert "│ What does `x[0]` give?" in text
        assert "`first`" in text
        assert any(isinstance(rule, Monochrome) for rule in screen.app._filters)


async def test_a_long_prompt_loses_no_word_with_its_mark(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    plain(home, "a")
    words = " ".join(f"word{number}" for number in range(20))
    (home / "cards" / "plain.md").write_text(f"# Long\n\n## {words} {{#long}}\n\nbelow it\n\n---\n\nanswer\n", "utf-8")
    async with running((60, 20)) as screen:
        text = await screen.press("enter")
        assert "##" not in text
        assert " ".join(text.replace("│", " ").split()).partition("╮ ")[2].startswith(f"{words} below it")


async def test_with_colours_the_style_tells_code(home: Path) -> None:
    plain(home, "a")
    (home / "cards" / "plain.md").write_text(CARD, "utf-8")
    async with running() as screen:
        assert "What does x[0] give?" in await screen.press("enter")


async def test_the_deck_under_the_cursor_is_marked_by_a_sign(home: Path) -> None:
    plain(home, "a")
    async with running() as screen:
        assert "▸ All decks" in screen.text
        text = await screen.press("down")
        assert "▸ All decks" not in text
        assert "▸ cards" in text
