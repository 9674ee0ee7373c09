"""What the day in view means for today's cards."""

from datetime import date, timedelta

from quizapp.config import Settings
from quizapp.store.waiting.counts import Done, Waiting
from quizapp.study.coming.queue import Room, agenda
from quizapp.study.planning.daily import LAST_DAYS, new_limit, order

TODAY = date(2026, 11, 28)
NEW = [Waiting(f"{deck}{number}", f"{deck}{number}", deck, 0, deck) for deck in "abc" for number in range(4)]
COUNTS = dict.fromkeys("abc", 4)


def _settings(days: int | None, *decks: str, usual: int = 2) -> Settings:
    day = None if days is None else TODAY + timedelta(days=days)
    return Settings(new_per_day=usual, interview=day, interview_decks=decks)


def _limit(chosen: Settings, done: list[Done] | None = None, **new: int) -> int:
    return new_limit(chosen, COUNTS | new, TODAY, done or [])


def test_without_a_day_in_view_all_is_as_usual() -> None:
    assert _limit(_settings(None)) == 2
    assert not order(_settings(None, "a"), TODAY).first("a")


def test_the_day_in_view_asks_for_more_but_never_for_less_than_usual() -> None:
    assert _limit(_settings(5)) == 3
    assert _limit(_settings(5, "a")) == 2
    assert _limit(_settings(2, "a", "b")) == 8


def test_what_was_begun_today_counts() -> None:
    assert _limit(_settings(5), [Done("a", 3, 9)], a=1) == 3


def test_what_was_begun_of_other_decks_takes_no_place_of_the_wanted_ones() -> None:
    begun = [Done("b", 5, 0), Done("c", 1, 0), Done(None, 1, 0)]
    assert _limit(_settings(2, "a"), begun) == 4 + 7
    assert _limit(_settings(2, "a"), [*begun, Done("a", 3, 0)], a=1) == 4 + 7
    assert _limit(_settings(9, "a"), begun) == 1 + 7
    assert _limit(_settings(9, "a", usual=20), begun) == 20
    assert _limit(_settings(2, "a").but(interview_most=6), begun) == 6


def test_what_was_begun_of_cards_that_are_gone_counts_where_all_decks_are_wanted() -> None:
    assert _limit(_settings(5), [Done(None, 3, 0)], a=1) == 3


def test_no_more_come_than_the_most_that_was_kept_with_the_plan() -> None:
    assert _limit(_settings(2).but(interview_most=5)) == 5
    assert _limit(_settings(9).but(interview_most=1)) == 1
    assert _limit(_settings(0).but(interview_most=1)) == 2


def test_in_the_last_week_a_card_of_a_wanted_deck_need_not_keep_away_from_its_reverse() -> None:
    assert [order(_settings(days, "b"), TODAY).together("b") for days in (LAST_DAYS + 1, LAST_DAYS, 1, 0)] == [
        False,
        True,
        True,
        False,
    ]
    assert not order(_settings(1, "b"), TODAY).together("a")


def test_once_it_is_too_late_all_is_as_usual_again() -> None:
    for days in (1, 0, -1):
        assert _limit(_settings(days)) == 2


def test_cards_of_the_wanted_decks_come_first_until_the_day_has_come() -> None:
    found = agenda([], NEW, Room(6, 0), {}, TODAY, order(_settings(3, "b"), TODAY))
    assert [card.card for card in found.ahead] == ["b0", "b1", "b2", "b3", "a0", "c0"]
    assert not order(_settings(0, "b"), TODAY).first("b")


def test_all_decks_are_meant_where_none_is_named() -> None:
    found = agenda([], NEW, Room(3, 0), {}, TODAY, order(_settings(3), TODAY))
    assert [card.card for card in found.ahead] == ["a0", "b0", "c0"]
