"""A session reads its cards as they come, and knows how many they are before it has read them."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from quizapp.store.waiting.counts import Waiting
from quizapp.study.coming.agenda import Agenda, Coming, Queue


class Source:
    """Cards that tell how many of them were read."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.read = 0

    def __iter__(self) -> Iterator[Waiting]:
        for number in range(self.count):
            self.read += 1
            yield Waiting(str(number), str(number), "d", 0, "t")


def queue(source: Source, counted: int | None = None) -> Queue:
    return Queue(Agenda(Coming(source, source.count if counted is None else counted), (), new=0))


def test_cards_are_counted_before_they_are_read_and_read_one_by_one() -> None:
    source = Source(100)
    cards = queue(source)
    assert (len(cards), source.read) == (100, 0)
    assert [cards.take(), cards.take()] == ["0", "1"]
    assert (len(cards), source.read) == (98, 2)


def test_an_answer_that_comes_again_reads_no_further() -> None:
    source = Source(100)
    cards = queue(source)
    cards.take()
    cards.put_again("0")
    cards.put_first("0")
    assert (cards.take(), len(cards), source.read) == ("0", 99, 1)


def test_a_card_that_has_not_come_yet_is_found_wherever_it_stands() -> None:
    cards = queue(Source(9))
    cards.take()
    assert "7" in cards
    cards.put_first("7")
    cards.drop("2")
    cards.extend(["x"])
    assert [cards.take() for _ in range(9)] == ["7", "1", "3", "4", "5", "6", "8", "x", None]


def test_fewer_cards_than_were_counted_end_the_queue_when_they_end() -> None:
    cards = queue(Source(1), counted=9)
    assert (cards.take(), len(cards)) == ("0", 8)
    cards.put_again("0")
    assert [cards.take(), cards.take(), len(cards)] == ["0", None, 0]


def test_more_cards_than_were_counted_all_come() -> None:
    cards = queue(Source(3), counted=1)
    assert [(cards.take(), len(cards)) for _ in range(4)] == [("0", 0), ("1", 0), ("2", 0), (None, 0)]


def test_cards_that_were_read_are_not_read_again() -> None:
    source = Source(5)
    cards = Coming(source)
    assert len(cards) == 5
    first, second = iter(cards), iter(cards)
    next(first)
    assert [card.card for card in second] == ["0", "1", "2", "3", "4"]
    assert [card.card for card in first] == ["1", "2", "3", "4"]
    assert source.read == 5


def test_a_plan_is_cut_without_reading_what_is_cut_off() -> None:
    source = Source(100)
    again = tuple(Source(2))
    cut = Agenda(Coming(source, 100), again, new=100).cut(5)
    assert ([card.card for card in cut.waiting], cut.new, cut.due) == (["0", "1", "2", "0", "1"], 3, 2)
    assert source.read == 3


@given(st.integers(0, 8), st.lists(st.sampled_from("taf"), max_size=30))
def test_a_look_ahead_says_what_comes_and_changes_nothing(count: int, steps: list[str]) -> None:
    """Taken, put again and put first in any order, with looks between and without."""
    looked, other = queue(Source(count)), queue(Source(count))
    last = None
    for step in steps:
        seen = looked.peek()
        assert (looked.peek(), len(looked)) == (seen, len(other))
        if step == "t":
            last = looked.take()
            assert (last, last) == (seen, other.take())
        elif last is not None:
            for cards in (looked, other):
                (cards.put_again if step == "a" else cards.put_first)(last)
