"""The estimated chance to recall a card."""

from collections import Counter
from datetime import date
from math import isclose, log

from hypothesis import given
from hypothesis import strategies as st

from quizapp.store.values import TopicSize
from quizapp.study.statistics.readiness import AT_FIRST, WEIGHT, Forgetting, forgetting, over_all, readiness
from tests.study.statistics.past import day, stand

MODEL = Forgetting(young=0.8, mature=0.9)


def test_at_the_due_date_the_chance_is_that_of_the_learners_reviews() -> None:
    assert isclose(MODEL.chance(stand(due=10, interval=6), day(10)), 0.8)
    assert isclose(MODEL.chance(stand(due=40, interval=30), day(40)), 0.9)


def test_it_falls_with_the_days_from_one() -> None:
    card = stand(due=10, interval=10)
    assert MODEL.chance(card, day(0)) == 1
    assert isclose(MODEL.chance(card, day(5)), 0.8**0.5)
    assert isclose(MODEL.chance(card, day(30)), 0.8**3)


def test_before_its_last_answer_a_card_is_known_for_sure() -> None:
    assert MODEL.chance(stand(due=10, interval=6), day(1)) == 1


def test_a_new_card_counts_as_nothing() -> None:
    assert MODEL.chance(stand(due=None), day(3)) == 0


def test_a_card_recalled_with_effort_was_answered_on_the_day_on_which_it_is_due() -> None:
    card = stand(due=10, repetitions=2, interval=1, unsettled=True)
    assert MODEL.chance(card, day(10)) == 1
    assert isclose(MODEL.chance(card, day(12)), 0.8**2)


def test_without_reviews_nine_of_ten_are_taken_for_granted() -> None:
    model = forgetting({})
    assert isclose(model.young, AT_FIRST, rel_tol=1e-6)
    assert isclose(model.mature, AT_FIRST, rel_tol=1e-6)


def test_many_reviews_outweigh_what_is_taken_for_granted() -> None:
    model = forgetting({(False, 100, True): 1200, (False, 100, False): 800})
    assert isclose(model.young, (1200 + AT_FIRST * WEIGHT) / (2000 + WEIGHT), rel_tol=1e-6)
    assert isclose(model.mature, AT_FIRST, rel_tol=1e-6)


def test_a_card_recalled_long_after_its_due_date_tells_more_than_one_recalled_on_it() -> None:
    on_time, late = ({(True, share, True): 50} for share in (100, 300))
    assert forgetting(late).mature > forgetting(on_time).mature > AT_FIRST


@given(st.lists(st.tuples(st.just(False), st.integers(1, 1000), st.booleans()), min_size=1, max_size=60))
def test_no_other_chance_makes_the_reviews_likelier(reviews: list[tuple[bool, int, bool]]) -> None:
    found = forgetting(Counter(reviews)).young

    def likelihood(chance: float) -> float:
        total = WEIGHT * (AT_FIRST * log(chance) + (1 - AT_FIRST) * log(1 - chance))
        for _, share, recalled in reviews:
            went_by = share / 100
            total += went_by * log(chance) if recalled else log(1 - chance**went_by)
        return total

    assert all(likelihood(found) >= likelihood(other / 100) - 1e-6 for other in range(5, 100))


def test_topics_are_told_in_their_order_and_suspended_cards_are_left_out() -> None:
    topics = [TopicSize("deck", "b", 2), TopicSize("deck", "a", 2), TopicSize("deck", "c", 1)]
    cards = [
        ("deck", "a", stand(due=10, interval=6)),
        ("deck", "a", stand(due=10, interval=6, suspended=True)),
        ("deck", "b", stand(due=10, interval=6)),
        ("deck", "c", stand(due=10, interval=6, suspended=True)),
    ]
    found = readiness(topics, cards, MODEL, day(10), day(16))
    assert [(topic.topic, topic.cards, topic.seen) for topic in found] == [("b", 2, 1), ("a", 1, 1)]
    assert [round(topic.today, 9) for topic in found] == [0.4, 0.8]
    assert [round(topic.on or 0, 9) for topic in found] == [0.32, 0.64]
    whole = over_all(found, day(16))
    assert (whole.cards, whole.seen) == (3, 2)
    assert isclose(whole.today, 1.6 / 3)
    assert isclose(whole.on or 0, 1.28 / 3)


def test_where_no_day_is_named_none_is_told() -> None:
    found = readiness(
        [TopicSize("deck", "topic", 1)], [("deck", "topic", stand(due=1, interval=1))], MODEL, day(1), None
    )
    assert (found[0].on, over_all(found, None).on) == (None, None)
    assert over_all([], date.max).today == 0


def test_without_cards_there_is_no_topic() -> None:
    assert readiness([], [], MODEL, day(0), None) == []


def test_a_card_that_was_forgotten_last_counts_as_nothing_until_it_is_recalled() -> None:
    forgotten = stand(due=10, repetitions=0, interval=0)
    assert [MODEL.chance(forgotten, day(number)) for number in (10, 11, 30)] == [0, 0, 0]


@given(st.lists(st.tuples(st.sampled_from("xy"), st.integers(0, 3), st.sampled_from([0, 1, 30]), st.booleans())))
def test_a_topic_has_the_mean_of_its_cards_however_many_stand_alike(
    standings: list[tuple[str, int, int, bool]],
) -> None:
    cards = [
        ("deck", topic, stand(due, interval, unsettled=unsettled)) for topic, due, interval, unsettled in standings
    ]
    for topic in readiness([TopicSize("deck", "x", 30), TopicSize("deck", "y", 30)], cards, MODEL, day(2), None):
        chances = [MODEL.chance(standing, day(2)) for _, name, standing in cards if name == topic.topic]
        assert isclose(topic.today, sum(chances) / 30)


def test_it_is_the_same_whichever_card_was_answered_first() -> None:
    cards = [("deck", "x", stand(due=due, interval=7)) for due in range(8, 40)]
    size = [TopicSize("deck", "x", 40)]
    one, other = (readiness(size, some, MODEL, day(9), day(30)) for some in (cards, cards[::-1]))
    assert one == other
