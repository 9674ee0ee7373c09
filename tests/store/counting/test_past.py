"""What statistics read of the log and of the cards."""

from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.store.collection import Collection
from quizapp.store.values import Stand
from tests.conftest import ENGINES, NOW, questions, write_cards
from tests.store.rows import good, row, undo

pytestmark = pytest.mark.parametrize("place", ENGINES, indirect=True)


def test_what_was_taken_back_is_left_out_and_so_is_what_says_nothing_of_knowing(collection: Collection) -> None:
    kept, taken = good("t/a", milliseconds=1200), good("t/a")
    others = [row("t/a", what) for what in (What.SUSPEND, What.RESUME, What.BURY, What.RESET)]
    collection.append([kept, taken, undo(taken), *others])
    past = collection.grown(None).now
    assert [(found.what, found.milliseconds) for found in past] == [(What.ANSWER, 1200), (What.RESET, 0)]


def test_rows_come_card_by_card_oldest_first(collection: Collection) -> None:
    rows = [good(card, NOW + timedelta(minutes=15 * n)) for n, card in enumerate(("t/b", "t/a", "t/b"))]
    collection.append(rows)
    assert [found.card for found in collection.grown(None).now] == ["t/a", "t/b", "t/b"]
    first = int(NOW.timestamp()) // 900
    assert [found.quarter - first for found in collection.grown(None).now] == [1, 0, 2]


def test_the_log_is_longer_by_each_row_and_as_long_where_nothing_happened(collection: Collection) -> None:
    assert collection.length() == 0
    taken = good("t/a")
    collection.append([taken, undo(taken)])
    collection.append([taken])
    assert collection.length() == 2


def test_a_mistake_comes_by_its_name_and_a_text_that_speaks_of_one_is_none(collection: Collection) -> None:
    collection.append(
        [
            row("t/a", grade=Grade.AGAIN, verdict="mistake", mistake="no-bias"),
            row("t/b", grade=Grade.AGAIN, typed='"mistake":"x"'),
            row("t/c", grade=Grade.GOOD, verdict="right", mistake=None),
            row("t/d", grade=Grade.AGAIN, practice=[{"mistake": "stride"}]),
        ]
    )
    assert [found.mistake for found in collection.grown(None).now] == ["no-bias", "", "", ""]


def test_what_was_learned_elsewhere_brings_its_memory(collection: Collection) -> None:
    learned = row("t/a", What.LEARNED)
    collection.append([learned])
    assert [found.memory for found in collection.grown(None).now] == [learned.entry.memory]


def test_every_card_is_held_with_where_it_stands_also_once_its_text_is_gone(
    collection: Collection, tmp_path: Path
) -> None:
    write_cards(tmp_path, {"deck/one.md": questions("x", "y")})
    collection.read_folders([tmp_path], NOW)
    collection.append([good("one/x")])
    write_cards(tmp_path, {"deck/one.md": questions("y")})
    collection.read_folders([tmp_path], NOW)
    found = {card.card: (card.deck, card.topic, card.in_use, card.interval) for card in collection.held()}
    assert found == {"one/x": ("deck", "one", False, 1), "one/y": ("deck", "one", True, None)}


def test_cards_in_use_that_have_a_past_are_told_with_where_they_stand(collection: Collection, tmp_path: Path) -> None:
    write_cards(tmp_path, {"deck/one.md": questions("x", "y", "new", "gone")})
    collection.read_folders([tmp_path], NOW)
    collection.append([good("one/x"), row("one/y", What.SUSPEND), good("one/gone"), good("unknown/z")])
    write_cards(tmp_path, {"deck/one.md": questions("x", "y", "new")})
    collection.read_folders([tmp_path], NOW)
    day = NOW.date() + timedelta(days=1)
    assert sorted(collection.stands(), key=lambda card: card[2].suspended) == [
        ("deck", "one", Stand(day, 1, 250, 1, False, False)),
        ("deck", "one", Stand(None, 0, 250, 0, False, True)),
    ]
    assert sorted(held.card for held in collection.logged()) == ["one/x", "one/y"]
    assert collection.sizes() == [("deck", "one", 3)]


def test_cards_in_use_that_were_forgotten_so_often_are_told(collection: Collection, tmp_path: Path) -> None:
    write_cards(tmp_path, {"deck/one.md": questions("x", "y")})
    collection.read_folders([tmp_path], NOW)
    for card, times in (("one/x", 2), ("one/y", 1), ("unknown/z", 2)):
        grades = [grade for _ in range(times) for grade in (Grade.GOOD, Grade.AGAIN)]
        collection.append([row(card, grade=grade, at=NOW + timedelta(days=n)) for n, grade in enumerate(grades)])
    assert collection.lapsed(2) == [("one/x", "deck", 2)]
    assert len(collection.lapsed(1)) == 2
