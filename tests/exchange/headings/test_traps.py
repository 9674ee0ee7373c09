"""What looks like a heading, a mark or an end, and is none."""

from pathlib import Path

import pytest

from quizapp.exchange.headings.reading import read
from quizapp.exchange.notes import Found, Loss
from tests.exchange.markdown_cards import LIMIT, assert_cards, written


def _read(folder: Path, text: str) -> Found:
    found = read(written(folder, text), LIMIT)
    assert_cards(found)
    return found


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        ("a\n```\n# b\n## c\n```", "a", "```\n# b\n## c\n```"),
        ("a\nb\n===\nc\n---\nd", "a", "b\n===\nc\n---\nd"),
        ("a\nb\n\n---\n\nc", "a", "b\n\n---\n\nc"),
        ("a {#id .class}\nb", "a {#id .class}", "b"),
        ("is `x==y` ==a==\n==b==", "is `x==y` \\==a\\==", "\\==b\\=="),
        ("a\n- [x] b\n- [ ] c", "a", "- [x] b\n- [ ] c"),
        ("a\n```check\nanswer: 1\n```", "a", "```check\nanswer: 1\n```"),
        ("C#\nb", "C#", "b"),
        ("$\\frac{{a}}{b}$\n$$\n{{x}}\n$$", "$\\frac{{a}}{b}$", "$$\n{{x}}\n$$"),
        ("a\n#hashtag\n\\# no", "a", "#hashtag\n\\# no"),
        ("甲：：乙？\n丙", "甲：：乙？", "丙"),
        ("a\n> # b", "a", "> # b"),
        ("- a\nb", "\\- a", "b"),
        ("1. a\nb", "1\\. a", "b"),
        ("[a]: b\nc", "\\[a]: b", "c"),
    ],
)
def test_a_card_is_its_heading_and_what_stands_below(text: str, prompt: str, answer: str, tmp_path: Path) -> None:
    found = _read(tmp_path, f"# {text}\n\n# next\ncard\n")
    assert [(note.draft.prompt, note.draft.answer) for note in found.notes] == [(prompt, answer), ("next", "card")]
    assert {note.draft.kind for note in found.notes} == {"basic"}


@pytest.mark.parametrize("text", ["# a\n\n# b\nc", "# \nx\n# b\nc", "#\n\n# b\nc", "# a\n[x]: y\n# b\nc"])
def test_a_card_without_a_side_is_told(text: str, tmp_path: Path) -> None:
    found = _read(tmp_path, text)
    assert [note.draft.prompt for note in found.notes] == ["b"]
    assert [(told.place, told.loss) for told in found.told] == [("deck.md:1", Loss.NOTE)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_end_of_a_line_ends_it(end: str, tmp_path: Path) -> None:
    found = _read(tmp_path, end.join(["# a", "b", "# c", "d"]))
    assert [(note.draft.prompt, note.draft.answer) for note in found.notes] == [("a", "b"), ("c", "d")]


def test_front_matter_and_html_are_told(tmp_path: Path) -> None:
    found = _read(tmp_path, "---\nx: y\n---\n# a\nb<br>c\n# d\ne\n")
    assert [(told.place, told.loss) for told in found.told] == [
        ("deck.md:4", Loss.NOTHING),
        ("deck.md:1", Loss.PART),
    ] or [(told.place, told.loss) for told in found.told] == [("deck.md:1", Loss.PART), ("deck.md:4", Loss.NOTHING)]


def test_code_that_is_not_closed_is_told(tmp_path: Path) -> None:
    found = _read(tmp_path, "# a\n```\nb\n# c\nd")
    assert [note.draft.answer for note in found.notes] == ["```\nb\n# c\nd"]
    assert [(told.place, told.loss) for told in found.told] == [("deck.md:2", Loss.PART)]


def test_a_folder_gives_all_its_files_and_their_pictures(tmp_path: Path) -> None:
    (tmp_path / "p.png").write_bytes(b"x")
    written(tmp_path, "# a\n![](../p.png)\n# b\n![](gone.png)", "sub/one.md")
    written(tmp_path, "prose", "two.md")
    found = read(tmp_path, LIMIT)
    assert_cards(found)
    assert [(note.place, note.media) for note in found.notes] == [("sub/one.md:1", ("p.png",)), ("sub/one.md:3", ())]
    assert [told.place for told in found.told] == ["sub/one.md:3"]
    assert found.media["p.png"]() == b"x"


@pytest.mark.parametrize("text", ["## a\x1b[2J\n\u202eb", "# a\x1b[2J\n\u202eb"])
def test_control_characters_do_not_come_along(text: str, tmp_path: Path) -> None:
    assert [note.draft.prompt for note in _read(tmp_path, text).notes] == ["a␛[2J"]
