"""`Q:` and `A:`, `T:` and `D:`, their ends, and the traps between them."""

from pathlib import Path

import pytest

from quizapp.cards.draft import Draft
from quizapp.errors import UsageError
from quizapp.exchange.hashcards.reading import read
from quizapp.exchange.notes import Found, Loss
from tests.exchange.markdown_cards import LIMIT, assert_cards, written


def _read(folder: Path, text: str) -> Found:
    path = written(folder, text, "Medicine.md")
    found = read(path, LIMIT)
    assert found == read(path, LIMIT)
    assert_cards(found)
    return found


def _sides(found: Found) -> list[tuple[str, str]]:
    return [(note.draft.prompt, note.draft.answer) for note in found.notes]


def test_a_question_and_its_answer_are_a_card(tmp_path: Path) -> None:
    found = _read(tmp_path, "Q: What is Rust?\nA: A systems programming language.")
    assert [note.draft for note in found.notes] == [
        Draft(prompt="What is Rust?", answer="A systems programming language.")
    ]
    assert (found.notes[0].place, found.notes[0].deck, found.told) == ("Medicine.md:1", ("Medicine",), ())


def test_both_sides_go_on_for_several_lines(tmp_path: Path) -> None:
    found = _read(tmp_path, "Q: foo\nbaz\n\nquux\nA:\n\n- one\n- two\n\nQ: next\nA: card\n")
    assert _sides(found) == [("foo\nbaz\n\nquux", "- one\n- two"), ("next", "card")]


def test_a_separator_ends_a_card(tmp_path: Path) -> None:
    found = _read(tmp_path, "Q: a\nA: b\n\n---\n\nI am a mistake!\nand go on\n\n----\n\nQ: c\nA: d\n")
    assert _sides(found) == [("a", "b"), ("c", "d")]
    assert [(told.place, told.loss) for told in found.told] == [("Medicine.md:6", Loss.PART)]
    assert "I am a mistake!" in found.told[0].what


def test_markers_and_separators_in_code_are_code(tmp_path: Path) -> None:
    code = "```\nQ: no\nA: no\n---\nC: [no]\n```"
    found = _read(tmp_path, f"Q: a\nA:\n{code}\n\nQ: b\nA: c")
    assert _sides(found) == [("a", code), ("b", "c")]


def test_code_that_is_not_closed_is_told(tmp_path: Path) -> None:
    found = _read(tmp_path, "Q: a\nA:\n```\nQ: no\nA: no")
    assert len(found.notes) == 1
    assert [told.place for told in found.told] == ["Medicine.md:3"]


def test_a_term_and_its_definition_are_asked_both_ways(tmp_path: Path) -> None:
    found = _read(tmp_path, "T: haploid cell\nD: One copy of each chromosome.\nQ: a\nA: b")
    assert found.notes[0].draft == Draft(kind="reverse", prompt="haploid cell", answer="One copy of each chromosome.")
    assert found.notes[1].draft.kind == "basic"


def test_a_full_width_colon_is_text(tmp_path: Path) -> None:
    assert _sides(_read(tmp_path, "Q: 甲\nQ：乙\nA: 丙\nA：丁\n")) == [("甲\nQ：乙", "丙\nA：丁")]


def test_an_indented_marker_is_text(tmp_path: Path) -> None:
    assert _sides(_read(tmp_path, "Q: a\nA: b\n Q: c\n")) == [("a", "b\n Q: c")]


def test_a_mistake_costs_one_card(tmp_path: Path) -> None:
    found = _read(tmp_path, "Q: one\nQ: two\nA: b\nA: c\nd\nD: e\nA: f\nQ: three\nC: [x]\nT: four\n")
    assert _sides(found) == [("two", "b"), ("==x==", "")]
    assert [(told.place.rpartition(":")[2], told.loss) for told in found.told] == [
        ("1", Loss.NOTE),
        ("4", Loss.NOTE),
        ("6", Loss.NOTE),
        ("7", Loss.NOTE),
        ("8", Loss.NOTE),
        ("10", Loss.NOTE),
    ]


def test_an_empty_side_is_told(tmp_path: Path) -> None:
    found = _read(tmp_path, "Q: a\nA:\n\nQ:\nA: b\n\nQ: x\nA: [x]: y\n\nQ: c\nA: d\n")
    assert _sides(found) == [("c", "d")]
    assert [told.loss for told in found.told] == [Loss.NOTE] * 3


def test_what_is_written_twice_is_one_card(tmp_path: Path) -> None:
    found = _read(tmp_path, "Q: a\nA: b\n\nQ: a\nA: b\n")
    assert (len(found.notes), found.told[0].loss) == (1, Loss.NOTHING)
    assert "Medicine.md:1" in found.told[0].what


def test_highlights_mean_nothing_there(tmp_path: Path) -> None:
    found = _read(tmp_path, "Q: is `a==b` ==x==?\nA: ==y== and $a==b$")
    assert _sides(found) == [("is `a==b` \\==x\\==?", "\\==y\\== and $a==b$")]


def test_headings_and_rules_in_an_answer_stay_in_it(tmp_path: Path) -> None:
    found = _read(tmp_path, "Q: a\nA: b\n\n## c\n\n***\n\n- [x] d\n")
    assert _sides(found) == [("a", "b\n\n## c\n\n***\n\n- [x] d")]


def test_html_is_told(tmp_path: Path) -> None:
    found = _read(tmp_path, "Q: a<br>b `<i>`\nA: vector<int>\n")
    assert [(told.what, told.loss) for told in found.told] == [("HTML is shown as text: <br>", Loss.NOTHING)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_end_of_a_line_ends_it(end: str, tmp_path: Path) -> None:
    assert _sides(_read(tmp_path, end.join(["Q: a", "A: b", "c"]))) == [("a", "b\nc")]


def test_control_characters_do_not_come_along(tmp_path: Path) -> None:
    assert _sides(_read(tmp_path, "Q: a\x1b[2J\nA: \u202eb")) == [("a␛[2J", "\ufffdb")]


@pytest.mark.parametrize("text", ["# A page\n\nof text", "front\tback\n", "Q：甲\n"])
def test_a_file_of_another_format_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        read(written(tmp_path, text), LIMIT)


@pytest.mark.parametrize("text", ["", "\n \n", "\ufeff"])
def test_an_empty_file_holds_nothing(text: str, tmp_path: Path) -> None:
    found = _read(tmp_path, text)
    assert (found.notes, [told.loss for told in found.told]) == ((), [Loss.NOTHING])


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        read(written(tmp_path, "Q: a\nA: b\n"), 9)
