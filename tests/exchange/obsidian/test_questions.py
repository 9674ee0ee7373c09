"""What of a note is a question, and which of its signs are none."""

from pathlib import Path

import pytest

from quizapp.exchange.notes import Found, Loss
from quizapp.exchange.obsidian import read
from tests.exchange.markdown_cards import LIMIT, assert_cards, written


def _read(folder: Path, text: str) -> Found:
    path = written(folder, text, "note.md")
    found = read(path, LIMIT)
    assert found == read(path, LIMIT)
    assert_cards(found)
    return found


def _cards(found: Found) -> list[tuple[str, str, str]]:
    return [(note.draft.kind, note.draft.prompt, note.draft.answer) for note in found.notes]


@pytest.mark.parametrize(
    ("text", "cards"),
    [
        ("question::answer", [("basic", "question", "answer")]),
        ("a :: b :: c", [("basic", "a", "b :: c")]),
        ("info 1:::info 2", [("reverse", "info 1", "info 2")]),
        ("prose\nabove\nq::a\nprose", [("basic", "q", "a")]),
        ("- item::a\n1. q::b\n> c::d", [("basic", "item", "a"), ("basic", "q", "b"), ("basic", "c", "d")]),
        ("a\nb\n?\nc\nd", [("basic", "a\nb", "c\nd")]),
        ("a\n??\nb\n\nc", [("reverse", "a", "b")]),
        ("a\n ? \nb", [("basic", "a", "b")]),
        ("a\n?\nb\nq::c\nd", [("basic", "a", "b"), ("basic", "q", "c")]),
        ("# Title\nwhat\n?\nb", [("basic", "# Title\nwhat", "b")]),
        ("a\n?\n```\nx::y\n\n?\n==z==\n```\nb", [("basic", "a", "```\nx::y\n\n?\n==z==\n```\nb")]),
        ("```\na::b\n\nc\n?\nd\n==e==\n```", []),
        ("`std::vector` is a type and $a::b$ too", []),
        ("`std::vector`::a type", [("basic", "`std::vector`", "a type")]),
        ("甲：：乙", []),
        ("<!-- a comment\nq::a\n-->\nb::c", [("basic", "b", "c")]),
        ("q::==high== and `==code==`", [("basic", "q", "**high** and `==code==`")]),
        ("What is ==it==?\n?\nthis", [("basic", "What is **it**?", "this")]),
        ("q::a ^block-id", [("basic", "q", "a")]),
        ("no question", []),
    ],
)
def test_a_note_is_taken_apart(text: str, cards: list[tuple[str, str, str]], tmp_path: Path) -> None:
    found = _read(tmp_path, f"#flashcards\n\n{text}")
    assert _cards(found) == cards
    assert [told.loss for told in found.told] == ([] if cards else [Loss.NOTHING])


@pytest.mark.parametrize("text", ["::a", "q::", "q\n?\n\n", "q\n?", "#flashcards/x ::a"])
def test_a_question_without_a_side_is_told(text: str, tmp_path: Path) -> None:
    found = _read(tmp_path, f"#flashcards\n\n{text}\n\nb::c")
    assert _cards(found) == [("basic", "b", "c")]
    assert [(told.place, told.loss) for told in found.told] == [("note.md:3", Loss.NOTE)]


def test_a_separator_without_a_question_is_told(tmp_path: Path) -> None:
    found = _read(tmp_path, "#flashcards\n\n?\na")
    assert [(told.place, told.loss) for told in found.told] == [("note.md:3", Loss.PART), ("note.md", Loss.NOTHING)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_end_of_a_line_ends_it(end: str, tmp_path: Path) -> None:
    assert _cards(_read(tmp_path, end.join(["a", "?", "b", "", "c::d"]))) == [("basic", "a", "b"), ("basic", "c", "d")]


@pytest.mark.parametrize("text", ["", "\n", "\ufeff", "---\ntags: flashcards\n---\n"])
def test_an_empty_note_holds_nothing(text: str, tmp_path: Path) -> None:
    found = _read(tmp_path, text)
    assert (found.notes, [told.loss for told in found.told]) == ((), [Loss.NOTHING])


def test_control_characters_do_not_come_along(tmp_path: Path) -> None:
    assert _cards(_read(tmp_path, "a\x1b[2J::\u202eb")) == [("basic", "a␛[2J", "\ufffdb")]


def test_html_is_told(tmp_path: Path) -> None:
    found = _read(tmp_path, "a<br>b::c")
    assert [(told.what, told.loss) for told in found.told] == [("HTML is shown as text: <br>", Loss.NOTHING)]
