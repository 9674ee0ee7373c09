"""The plugin's own settings, where a vault has them."""

import json
from pathlib import Path
from typing import Any

import pytest

from quizapp.exchange.notes import Found, Loss
from quizapp.exchange.obsidian import read
from quizapp.exchange.obsidian.settings import FILE
from tests.exchange.markdown_cards import LIMIT, assert_cards, written


def _read(folder: Path, text: str, **settings: Any) -> Found:
    written(folder, text, "Folder/note.md")
    written(folder, json.dumps({"settings": settings}), FILE.as_posix())
    found = read(folder, LIMIT)
    assert_cards(found)
    return found


def _prompts(found: Found) -> list[str]:
    return [note.draft.prompt for note in found.notes]


def test_separators_may_be_others(tmp_path: Path) -> None:
    settings = {"singleLineCardSeparator": ";;", "multilineCardSeparator": "---"}
    found = _read(tmp_path, "#flashcards\na::b\n\nc;;d\n\ne\n---\nf", **settings)
    assert [(note.draft.prompt, note.draft.answer) for note in found.notes] == [("c", "d"), ("e", "f")]


def test_a_marker_may_end_a_card(tmp_path: Path) -> None:
    found = _read(tmp_path, "#flashcards\n\na\n?\nb\n\n| c |\n|---|\n| d |\n+++\ne", multilineCardEndMarker="+++")
    assert [note.draft.answer for note in found.notes] == ["b\n\n| c |\n|---|\n| d |"]


def test_bold_text_and_braces_may_be_gaps(tmp_path: Path) -> None:
    text = "#flashcards\n\n==a==\n\n**b** c\n\n{{d::e}}\n\n$\\{{f}}$ {{g}}"
    assert _prompts(_read(tmp_path, text)) == ["==a==", "{{d"]
    settings = {"convertHighlightsToClozes": False, "convertBoldTextToClozes": True, "singleLineCardSeparator": "@@"}
    assert _prompts(_read(tmp_path, text, **settings)) == ["==b== c"]
    patterns = ["==[123;;]answer[;;hint]==", "{{[123;;]answer[;;hint]}}", "{{[123::]answer[::hint]}}"]
    found = _read(tmp_path, text, clozePatterns=patterns, singleLineCardSeparator="@@")
    assert _prompts(found) == ["==a==", "==d::e==", "$\\{{f}}$ ==g=="]
    assert [told.what for told in found.told] == ["clozes of this pattern are not read: {{[123::]answer[::hint]}}"]


def test_tags_and_folders_as_decks(tmp_path: Path) -> None:
    found = _read(tmp_path, "#cards/x\n\na::b", flashcardTags=["#cards"])
    assert [note.deck for note in found.notes] == [("x",)]
    found = _read(tmp_path, "a::b", convertFoldersToDecks=True)
    assert [note.deck for note in found.notes] == [("Folder",)]


@pytest.mark.parametrize("text", ["", "[]", '{"settings": 1}', "[" * 100_000])
def test_settings_that_cannot_be_read_are_told(text: str, tmp_path: Path) -> None:
    written(tmp_path, "#flashcards\na::b", "note.md")
    written(tmp_path, text, FILE.as_posix())
    found = read(tmp_path, LIMIT)
    assert (len(found.notes), [told.loss for told in found.told]) == (1, [Loss.NOTHING])


def test_settings_of_strange_values_are_the_defaults(tmp_path: Path) -> None:
    settings = {"singleLineCardSeparator": "", "multilineCardSeparator": 7, "flashcardTags": [], "clozePatterns": 3}
    assert _prompts(_read(tmp_path, "#flashcards\na::b\n\nc\n?\nd", **settings)) == ["a", "c"]
