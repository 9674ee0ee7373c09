"""A Markdown file's format, told by what stands in it."""

from pathlib import Path

import pytest

from quizapp.exchange.incoming.recognizing import format_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Q: a\nA: b\n", "hashcards"),
        ("T: a\nD: b\n", "hashcards"),
        ("C: a [b]\n", "hashcards"),
        ("C:\na\n[b]\n", "hashcards"),
        ("some\n\nfront::back\n", "obsidian"),
        ("# Notes\n\nfront::back\nfurther:::back\n", "obsidian"),
        ("#flashcards/deck\n\n## Notes\n\n- front::back\n", "obsidian"),
        ("front\n?\nback\n", "obsidian"),
        ("a ==b==\n<!--SR:!2026-01-01,3,250-->\n", "obsidian"),
        ("## front\n\nback\n", "headings"),
        ("## What is std::vector?\n\nAn array.\n", "headings"),
        ("## What is it?\n\n```cpp\nstd::vector<int> a;\nstd::cout << a;\n```\n", "headings"),
        ("## What is it?\n\n`a::b`, and `c::d`:\n`e::f`\n`g::h`\n", "headings"),
        ("## Which drive?\n\nC: is the first.\n", "headings"),
        ("## What begins a question?\n\nQ: does.\n", "headings"),
        ("## What?\n\n```\nQ: a\nA: b\n```\n", "headings"),
        ("", "headings"),
    ],
)
def test_markdown_is_told_by_what_asks(text: str, name: str, tmp_path: Path) -> None:
    file = tmp_path / "deck.md"
    file.write_text(text, encoding="utf-8")
    assert format_of(file).name == name
