"""Which notes of a vault are read, and the deck of each question."""

from pathlib import Path

import pytest

from quizapp.exchange.notes import Found, Loss
from quizapp.exchange.obsidian import read
from tests.exchange.markdown_cards import LIMIT, assert_cards, written


def _decks(found: Found) -> list[tuple[str, tuple[str, ...]]]:
    assert_cards(found)
    return [(note.draft.prompt, note.deck) for note in found.notes]


@pytest.mark.parametrize(
    ("text", "deck"),
    [
        ("q::a", ("note",)),
        ("#flashcards\nq::a", ("note",)),
        ("#flashcards/a/b\n\nq::a", ("a", "b")),
        ("q::a\n\n#flashcards/a", ("a",)),
        ("---\ntags: [x, flashcards/a]\n---\nq::a", ("a",)),
        ("---\ntags:\n  - '#flashcards/a/b'\n---\nq::a", ("a", "b")),
        ("---\ntags: x, flashcards/a\n---\nq::a", ("a",)),
        ("---\ntags: [broken\n---\nq::a", ("note",)),
        ("#flashcards/a q::a", ("a",)),
        ("#flashcards/a\nq\n?\na", ("a",)),
        ("`#flashcards/a`\n\nq::a", ("note",)),
        ("#flashcards-old/a\n\nq::a", ("note",)),
        ("x#flashcards/a\n\nq::a", ("note",)),
    ],
)
def test_a_tag_names_the_deck(text: str, deck: tuple[str, ...], tmp_path: Path) -> None:
    assert _decks(read(written(tmp_path, text, "note.md"), LIMIT)) == [("q", deck)]


def test_a_tag_holds_until_the_next(tmp_path: Path) -> None:
    text = "#flashcards/A\nq1::a\n\n#flashcards/B\nq2::a\n#flashcards/C q3::a\n\nq4::a\n"
    found = read(written(tmp_path, text), LIMIT)
    assert _decks(found) == [("q1", ("A",)), ("q2", ("B",)), ("q3", ("C",)), ("q4", ("B",))]


def test_one_deck_of_several_is_taken_and_the_others_told(tmp_path: Path) -> None:
    found = read(written(tmp_path, "#flashcards/a #flashcards/b\nq::a"), LIMIT)
    assert _decks(found) == [("q", ("a",))]
    assert [(told.loss, "#flashcards/b" in told.what) for told in found.told] == [(Loss.NOTHING, True)]


def test_a_vault_gives_its_tagged_notes(tmp_path: Path) -> None:
    notes = {
        "one.md": "#flashcards\nq1::a",
        "Folder/sub/two.md": "#flashcards\nq2::a",
        "Folder/three.md": "#flashcards/x\nq3::a",
        "prose.md": "q4::a",
        "more.md": "#other\nq5::a",
        ".trash/gone.md": "#flashcards\nq6::a",
        "code.md": "```\n#flashcards\n```\nq7::a",
    }
    for name, text in notes.items():
        written(tmp_path, text, name)
    found = read(tmp_path, LIMIT)
    assert _decks(found) == [("q2", ("Folder", "sub")), ("q3", ("x",)), ("q1", ("one",))]
    assert [told.loss for told in found.told] == [Loss.NOTHING]
    assert found.told[0].what == "3 notes without the tag #flashcards passed over: code.md, more.md, prose.md"
