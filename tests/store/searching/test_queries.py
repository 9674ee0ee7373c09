"""What the collection answers about cards, days and decks."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.store.collection import Collection
from quizapp.store.waiting.counts import DayCounts, DeckCounts
from tests.conftest import ENGINES, NOW, questions, write_cards
from tests.store.rows import good, row, undo

pytestmark = pytest.mark.parametrize("place", ENGINES, indirect=True)

TODAY = NOW.date()
DAY = timedelta(days=1)
CHECK = "## How many? {#sum}\n\n```check\ndraw:\n  n: [1, 2]\nanswer: n + 1\n```\n\nCount.\n"


@pytest.fixture(autouse=True)
def cards(collection: Collection, tmp_path: Path) -> Path:
    """Deck `a` (second) with x, y and the reverse card r; deck `b` (first) with z and a computed card."""
    files = {
        "a/one.md": questions("x", "y") + "\n" + questions("r", marks=" .reverse"),
        "a/deck.toml": "order = 2",
        "b/two.md": questions("z") + "\n" + CHECK,
        "b/deck.toml": "order = 1",
    }
    root = write_cards(tmp_path / "cards", files)
    collection.read_folders([root], NOW)
    return root


def due(collection: Collection, day: date) -> list[str]:
    return [waiting.card for waiting in collection.waits(day).due()]


def new(collection: Collection, day: date = TODAY) -> list[str]:
    return [waiting.card for waiting in collection.waits(day).new()]


def test_all_cards_are_new_at_first_in_the_decks_order_computed_ones_too(collection: Collection) -> None:
    assert new(collection) == ["two/z", "two/sum", "one/x", "one/y", "one/r", "one/r~reverse"]
    assert due(collection, TODAY) == []


def test_an_answered_card_is_due_when_its_time_has_come(collection: Collection) -> None:
    collection.append([good("one/x")])
    assert "one/x" not in new(collection)
    assert due(collection, TODAY) == []
    assert due(collection, TODAY + DAY) == due(collection, TODAY + 30 * DAY) == ["one/x"]


def test_a_due_card_tells_what_the_queue_needs(collection: Collection) -> None:
    collection.append([good("one/r~reverse")])
    (waiting,) = collection.waits(TODAY + DAY).due()
    assert (waiting.family, waiting.deck, waiting.deck_position, waiting.topic) == ("one/r", "a", 2, "one")
    assert (waiting.due, waiting.interval, waiting.answered) == (TODAY + DAY, 1, TODAY)


def test_an_undone_answer_makes_a_card_new_again(collection: Collection) -> None:
    answer = good("one/x")
    collection.append([answer])
    collection.append([undo(answer)])
    assert "one/x" in new(collection)
    assert due(collection, TODAY + DAY) == []


def test_a_reset_card_is_new_again(collection: Collection) -> None:
    collection.append([good("one/x"), row("one/x", What.RESET)])
    assert "one/x" in new(collection)


def test_practice_does_not_make_a_card_known(collection: Collection) -> None:
    collection.append([row("one/x", What.PRACTICE, Grade.EASY)])
    assert "one/x" in new(collection)
    assert DayCounts.of(collection.waits(TODAY).done()) == DayCounts(0, 0)


def test_a_suspended_card_is_neither_due_nor_new_nor_practised(collection: Collection) -> None:
    collection.append([good("one/x"), row("one/x", What.SUSPEND), row("one/y", What.SUSPEND)])
    assert due(collection, TODAY + DAY) == []
    assert not {"one/x", "one/y"} & {*new(collection), *(waiting.card for waiting in collection.every())}
    assert collection.next_due(TODAY) is None
    assert collection.due_by_day(TODAY + DAY) == {}


def test_a_buried_card_waits_until_tomorrow(collection: Collection) -> None:
    yesterday = NOW - DAY
    collection.append([good("one/x", yesterday), row("one/x", What.BURY), row("one/y", What.BURY)])
    assert due(collection, TODAY) == []
    assert "one/y" not in new(collection)
    assert due(collection, TODAY + DAY) == ["one/x"]
    assert "one/y" in new(collection, TODAY + DAY)


def test_an_archived_card_is_nowhere(collection: Collection, cards: Path) -> None:
    collection.append([good("one/x")])
    write_cards(cards, {"a/one.md": questions("y")})
    collection.read_folders([cards], NOW)
    assert due(collection, TODAY + DAY) == []
    assert [waiting.card for waiting in collection.every()] == ["two/z", "two/sum", "one/y"]
    assert collection.next_due(TODAY) is None
    assert collection.named("x") == []


def test_every_card_in_use_may_be_practised(collection: Collection) -> None:
    collection.append([good("one/x")])
    found = {waiting.card: waiting.interval for waiting in collection.every()}
    assert found == {"two/z": 0, "two/sum": 0, "one/x": 1, "one/y": 0, "one/r": 0, "one/r~reverse": 0}


def test_a_day_counts_cards_not_answers(collection: Collection) -> None:
    collection.append([good("two/z", NOW - DAY)])
    collection.append([row("one/x", What.ANSWER, Grade.AGAIN), good("one/x"), good("one/y"), good("two/z")])
    assert DayCounts.of(collection.waits(TODAY).done()) == DayCounts(new=2, reviews=1)


def test_an_undone_answer_gives_its_place_back(collection: Collection) -> None:
    first, second = good("one/x"), good("one/y")
    collection.append([first, second])
    collection.append([undo(first)])
    assert DayCounts.of(collection.waits(TODAY).done()) == DayCounts(new=1, reviews=0)


def test_what_was_answered_is_known_by_family(collection: Collection) -> None:
    collection.append([good("one/r~reverse"), good("one/x", NOW - DAY)])
    assert collection.waits(TODAY).answered() == {"one/r": "one/r~reverse"}


def test_learned_is_what_was_recalled_last(collection: Collection) -> None:
    collection.append([good("one/x"), row("one/y", What.ANSWER, Grade.AGAIN)])
    assert collection.deck_counts() == {"a": DeckCounts(4, 1), "b": DeckCounts(2, 0)}


def test_the_days_ahead_count_what_falls_due(collection: Collection) -> None:
    collection.append([good("one/x"), good("one/y"), good("two/z", NOW - 5 * DAY)])
    assert collection.due_by_day(TODAY + DAY) == {TODAY - 4 * DAY: 1, TODAY + DAY: 2}


def test_the_next_day_is_the_first_on_which_a_card_falls_due(collection: Collection) -> None:
    assert collection.next_due(TODAY) is None
    collection.append([good("one/x"), good("one/x", NOW + DAY)])
    assert collection.next_due(TODAY) == TODAY + 7 * DAY


def test_a_card_put_off_or_left_undone_is_due_on_the_next_day(collection: Collection) -> None:
    collection.append([good("one/x", NOW - DAY), row("one/x", What.BURY)])
    assert due(collection, TODAY) == []
    assert collection.next_due(TODAY) == TODAY + DAY
    assert collection.next_due(TODAY + DAY) == TODAY + 2 * DAY


def test_activity_counts_every_answer_but_undone_ones(collection: Collection) -> None:
    undone = good("one/x", milliseconds=90_000)
    practised = row("two/z", What.PRACTICE, Grade.GOOD, milliseconds=4_000)
    collection.append([undone, practised, good("one/y", NOW - DAY, milliseconds=2_000), row("one/y", What.SUSPEND)])
    collection.append([undo(undone)])
    past = collection.activity()
    assert past.answers == {TODAY - DAY: 1, TODAY: 1}
    assert past.seconds_an_answer == 3.0


def test_the_mean_time_is_unknown_where_none_was_taken(collection: Collection) -> None:
    collection.append([good("one/x")])
    assert collection.activity().seconds_an_answer is None


def test_a_card_is_named_by_its_whole_id_or_by_the_part_after_the_slash(collection: Collection, cards: Path) -> None:
    write_cards(cards, {"b/two.md": questions("x", "z")})
    collection.read_folders([cards], NOW)
    assert collection.named("x") == ["one/x", "two/x"]
    assert collection.named("one/x") == ["one/x"]
    assert collection.named("one") == []
    assert collection.named("r~reverse") == ["one/r~reverse"]


def test_a_topic_is_found_by_its_id(collection: Collection) -> None:
    topic = collection.topic("one")
    assert topic is not None
    assert (topic.deck, topic.titles) == ("a", {"every": "Topic"})
    assert collection.topic("none") is None


def test_topics_that_have_cards_come_in_the_decks_order_without_them(collection: Collection, cards: Path) -> None:
    assert [(topic.id, topic.deck, topic.cards) for topic in collection.topics()] == [
        ("two", "b", ()),
        ("one", "a", ()),
    ]
    (cards / "b" / "two.md").unlink()
    collection.read_folders([cards], NOW)
    assert [topic.id for topic in collection.topics()] == ["one"]
