"""The order of today's cards."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.store.waiting.counts import Waiting
from quizapp.study.coming.agenda import OTHERS_BETWEEN, Agenda, Coming, Queue
from quizapp.study.coming.queue import Order, Room, agenda, most_overdue_first, spread
from tests.soak import examples

TODAY = date(2026, 3, 4)
PLENTY = Room(new=1_000, reviews=1_000)


def card(
    name: str, overdue: int | None = None, interval: int = 1, deck: str = "a", family: str = "", answered: bool = False
) -> Waiting:
    """A card `overdue` by so many days, or a new one."""
    due = None if overdue is None else TODAY - timedelta(days=overdue)
    return Waiting(name, family or name, deck, ord(deck), "t", due, interval, TODAY if answered else None)


def names(cards: Agenda | list[Waiting]) -> str:
    return " ".join(each.card for each in (cards.ahead if isinstance(cards, Agenda) else cards))


CARDS = st.lists(
    st.builds(
        card,
        name=st.integers(0, 30).map(str),
        overdue=st.none() | st.integers(0, 30),
        interval=st.integers(0, 30),
        deck=st.sampled_from("abc"),
        family=st.integers(0, 12).map("family {}".format),
        answered=st.booleans(),
    ),
    unique_by=lambda waiting: waiting.card,
)
ROOMS = st.builds(Room, new=st.integers(0, 12), reviews=st.integers(0, 12))


def planned(cards: list[Waiting], room: Room, by_deck: bool) -> Agenda:
    due = [each for each in cards if each.due is not None]
    new = [each for each in cards if each.due is None and each.answered is None]
    return agenda(due, new, room, {each.family: each.card for each in due if each.answered}, TODAY, Order(by_deck))


@settings(max_examples=examples(200), deadline=None)
@given(CARDS, ROOMS, st.booleans())
def test_a_plan_keeps_the_limits(cards: list[Waiting], room: Room, by_deck: bool) -> None:
    ahead = tuple(planned(cards, room, by_deck).ahead)
    new = sum(each.due is None for each in ahead)
    assert new <= room.new
    assert len(ahead) - new <= room.reviews


@settings(max_examples=examples(200), deadline=None)
@given(CARDS, st.booleans())
def test_one_card_of_a_family_comes_a_day(cards: list[Waiting], by_deck: bool) -> None:
    today = planned(cards, PLENTY, by_deck)
    ahead = [each.family for each in today.ahead]
    assert len(ahead) == len(set(ahead))
    assert not set(ahead) & {each.family for each in today.again}


@settings(max_examples=examples(200), deadline=None)
@given(CARDS, st.booleans())
def test_with_room_enough_every_family_that_waits_comes(cards: list[Waiting], by_deck: bool) -> None:
    today = planned(cards, PLENTY, by_deck)
    waiting = {each.family for each in cards if each.due is not None or each.answered is None}
    assert {each.family for each in (*today.ahead, *today.again)} == waiting


@settings(max_examples=examples(200), deadline=None)
@given(CARDS)
def test_one_deck_comes_after_the_other(cards: list[Waiting]) -> None:
    decks = [each.deck for each in planned(cards, PLENTY, by_deck=True).ahead]
    assert decks == sorted(decks)


@settings(max_examples=examples(200), deadline=None)
@given(st.integers(0, 40), st.integers(0, 40))
def test_new_cards_stand_evenly_among_the_others(reviews: int, fresh: int) -> None:
    mixed = spread([card("r", 0)] * reviews, [card("n")] * fresh)
    marks = "".join(each.card for each in mixed)
    assert (marks.count("r"), marks.count("n")) == (reviews, fresh)
    gaps = [len(gap) for gap in marks.split("r")]
    assert max(gaps) - min(gaps) <= 1


def test_the_longest_overdue_for_its_interval_comes_first() -> None:
    cards = [card("late", 30, 300), card("latest", 6, 3), card("today", 0, 1), card("tenth", 3, 10)]
    assert names(most_overdue_first(cards, TODAY)) == "latest tenth late today"


def test_equally_overdue_cards_of_all_decks_take_turns() -> None:
    cards = [card("a1", 0), card("a2", 0), card("b1", 0, deck="b"), card("b2", 0, deck="b")]
    assert names(agenda(cards, [], PLENTY, {}, TODAY)) == "a1 b1 a2 b2"


def test_new_cards_of_all_decks_take_turns() -> None:
    cards = [card("a1"), card("a2"), card("a3"), card("b1", deck="b")]
    assert names(agenda([], cards, Room(new=3, reviews=0), {}, TODAY)) == "a1 b1 a2"


def test_decks_one_after_the_other_fill_the_first_one_first() -> None:
    cards = [card("a1"), card("a2"), card("a3"), card("b1", deck="b")]
    assert names(agenda([], cards, Room(new=3, reviews=0), {}, TODAY, Order(by_deck=True))) == "a1 a2 a3"


def test_what_is_cut_by_the_limit_is_the_least_overdue() -> None:
    cards = [card("fresh", 0, 10), card("old", 10, 10), card("older", 20, 10)]
    assert names(agenda(cards, [], Room(new=0, reviews=2), {}, TODAY)) == "older old"


def test_a_sibling_answered_today_keeps_a_card_away() -> None:
    due, new = [card("r", 3, family="f")], [card("n", family="g")]
    assert names(agenda(due, new, PLENTY, {"f": "r~reverse", "g": "n~reverse"}, TODAY)) == ""


def test_a_due_card_goes_before_its_new_sibling() -> None:
    assert names(agenda([card("r", 0, family="f")], [card("n", family="f")], PLENTY, {}, TODAY)) == "r"


def test_siblings_that_may_come_together_do() -> None:
    due = [card("r", 3, family="f"), card("s", 1, family="f"), card("t", 1, deck="b", family="g")]
    answered, new = {"f": "other", "g": "other"}, [card("n", family="f")]
    assert names(agenda(due, new, PLENTY, answered, TODAY, Order(together=lambda deck: deck == "a"))) == "r n s"


def test_cards_not_settled_yet_come_whatever_the_limits() -> None:
    today = agenda([card("failed", 0, answered=True)], [], Room(0, 0), {"failed": "failed"}, TODAY)
    assert [each.card for each in today.again] == ["failed"]


def taken(queue: Queue, count: int) -> str:
    return " ".join(str(queue.take()) for _ in range(count))


def queue(count: int, *again: str) -> Queue:
    ahead = tuple(card(str(number), 0) for number in range(count))
    return Queue(Agenda(Coming(ahead), tuple(card(name, 0, answered=True) for name in again), new=0))


def test_a_failed_card_comes_again_after_others() -> None:
    cards = queue(12)
    assert taken(cards, 1) == "0"
    cards.put_again("0")
    assert taken(cards, OTHERS_BETWEEN + 2) == "1 2 3 4 5 0 6"


def test_a_failed_card_comes_at_once_where_there_is_no_other() -> None:
    cards = queue(1)
    taken(cards, 1)
    cards.put_again("0")
    assert taken(cards, 2) == "0 None"


def test_failed_cards_take_turns_at_the_end() -> None:
    cards = queue(2)
    for name in ("0", "1", "0"):
        assert cards.take() == name
        cards.put_again(name)
    assert taken(cards, 3) == "1 0 None"


def test_cards_failed_before_the_session_come_after_others_too() -> None:
    assert taken(queue(7, "x", "y"), 9) == "0 1 2 3 4 x y 5 6"


def test_a_card_put_first_or_dropped_is_there_once_or_not_at_all() -> None:
    cards = queue(3, "x")
    cards.put_first("x")
    cards.put_first("2")
    cards.drop("1")
    cards.drop("nowhere")
    assert len(cards) == 3
    assert taken(cards, 4) == "2 x 0 None"
