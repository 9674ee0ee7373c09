"""Clozes that came from one note of Anki's go back as that note, each under its number with its own past."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from quizapp.cards.draft import Draft
from quizapp.exchange.anki import read_package
from quizapp.exchange.anki.writing import package_of
from quizapp.exchange.anki.writing_schedule import Days
from quizapp.exchange.anki_text.writing import anki_text_of
from quizapp.exchange.notes import Found, Note, Past
from quizapp.scheduling.memory import Memory

NOW = 1_772_614_800_000
LEARNED = Past(memory=Memory(date(2026, 3, 10), 15, 236, 3), as_of=datetime(2026, 2, 23, tzinfo=UTC))


def _cloze(prompt: str, key: str, past: Past = Past()) -> Note:  # noqa: B008  it is frozen
    return Note(f"t/{key}", Draft(kind="cloze", prompt=prompt, answer="Said."), key, ("d",), past=past)


FIRST, SECOND = _cloze("==a== b ==c== d", "G"), _cloze("a ==b== c d", "G-c2", LEARNED)
FOURTH = _cloze("a b c ==d==", "G-c4")


def _read(folder: Path, *notes: Note) -> dict[str, Note]:
    package = package_of(Found(notes), NOW, Days())
    assert {note.key for note in package.notes} == {note.key for note in notes}
    (folder / "cards.apkg").write_bytes(package.content)
    return {note.key: note for note in read_package(folder / "cards.apkg", 2**26).notes}


def test_they_come_back_under_their_keys_with_their_pasts(tmp_path: Path) -> None:
    found = _read(tmp_path, SECOND, FIRST, FOURTH)
    assert {key: note.draft.prompt for key, note in found.items()} == {
        note.key: note.draft.prompt for note in (FIRST, SECOND, FOURTH)
    }
    assert {key: note.past.memory for key, note in found.items() if note.past.memory} == {"G-c2": LEARNED.memory}


def test_a_text_file_has_one_row_for_them() -> None:
    text, told, notes = anki_text_of([FIRST, SECOND])
    (row,) = text.splitlines()[6:]
    assert row.split("\t")[:4] == ["G", "Cloze", "d", "{{c1::a}} {{c2::b}} {{c1::c}} d"]
    assert (told, len(notes)) == ((), 2)


@pytest.mark.parametrize(
    "other",
    [
        _cloze("==a b== c d", "G-c2"),
        replace(SECOND, draft=SECOND.draft.model_copy(update={"answer": "Otherwise."})),
        replace(SECOND, key="H-c2"),
        replace(SECOND, key="quizapp:t/x-c2"),
    ],
)
def test_one_that_is_no_part_of_the_note_any_more_is_a_note_by_itself(other: Note, tmp_path: Path) -> None:
    found = _read(tmp_path, FIRST, other)
    assert {key: note.draft.prompt for key, note in found.items()} == {
        note.key: note.draft.prompt for note in (FIRST, other)
    }


def test_cards_of_ones_own_stay_apart_though_their_texts_are_alike(tmp_path: Path) -> None:
    notes = [replace(FIRST, key="quizapp:t/a"), replace(SECOND, key="quizapp:t/a-c2")]
    assert set(_read(tmp_path, *notes)) == {"quizapp:t/a", "quizapp:t/a-c2"}
    assert len(anki_text_of(notes).text.splitlines()[6:]) == 2


def test_the_note_is_called_as_it_was_whichever_gap_comes_first(tmp_path: Path) -> None:
    notes = [_cloze("==a== b", "G-c2"), _cloze("a ==b==", "G")]
    assert {key: note.draft.prompt for key, note in _read(tmp_path, *notes).items()} == {
        "G": "a ==b==",
        "G-c2": "==a== b",
    }
    assert anki_text_of(notes).text.splitlines()[6].startswith("G\tCloze\td\t{{c2::a}} {{c1::b}}\t")


def test_notes_of_one_guid_and_one_number_stay_apart() -> None:
    notes = [_cloze("==a== b", "G"), _cloze("a ==b==", "G")]
    assert [row.split("\t")[3] for row in anki_text_of(notes).text.splitlines()[6:]] == ["{{c1::a}} b", "a {{c1::b}}"]


def test_pictures_of_all_of_them_go_along() -> None:
    names = ("p.png", "q.png")
    notes = [replace(note, media=(name,)) for note, name in zip((FIRST, SECOND), names, strict=True)]
    package = package_of(Found(tuple(notes), (), {name: lambda: b"picture" for name in names}), NOW, Days())
    with ZipFile(BytesIO(package.content)) as zipped:
        assert sorted(json.loads(zipped.read("media")).values()) == ["p.png", "q.png"]


def test_a_hint_is_shown_on_its_own_card_alone(tmp_path: Path) -> None:
    notes = [_cloze("==Madrid== *(a city: big)* and ==Spain==", "G"), _cloze("Madrid ==and== *(a word)* Spain", "G-c2")]
    assert {key: note.draft.prompt for key, note in _read(tmp_path, *notes).items()} == {
        note.key: note.draft.prompt for note in notes
    }
    assert anki_text_of(notes).text.splitlines()[6].split("\t")[3] == (
        "{{c1::Madrid::a city: big}} {{c2::and::a word}} {{c1::Spain}}"
    )


def test_a_hint_in_chinese_is_its_cards_too(tmp_path: Path) -> None:
    notes = [_cloze("北京是==中国== *(国家)* 的首都。", "G"), _cloze("北京是中国的==首都==。", "G-c2")]
    assert {key: note.draft.prompt for key, note in _read(tmp_path, *notes).items()} == {
        note.key: note.draft.prompt for note in notes
    }
    assert anki_text_of(notes).text.splitlines()[6].split("\t")[3] == "北京是{{c1::中国::国家}}的{{c2::首都}}。"
