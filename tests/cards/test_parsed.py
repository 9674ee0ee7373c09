"""A file that is looked at again is parsed once, as long as it holds the same."""

import pytest

from quizapp.cards import parsed as module
from quizapp.cards.parse import parse_file
from quizapp.cards.parsed import parsed
from quizapp.cards.parts import FilePart

TEXT = b"# T\n\n## Why? {#a}\n\nBecause.\n"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were parsed, as they are."""
    files: list[str] = []

    def parse(content: bytes, file: str, deck: str) -> FilePart:
        files.append(file)
        return parse_file(content, file, deck)

    monkeypatch.setattr(module, "parse_file", parse)
    monkeypatch.setattr(module, "_of_late", {})
    return files


def test_it_is_what_parsing_gives_in_every_deck(asked: list[str]) -> None:
    for deck in ("", "d", "e", ""):
        assert parsed(TEXT, "a.md", deck) == parse_file(TEXT, "a.md", deck)
    assert asked == ["a.md"]


def test_another_text_or_another_file_is_parsed(asked: list[str]) -> None:
    parsed(TEXT, "a.md")
    parsed(TEXT + b"\nMore.\n", "a.md")
    parsed(TEXT, "b.md")
    assert parsed(TEXT, "a.md") == parse_file(TEXT, "a.md", "")
    assert asked == ["a.md", "a.md", "b.md", "a.md"]


def test_few_files_are_remembered_and_no_large_ones(asked: list[str]) -> None:
    large = TEXT + b" " * 2**18
    for number in range(40):
        parsed(TEXT, f"{number}.md")
    parsed(large, "large.md")
    assert list(module._of_late) == [f"{number}.md" for number in range(8, 40)]
