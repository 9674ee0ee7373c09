"""All words of every bundled card and of all notes are on the screen at 60 columns, in both languages."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from markdown_it.token import Token
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from quizapp.cards.faces import TypedFace
from quizapp.language import LANGUAGES
from quizapp.markdown import tokens_of
from quizapp.tui.themes import DARK
from quizapp.tui.widgets.card_text import CardText
from quizapp.tui.widgets.card_view import CardView
from tests.conftest import write_cards
from tests.content.bundled import NARROWEST, answered, library, topics
from tests.tui.decks import CONFIG
from tests.tui.screens import running

_WORD = re.compile(r"[^\W_]+")


class _Alone(App[None]):
    """A card or a text and nothing else."""

    def __init__(self, shown: CardView | CardText) -> None:
        super().__init__()
        self._shown = shown
        self.register_theme(DARK)

    def compose(self) -> ComposeResult:
        yield self._shown

    @property
    def text(self) -> str:
        strips = self.screen._compositor.render_strips()
        text = "".join("".join(segment.text for segment in strip) for strip in strips)
        return "".join(text.replace("↪", " ").split())


async def _drawn(pilot: Pilot[None]) -> None:
    """Once what was shown is laid out and drawn. It waits for nothing else: half of 1,000 waits was idleness."""
    for _ in range(2):  # what is shown asks for a layout, and the layout for being drawn
        await pilot.pause(0)


def _texts(tokens: Sequence[Token], in_table: bool = False) -> Iterator[tuple[str, bool]]:
    """Every piece of text, and whether it stands in a table."""
    for token in tokens:
        in_table = in_table if token.type not in {"table_open", "table_close"} else token.type == "table_open"
        if token.type in {"text", "code_inline", "fence", "code_block"}:
            yield token.content, in_table
        yield from _texts(token.children or (), in_table)


def _words(texts: Sequence[str]) -> set[str]:
    """Words as they must be readable; of Chinese in a table's cells, which break between columns, the characters."""
    found = set()
    for text in texts:
        for part, in_table in _texts(tokens_of(text)):
            for word in _WORD.findall(part):
                found |= set(word) if in_table and not word.isascii() else {word}
    return found


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_word_of_a_bundled_card_is_on_the_screen(language: str) -> None:
    view = CardView()
    app = _Alone(view)
    async with app.run_test(size=(NARROWEST, 300)) as pilot:
        for card in library().cards:
            ask, face = answered(card), card.face(language)
            view.show(ask, language)
            await _drawn(pilot)
            texts = [*ask.texts(language), *(face.accepted if isinstance(face, TypedFace) else ())]
            shown = app.text
            assert {word for word in _words(texts) if word not in shown} == set(), card.id


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_word_of_the_notes_is_on_the_screen(language: str) -> None:
    text = CardText()
    app = _Alone(text)
    async with app.run_test(size=(NARROWEST, 300)) as pilot:
        for topic in topics():
            text.show(topic.notes[language])
            await _drawn(pilot)
            shown = app.text
            assert {word for word in _words([topic.notes[language]]) if word not in shown} == set(), topic.id


async def test_paging_reaches_every_line_of_a_long_card(home: Path) -> None:
    lines = "\n\n".join(f"Paragraph number p{number:02}." for number in range(40))
    write_cards(home, {"config.toml": CONFIG, "cards/long.md": f"# Long\n\n## Long? {{#long}}\n\n{lines}\n"})
    async with running((60, 20)) as screen:
        seen = await screen.press("enter", "space", "pageup", "pageup", "pageup", "pageup", "pageup", "pageup")
        assert "p39" not in seen
        for _ in range(8):
            seen += await screen.press("pagedown")
        assert [number for number in range(40) if f"p{number:02}" not in seen] == []


async def test_arrows_scroll_line_by_line(home: Path) -> None:
    lines = "\n\n".join(f"p{number:02}" for number in range(40))
    write_cards(home, {"config.toml": CONFIG, "cards/long.md": f"# Long\n\n## Long? {{#long}}\n\n{lines}\n"})
    async with running((60, 20)) as screen:
        before = await screen.press("enter", "space", "pageup")
        after = await screen.press("down", "down")
        assert [line[:20] for line in before.splitlines()[4:10]] == [line[:20] for line in after.splitlines()[2:8]]
