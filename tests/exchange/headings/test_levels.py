"""Which headings ask: those of mdfc, of flashdown, and of our own card files."""

from datetime import date
from pathlib import Path

import pytest

from quizapp.errors import UsageError
from quizapp.exchange.headings.reading import read
from quizapp.exchange.notes import Found, Loss, Past
from quizapp.scheduling.memory import Memory
from tests.exchange.markdown_cards import LIMIT, assert_cards, written


def _read(folder: Path, text: str) -> Found:
    path = written(folder, text)
    found = read(path, LIMIT)
    assert found == read(path, LIMIT)
    assert_cards(found)
    return found


def _sides(found: Found) -> list[tuple[str, str]]:
    return [(note.draft.prompt, note.draft.answer) for note in found.notes]


def test_level_1_asks_as_in_flashdown(tmp_path: Path) -> None:
    found = _read(
        tmp_path, "# Question\n\nAnswer\n\n# Second __question__\n\n- one\n- two\n\n# Third ##\n\n| A |\n|---|\n| 1 |\n"
    )
    assert _sides(found) == [
        ("Question", "Answer"),
        ("Second __question__", "- one\n- two"),
        ("Third", "| A |\n|---|\n| 1 |"),
    ]
    assert [(note.place, note.deck) for note in found.notes][1] == ("deck.md:5", ("deck",))
    assert not found.told


def test_level_2_headings_in_an_answer_belong_to_it(tmp_path: Path) -> None:
    found = _read(tmp_path, "# a\n\nb\n\n## c\n\nd\n\n# e\n\nf\n")
    assert _sides(found) == [("a", "b\n\n## c\n\nd"), ("e", "f")]


def test_level_2_asks_below_categories_as_in_mdfc(tmp_path: Path) -> None:
    text = "# 11 Broadcast\n\n## Why?\n\nBecause.\n\n- FIFO\n\n## Which?\nThat.\n# 12 Clocks\n## When?\nNow.\n"
    found = _read(tmp_path, text)
    assert [(note.draft.prompt, note.draft.answer, note.deck) for note in found.notes] == [
        ("Why?", "Because.\n\n- FIFO", ("deck", "11 Broadcast")),
        ("Which?", "That.", ("deck", "11 Broadcast")),
        ("When?", "Now.", ("deck", "12 Clocks")),
    ]
    assert not found.told


def test_text_below_a_category_is_told(tmp_path: Path) -> None:
    found = _read(tmp_path, "before\n\n# A\n\n## a\nb\n\n# B\n\ntext\n\n## c\nd\n")
    assert _sides(found) == [("a", "b"), ("c", "d")]
    assert [(told.place, told.loss) for told in found.told] == [("deck.md:1", Loss.PART), ("deck.md:10", Loss.PART)]


def test_what_mdfc_knows_of_a_card_comes_along(tmp_path: Path) -> None:
    cards = "".join(f"## {n}\n\nx\n\n`mdfc;{said}`\n\n" for n, said in enumerate(_METADATA))
    found = _read(tmp_path, f"# A\n\n{cards}")
    assert [note.draft.answer for note in found.notes] == ["x"] * 5
    assert [note.past.memory for note in found.notes] == [
        Memory(due=date(2026, 11, 30), interval=4, repetitions=1),
        Memory(due=date(2026, 11, 30), interval=32, repetitions=2),
        None,
        None,
        None,
    ]
    assert [told.place for told in found.told] == ["deck.md:21", "deck.md:27"]


_METADATA = ("box:3;due:2026-11-30", "box:99;due:2026-11-30", "box:0;due:2026-11-30", "box:3;due:2026-13-30", "box")


def test_text_below_the_metadata_is_told(tmp_path: Path) -> None:
    found = _read(tmp_path, "## a\nb\n`mdfc;box:1;due:2026-01-01`\nc\n")
    assert (_sides(found), [told.loss for told in found.told]) == ([("a", "b")], [Loss.PART])


def test_a_file_of_ours_keeps_its_ids_tags_and_kinds(tmp_path: Path) -> None:
    text = (
        '---\ntags: [cnn]\nsources: [x]\n---\n# Title\n\nnotes\n\n## a {#one .reverse tags="t"}\n\nb\n\n## ==c==\n\n'
        "## d {#three}\n\n- [x] e\n- [ ] f\n"
    )
    found = _read(tmp_path, text)
    assert [(note.draft.kind, note.draft.id, note.draft.tags) for note in found.notes] == [
        ("reverse", "one", ("t", "cnn")),
        ("cloze", "c", ("cnn",)),
        ("choice", "three", ("cnn",)),
    ]
    assert found.notes[0].past == Past()
    assert [told.loss for told in found.told] == [Loss.NOTHING, Loss.PART, Loss.PART]


def test_of_a_file_of_ours_in_one_of_two_languages_it_is_told_what_becomes_of_the_other(tmp_path: Path) -> None:
    for name, languages in (("deck.zh.md", 1), ("deck.md", 0)):
        (tmp_path / name).write_text("## a {#one}\n\nb\n", "utf-8")
        found = read(tmp_path / name, LIMIT)
        assert [told.loss for told in found.told] == [Loss.NOTHING, *[Loss.PART] * languages]


def test_a_fault_in_a_file_of_ours_is_told(tmp_path: Path) -> None:
    found = _read(tmp_path, "---\ntopic: 1\n---\n## a\n\n## b {#b}\n\nc\n\n## d {#b}\n\ne\n")
    assert _sides(found) == [("b", "c")]
    assert [(told.place, told.loss) for told in found.told] == [
        ("deck.md", Loss.NOTHING),
        ("deck.md:2", Loss.PART),
        ("deck.md:4", Loss.NOTE),
        ("deck.md:10", Loss.NOTE),
    ]


@pytest.mark.parametrize(("answer", "kept"), [("c", "c"), ("- [ ] c", "- [ ] c"), ("- [x] c", "- [x] c")])
def test_what_would_be_a_fault_of_ours_is_none_in_a_file_of_another_program(
    answer: str, kept: str, tmp_path: Path
) -> None:
    found = _read(tmp_path, f"## a?\n\nb\n\n## a?\n\n{answer}\n")
    assert (_sides(found), found.told) == ([("a?", "b"), ("a?", kept)], ())


@pytest.mark.parametrize(
    "text", ["no heading", "Title\n=====\n\ntext\n", "```\n# a\nb\n```\n", "### a\n\nb\n", "a\tb\n"]
)
def test_a_file_without_headings_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        read(written(tmp_path, text), LIMIT)


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff"])
def test_an_empty_file_holds_nothing(text: str, tmp_path: Path) -> None:
    found = _read(tmp_path, text)
    assert (found.notes, [told.loss for told in found.told]) == ((), [Loss.NOTHING])
