"""Long decks in many files."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.cards.parse import parse_file
from quizapp.cards.parts import FilePart
from quizapp.exchange.archive.names import flaw_of
from quizapp.exchange.incoming.placing import folder_name
from quizapp.exchange.notes import OURS
from tests.exchange.incoming.brought import WISH, brought, note
from tests.study.editing.conftest import Learning


def test_files_that_are_full_are_not_looked_at_again(learning: Learning, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = Counter[str]()

    def counted(content: bytes, file: str, deck: str) -> FilePart:
        looked_at[Path(file).name] += 1
        return parse_file(content, file, deck)

    monkeypatch.setattr("quizapp.exchange.incoming.placing.MOST_CARDS", 1)
    monkeypatch.setattr("quizapp.exchange.incoming.placing.parse_file", counted)
    brought(learning, *(note(f"q{number}?") for number in range(5)))
    assert len(looked_at) == 5
    assert set(looked_at.values()) == {1}


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("etc.", "etc"),
        (" . a - ", "a"),
        ("a:b/c", "a-b-c"),
        ("..", "deck"),
        ("x" * 60, "x" * 60),
        ("Aux", "deck Aux"),
        ("con.es", "deck con.es"),
    ],
)
def test_a_folders_name_is_one_on_every_system(name: str, folder: str) -> None:
    assert folder_name(name) == folder


def test_two_long_names_that_begin_alike_are_two_folders_whichever_comes_first(learning: Learning) -> None:
    long = "Anatomy of the lower extremity, with all of its nerves and vessels: part "
    one, two = (note(f"{part}?", deck=("Atlas", long + part, "sub")) for part in ("one", "two"))
    first = brought(learning, one).decks
    second = brought(learning, two, one, note("more?", deck=two.deck)).decks
    (deck,), (other,) = first, second
    assert (first[deck], second[other]) == (1, 2)
    assert deck != other
    for folder in (deck.split("/")[1], other.split("/")[1]):
        assert folder.startswith(long[:50])
        assert len(folder) <= 60


def test_a_name_is_cut_where_no_dot_or_space_is_left_at_its_end() -> None:
    assert folder_name("x" * 49 + ". " * 9 + "y").rpartition("-")[0] == "x" * 49


def test_a_topic_in_another_folder_of_ones_own_is_left_alone(learning: Learning) -> None:
    before = learning.text("mine.md")
    assert brought(learning, note("a?", deck=("Other", "mine"))).added[0].startswith("other-mine/")
    assert learning.text("mine.md") == before


def test_two_languages_do_not_become_one_card(learning: Learning) -> None:
    for language, prompt in (("en", "One?"), ("zh", "一？")):
        text = replace(note(prompt, deck=("Numbers",)), key=f"{OURS}elsewhere/one{language}")
        brought(learning, text, wish=replace(WISH, language=language))
    assert [name for name in learning.files if name != "mine.md"] == [
        "Numbers/numbers-2.zh.md",
        "Numbers/numbers.en.md",
    ]
    assert learning.faults == []


@pytest.mark.parametrize("deck", ["README", "Readme"])
def test_a_deck_that_is_called_as_files_that_are_passed_over_is_read(learning: Learning, deck: str) -> None:
    first, again = (brought(learning, note("a?", deck=(deck,))) for _time in range(2))
    assert (again.added, again.there) == ([], first.added)


def test_a_file_is_not_called_as_a_device(learning: Learning) -> None:
    brought(learning, note("a?", deck=("Words", "con!")))
    assert [name for name in learning.files if flaw_of(name)] == []
