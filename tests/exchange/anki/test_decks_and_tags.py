"""Where notes go, and how they are tagged."""

from pathlib import Path

from quizapp.cards.draft import Draft
from tests.exchange.anki.building import BASIC, CLOZE, Building
from tests.exchange.anki.reading import found, told_of


def test_decks_within_decks_come_outermost_first(tmp_path: Path) -> None:
    building = Building()
    building.note(BASIC, "front", "back", deck="A::B b::C")
    assert found(building, tmp_path).notes[0].deck == ("A", "B b", "C")


def test_cards_in_several_decks_go_into_that_of_the_first(tmp_path: Path) -> None:
    building = Building()
    cards = building.note(CLOZE, "{{c1::a}} {{c2::b}}", "", deck="First", cards=(0, 1))
    building.schedule(cards[1], did=building.deck("Second"))
    result = found(building, tmp_path)
    assert [note.deck for note in result.notes] == [("First",), ("First",)]
    what = "its cards lie in several decks; all go into that of the first"
    assert told_of(result) == [f"note 1700000000001 (a b): {what} (nothing)"]


def test_a_deck_that_is_missing_is_none(tmp_path: Path) -> None:
    building = Building()
    (card,) = building.note(BASIC, "front", "back")
    building.schedule(card, did=99)
    assert found(building, tmp_path).notes[0].deck == ()


def test_tags_are_tags_whatever_they_say(tmp_path: Path) -> None:
    building = Building()
    building.note(BASIC, "front", "back", tags=" leech marked a::b 中文 ")
    result = found(building, tmp_path)
    assert result.notes[0].draft.tags == ("leech", "marked", "a::b", "中文")
    assert not result.told


def test_what_a_tag_cannot_hold_is_replaced_and_told_once(tmp_path: Path) -> None:
    building = Building()
    building.note(BASIC, "one", "back", tags=' a"b {x} c\\d a_b ')
    building.note(BASIC, "two", "back", tags=' a"b ')
    result = found(building, tmp_path)
    assert result.notes[0].draft.tags == ("a_b", "_x_", "c_d")
    assert told_of(result) == [
        'deck.apkg: the tag a"b is called a_b here (nothing)',
        "deck.apkg: the tag {x} is called _x_ here (nothing)",
        "deck.apkg: the tag c\\d is called c_d here (nothing)",
    ]


def test_control_characters_do_not_reach_a_note(tmp_path: Path) -> None:
    building = Building()
    building.note(BASIC, "a\x1b[31mb&#27;c\u202e", "x\r\ny\rz", deck="D\x1b", tags="t\x07")
    (note,) = found(building, tmp_path).notes
    assert note.draft == Draft(prompt="a␛\\[31mbc\ufffd", answer="x y z", tags=("t_",))
    assert note.deck == ("D␛",)
    assert note.place == "note 1700000000001 (a␛[31mbc\ufffd)"
