"""What waits is counted in groups, and read group by group."""

from datetime import timedelta
from itertools import islice
from pathlib import Path

import pytest

from quizapp.config import Settings
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.store.collection import Collection
from quizapp.store.waiting.counts import Done
from quizapp.store.waiting.waits import Group
from quizapp.study.coming.today import today
from tests.conftest import ENGINES, NOW, questions, write_cards
from tests.store.rows import good, row, undo

pytestmark = pytest.mark.parametrize("place", ENGINES, indirect=True)

TODAY = NOW.date()
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def cards(collection: Collection, tmp_path: Path) -> None:
    """Deck `b` comes before deck `a`."""
    files = {
        "a/one.md": questions("x", "y") + questions("r", marks=" .reverse"),
        "b/two.md": questions(*(f"n{number}" for number in range(30))),
        "b/deck.toml": "order = 1",
    }
    collection.read_folders([write_cards(tmp_path / "cards", files)], NOW)


def test_cards_that_are_due_are_counted_by_day_interval_and_deck(collection: Collection) -> None:
    collection.append([good(card, NOW - 2 * DAY) for card in ("one/x", "one/y", "two/n3")])
    collection.append([good("two/n3"), good("two/n4")])
    assert collection.waits(TODAY).groups() == [Group(TODAY - DAY, 1, "a", 2, 2)]


def test_a_card_and_its_reverse_are_one_family_and_none_once_one_had_its_turn(collection: Collection) -> None:
    collection.append([good("one/r", NOW - 2 * DAY), good("one/r~reverse", NOW - 2 * DAY)])
    assert collection.waits(TODAY).groups() == [Group(TODAY - DAY, 1, "a", 2, 1)]
    collection.append([good("one/r")])
    assert collection.waits(TODAY).groups() == [Group(TODAY - DAY, 1, "a", 1, 0)]


def test_cards_equally_overdue_since_different_days_are_read_in_the_decks_order(collection: Collection) -> None:
    collection.append([good("one/y", NOW - 13 * DAY), good("one/x", NOW - 2 * DAY), good("two/n3", NOW - 2 * DAY)])
    collection.append([good("one/y", NOW - 12 * DAY)])
    waits = collection.waits(TODAY)
    groups = waits.groups()
    assert {(group.interval, (TODAY - group.due).days) for group in groups} == {(1, 1), (6, 6)}
    assert [card.card for card in waits.of_groups(groups)] == ["two/n3", "one/x", "one/y"]


def test_new_cards_of_a_deck_are_read_in_portions_none_left_out_none_twice(collection: Collection) -> None:
    collection.append([good("two/n0"), row("two/n7", What.SUSPEND), row("two/n8", What.BURY)])
    left = [f"two/n{number}" for number in range(30) if number not in (0, 7, 8)]
    assert [card.card for card in collection.waits(TODAY).new_of("b")] == left


def test_what_is_answered_meanwhile_moves_no_new_card_into_a_portion_that_was_read(collection: Collection) -> None:
    read = collection.waits(TODAY).new_of("b")
    first = [card.card for card in islice(read, 8)]
    collection.append([good(card) for card in first[:3]])
    assert [*first, *(card.card for card in read)] == [f"two/n{number}" for number in range(30)]


def test_new_cards_are_counted_by_deck_buried_ones_too_and_suspended_ones_not(collection: Collection) -> None:
    collection.append([good("two/n0"), row("two/n7", What.SUSPEND), row("two/n8", What.BURY)])
    assert collection.waits(TODAY).new_counts() == {"a": 4, "b": 28}


def test_new_cards_that_were_counted_make_room_for_a_day_in_view(collection: Collection) -> None:
    ahead = Settings(interview=TODAY + 2 * DAY, new_per_day=1)
    assert today(collection.waits(TODAY), ahead).agenda().new == 34


def test_a_new_card_knows_that_its_sibling_is_due(collection: Collection) -> None:
    collection.append([good("one/r", NOW - 2 * DAY)])
    assert [card.card for card in collection.waits(TODAY).new() if card.sibling_due] == ["one/r~reverse"]
    collection.append([good("one/r")])
    assert not any(card.sibling_due for card in collection.waits(TODAY).new())


def test_what_was_answered_on_a_day_is_what_counts(collection: Collection) -> None:
    """Answers of another program count; practice, what was taken back and what another day was answered do not."""
    taken_back = good("one/x")
    collection.append([good("two/n0"), row("two/n1", What.IMPORTED, Grade.GOOD), row("two/n2", What.PRACTICE)])
    collection.append([taken_back, good("two/n3", NOW - DAY), good("two/n4", NOW + DAY)])
    collection.append([undo(taken_back)])
    waits = collection.waits(TODAY)
    assert set(waits.answered().values()) == {"two/n0", "two/n1"}
    assert waits.done() == [Done("b", 2, 0)]
