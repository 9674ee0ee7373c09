"""The collections to measure with are what the table says they are."""

from pathlib import Path

from benchmarks.homes.cards import NOW, Size, write_home
from benchmarks.homes.copying import fresh, with_cards
from benchmarks.homes.learning import learn
from benchmarks.homes.texts import OFTEN, SELDOM, text
from benchmarks.library.desks import desk_in
from quizapp.study.opening import Desk

CARDS = 200


def _home(folder: Path, mixed: bool = False) -> Path:
    write_home(folder, folder / "cards", Size(CARDS, 20, mixed))
    return folder


def _read(desk: Desk) -> Desk:
    desk.read_cards(NOW)
    return desk


def test_the_cards_are_sound_in_ten_decks(tmp_path: Path) -> None:
    for mixed in (False, True):
        with desk_in(_home(tmp_path / str(mixed), mixed)) as desk:
            collection = _read(desk).collection
            assert collection.faults() == []
            assert len(collection.ids()) == CARDS
            assert len(collection.decks()) == 10
            kinds = {card.kind for card in collection.listed()}
            assert kinds == ({"basic", "choice"} if mixed else {"basic"})


def test_a_fifth_of_the_cards_is_due_a_quarter_will_be_and_none_was_answered_today(tmp_path: Path) -> None:
    with desk_in(_home(tmp_path)) as desk:
        collection = _read(desk).collection
        answers = learn(collection, collection.ids())
        assert len(collection.waits(desk.pen.day(NOW)).due()) == CARDS / 5
        assert len(collection.waits(desk.pen.day(NOW)).new()) == CARDS * 11 / 20
        assert 1.5 * CARDS < answers == collection.length() < 2.5 * CARDS
        assert collection.differences() == []
        assert 100 < (NOW.date() - min(collection.activity().answers)).days < 365
        assert max(collection.activity().answers) < NOW.date()


def test_another_machine_has_another_past_of_the_same_cards(tmp_path: Path) -> None:
    with desk_in(_home(tmp_path)) as desk:
        collection = _read(desk).collection
        before = learn(collection, collection.ids())
        assert learn(collection, collection.ids(), seed=2) == collection.length() - before
        assert learn(collection, collection.ids()) == 0  # the same past comes once


def test_texts_follow_from_their_numbers_and_words_stand_in_as_many_as_they_say() -> None:
    assert text(7) == text(7) != text(8)
    texts = [text(number).back.split() for number in range(2_000)]
    assert sum(OFTEN in words for words in texts) == 1_000
    assert sum(SELDOM in words for words in texts) == 2


def test_a_copy_may_be_changed_and_is_gone_afterwards(tmp_path: Path) -> None:
    with desk_in(_home(tmp_path)) as desk:
        _read(desk)
    with fresh(tmp_path) as copy:
        with desk_in(copy) as desk:
            assert desk.read_cards(NOW).files == 0  # the card files lie where they lay
            learn(desk.collection, desk.collection.ids())
        with desk_in(tmp_path) as desk:
            assert desk.collection.length() == 0
    assert not copy.exists()


def test_cards_that_are_written_into_are_copied_too(tmp_path: Path) -> None:
    with with_cards(_home(tmp_path)) as copy, desk_in(copy) as desk:
        collection = _read(desk).collection
        files = collection.files(collection.topics()[0].id)
        assert all(file.is_relative_to(copy) for file in files)
