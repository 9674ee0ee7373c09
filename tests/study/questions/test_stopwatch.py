"""Time on a card, idle stretches cut."""

from quizapp.study.questions.stopwatch import Stopwatch


def test_the_time_between_signs_of_life_adds_up() -> None:
    watch = Stopwatch(100.0)
    watch.tick(110.0)
    watch.tick(150.0)
    assert watch.milliseconds(155.5) == 55_500


def test_more_than_a_minute_without_a_sign_of_life_counts_as_a_minute() -> None:
    watch = Stopwatch(0.0)
    watch.tick(10.0)
    assert watch.milliseconds(3610.0) == 70_000


def test_a_clock_that_goes_back_takes_nothing_away() -> None:
    watch = Stopwatch(100.0)
    watch.tick(90.0)
    assert watch.milliseconds(95.0) == 5_000
