"""Decks keep their names; those that differ in capital letters only become one where they must, and it is told."""

import json
import sqlite3
from contextlib import closing
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from quizapp.cards.draft import Draft
from quizapp.exchange.notes import Found, Note
from quizapp.exchange.outgoing.writing import FORMATS, Occasion, Output
from tests.exchange.exported import MOMENT

BY_NAME = {format_.name: format_ for format_ in FORMATS}


def _note(number: int, *deck: str) -> Note:
    return Note(f"t/{number}", Draft(prompt=f"q{number}", answer="a", id=f"n{number}"), f"quizapp:t/{number}", deck)


CLASHING = (_note(1, "maths", "Alg"), _note(2, "Maths"), _note(3, "MATHS", "alg"), _note(4, "bio"))


def _told(output: Output) -> list[str]:
    return [one.what.partition(":")[0] for one in output.told]


def _written(name: str, *notes: Note, by_deck: bool = False) -> Output:
    return BY_NAME[name].output(Found(notes), Occasion(MOMENT, by_deck=by_deck))


@pytest.mark.parametrize("name", ["apkg", "anki-text"])
def test_anki_gets_one_deck_spelt_as_the_first_and_it_is_told(name: str) -> None:
    output = _written(name, *CLASHING)
    assert {note.place: note.deck for note in output.notes} == {
        "t/1": ("MATHS", "alg"),
        "t/2": ("MATHS",),
        "t/3": ("MATHS", "alg"),
        "t/4": ("bio",),
    }
    assert _told(output) == [
        "the deck maths/Alg is written as MATHS/alg",
        "the deck Maths is written as MATHS",
    ]


@pytest.mark.parametrize("more", [(), (_note(5, "default", "x"),), (_note(5, "Default"),)])
def test_no_two_decks_of_a_package_are_one_to_anki(more: tuple[Note, ...], tmp_path: Path) -> None:
    with ZipFile(BytesIO(_written("apkg", *CLASHING, *more).files[""])) as package:
        (tmp_path / "c").write_bytes(package.read("collection.anki2"))
    with closing(sqlite3.connect(tmp_path / "c")) as connection:
        ((decks,),) = connection.execute("SELECT decks FROM col")
    names = [deck["name"].casefold() for deck in json.loads(decks).values()]
    assert sorted(set(names) - {"default::x"}) == ["bio", "default", "maths", "maths::alg"]
    assert len(set(names)) == len(names)


def test_a_letter_and_its_accent_are_one_letter_or_two() -> None:
    output = _written("apkg", _note(1, "caf\u00e9"), _note(2, "cafe\u0301"))
    assert len({note.deck for note in output.notes}) == 1


@pytest.mark.parametrize("name", ["hashcards", "obsidian"])
def test_no_file_of_a_deck_takes_the_place_of_anothers(name: str) -> None:
    output = _written(name, _note(1, "maths"), _note(2, "Maths"), by_deck=True)
    assert list(output.files) == ["Maths.md"]
    assert all(word in output.files["Maths.md"].decode() for word in ("q1", "q2"))
    assert _told(output) == ["the deck maths is written as Maths"]


@pytest.mark.parametrize("name", ["csv", "obsidian"])
def test_where_they_can_be_told_apart_they_keep_their_names(name: str) -> None:
    output = _written(name, _note(1, "maths"), _note(2, "Maths"))
    assert [note.deck for note in output.notes] == [("maths",), ("Maths",)]
    assert output.told == ()


@pytest.mark.parametrize("name", [format_.name for format_ in FORMATS])
def test_a_deck_whose_name_is_its_own_keeps_it(name: str) -> None:
    output = _written(name, _note(1, "Maths"), _note(2, "Maths", "Alg"), by_deck=BY_NAME[name].by_deck)
    assert [note.deck for note in output.notes] == [("Maths",), ("Maths", "Alg")]
    assert not [what for what in _told(output) if "written as" in what]
