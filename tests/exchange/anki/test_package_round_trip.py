"""A library written as a package, read into an empty one and written again: the same cards with the same past."""

import time
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.exchange.anki import read_package
from quizapp.exchange.incoming.bringing import Brought, Wish, bring
from quizapp.exchange.keys import key_at_home
from quizapp.exchange.markdown.same_meaning import same_card
from quizapp.exchange.notes import Found, Note
from quizapp.exchange.outgoing.exporting import Wanted
from quizapp.exchange.outgoing.writing import FORMATS, Occasion
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.study.opening import Desk
from tests.exchange.anki.building import BASIC, Building
from tests.exchange.exported import CARDS, MOMENT, OTHERS, all_of, answer, home_with

PLAIN = Wanted("en", plain=True)
PICTURE = "## Which layer is shown? ![a net](media/a%20net.png) {#shown}\n\nThe *second*.\n"


def _learned(desk: Desk) -> None:
    """Some answers, a lapse, a suspension, and a picture."""
    (desk.places.cards / "deep/nets/media").mkdir()
    (desk.places.cards / "deep/nets/media/a net.png").write_bytes(b"picture")
    histories = {
        "nets/keeps": [Grade.GOOD, Grade.GOOD, Grade.EASY, Grade.GOOD],
        "nets/taps": [Grade.GOOD, Grade.GOOD, Grade.AGAIN],
        "nets/weights": [Grade.AGAIN],
        "nets/rf": [Grade.GOOD],
        "nets/rf~reverse": [Grade.GOOD, Grade.GOOD],
    }
    for minute, (card, grades) in enumerate(histories.items()):
        for number, grade in enumerate(grades):
            answer(desk, card, MOMENT - timedelta(days=80 - 7 * number, minutes=minute), grade, 1_000 + number)
    desk.collection.append([desk.pen.row("nets/rf", What.SUSPEND, MOMENT - timedelta(days=1))])


def _packed(desk: Desk, file: Path) -> Found:
    """What is written of a library, and read from the file."""
    files, _told, _notes = FORMATS[0].output(all_of(desk, PLAIN), Occasion(MOMENT))
    file.write_bytes(files[""])
    return read_package(file, 2**26)


def _brought(desk: Desk, found: Found) -> Brought:
    return bring(desk, found, Wish("anki", "cards"), MOMENT + timedelta(minutes=1))


def _known(notes: tuple[Note, ...]) -> dict[str, Note]:
    return {note.draft.id: note for note in notes}


FILES = {"deep/nets/nets.md": CARDS, "deep/nets/shown.md": PICTURE}


@pytest.mark.parametrize("zone", ["UTC", "Asia/Shanghai", "America/St_Johns"])
def test_the_same_cards_come_out_again(tmp_path: Path, zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    with home_with(tmp_path / "one", FILES) as one:
        _learned(one)
        first = all_of(one, PLAIN)
        found = _packed(one, tmp_path / "one.apkg")
    assert found.told == ()
    with home_with(tmp_path / "two", {}) as two:
        brought = _brought(two, found)
        assert (len(brought.added), brought.answers, brought.suspended, brought.pictures) == (6, 11, 1, 1)
        assert not [fault for fault in two.collection.faults() if not fault.note]
        again = all_of(two, PLAIN)
        third = _packed(two, tmp_path / "two.apkg")
    before, after = _known(first.notes), _known(again.notes)
    assert list(before) == list(after)
    for id_, note in before.items():
        other = after[id_]
        if id_ != "shown":
            assert same_card(note.draft, other.draft), other.draft
        assert (set(note.draft.tags), note.deck) == (set(other.draft.tags), other.deck)
        assert (note.past, note.backwards) == (other.past, other.backwards)
    assert [(note.draft, note.deck, note.past) for note in third.notes] == [
        (note.draft, note.deck, note.past) for note in found.notes
    ]
    assert {name: read() for name, read in again.media.items()} == {"a-net.png": b"picture"}


def test_the_same_library_takes_nothing_twice(tmp_path: Path) -> None:
    with home_with(tmp_path / "one", FILES) as desk:
        _learned(desk)
        rows = {id_: desk.collection.history(id_) for id_ in desk.collection.ids()}
        brought = _brought(desk, _packed(desk, tmp_path / "one.apkg"))
        assert (brought.added, brought.answers, brought.suspended) == ([], 0, 0)
        assert {id_: desk.collection.history(id_) for id_ in desk.collection.ids()} == rows


def test_cards_of_all_kinds_come_as_what_they_are_in_anki(tmp_path: Path) -> None:
    with home_with(tmp_path / "one", {"others/others.md": OTHERS}) as one:
        found = _packed(one, tmp_path / "one.apkg")
        drafts = [note.draft for note in all_of(one, PLAIN).notes]
    read = [note.draft for note in found.notes]
    assert [draft.kind for draft in read] == ["basic"] * 5 + ["typed"]
    assert all(same_card(one, other) for one, other in zip(drafts[:5], read[:5], strict=True))
    assert read[5].answer == "one"


def test_a_note_of_ankis_own_goes_back_under_its_guid(tmp_path: Path) -> None:
    building = Building()
    building.note(BASIC, "a?", "b", guid="Q?{x}~'1")
    with home_with(tmp_path, {}) as desk:
        _brought(desk, read_package(building.latest(tmp_path / "anki.apkg"), 2**26))
        (note,) = all_of(desk, PLAIN).notes
    assert key_at_home(note.key) == "Q?{x}~'1"
    assert key_at_home(note.key.replace("/anki-", "/anki-text-")) == "Q?{x}~'1"
    assert key_at_home("quizapp:t/anki-zzzzzzzz") == "quizapp:t/anki-zzzzzzzz"


def test_a_reverse_card_with_an_explanation_stays_one_card(tmp_path: Path) -> None:
    text = "## kernel {#kernel .reverse}\n\nfilter\n\nBoth words are used.\n\n- in papers\n"
    with home_with(tmp_path / "one", {"deep/words.md": text}) as desk:
        found = _packed(desk, tmp_path / "one.apkg")
        (note,) = found.notes
        assert note.draft.kind == "reverse"
        brought = _brought(desk, found)
        assert (brought.added, brought.differing) == ([], [])


@pytest.mark.parametrize("words", ["", "a diagram"])
def test_a_picture_is_the_same_whatever_is_written_in_its_place(words: str, tmp_path: Path) -> None:
    with home_with(tmp_path / "one", {"nets.md": f"## What is it? {{#it}}\n\nThis: ![{words}](media/x.png)\n"}) as desk:
        brought = _brought(desk, _packed(desk, tmp_path / "one.apkg"))
        assert (brought.there, brought.differing) == (["nets/it"], [])


def test_a_reverse_card_whose_answer_begins_with_a_heading_stays_one_card(tmp_path: Path) -> None:
    text = "## Term {#term .reverse}\n\n### A *heading*\n\nand more.\n"
    with home_with(tmp_path / "one", {"words.md": text}) as desk:
        brought = _brought(desk, _packed(desk, tmp_path / "one.apkg"))
        assert (brought.added, brought.there, brought.differing) == ([], ["words/term"], [])


def test_a_reverse_card_whose_prompt_goes_on_below_its_heading_is_not_taken_twice(tmp_path: Path) -> None:
    text = "## Which animal is it? {#animal .reverse}\n\nIt barks.\n\n---\n\nA dog.\n\nA pet.\n"
    with home_with(tmp_path / "one", {"animals.md": text}) as desk:
        brought = _brought(desk, _packed(desk, tmp_path / "one.apkg"))
        assert (brought.added, brought.there, brought.differing) == ([], ["animals/animal"], [])
