"""The grades of a plain review: what each will do, and which one Enter takes."""

from tests.cli import cards
from tests.cli.conftest import TOMORROW, Home, Run

PLAIN = ("review", "--plain")
WEEK_LATER = "2026-12-01T09:00:00+00:00"


def test_each_grade_says_when_the_card_comes_again(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    assert "1 Again today  2 Hard today, 1d  3 Good 1d  4 Easy 1d\n" in run(*PLAIN, typed="\n3\n").stdout
    assert "1 Again today  2 Hard today, 6d  3 Good 6d  4 Easy 6d\n" in run(*PLAIN, typed="\n3\n", now=TOMORROW).stdout
    later = run(*PLAIN, typed="\n3\n", now=WEEK_LATER).stdout
    assert "1 Again today  2 Hard today, 15d  3 Good 15d  4 Easy 16d\n" in later


def test_enter_takes_the_suggested_grade(own: Home, run: Run) -> None:
    own.write(cards.TYPED)
    assert "Again 1, Hard 0" in run(*PLAIN, typed="no\n\n").stdout


def test_the_learner_may_overrule_it(own: Home, run: Run) -> None:
    own.write(cards.TYPED)
    assert "Again 0, Hard 0, Good 1" in run(*PLAIN, typed="no\n3\n").stdout


def test_anything_but_a_grade_is_asked_again(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    told = run(*PLAIN, typed="\n5\ngood\n3\n").stdout
    assert told.count("One of 1 2 3 4, please.") == 2
    assert "Done: 1 answer" in told


def test_six_grades_have_six_keys(own: Home, run: Run) -> None:
    own.configure('grades = "six"')
    own.write(cards.BASIC)
    told = run(*PLAIN, typed="\n0\n").stdout
    assert "0 Blank today  1 Wrong today  2 Almost today  3 Hard today, 1d  4 Good 1d\n5 Easy 1d\n" in told
    assert "Enter: 4 Good" in told


def test_practice_promises_no_days_and_leaves_the_schedule_alone(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    told = run(*PLAIN, "--cram", typed="\n3\n").stdout
    assert "1 Again  2 Hard  3 Good  4 Easy\n" in told
    assert run("list", "is:new").stderr == "1 card\n"


def test_a_failed_card_comes_again_on_the_same_day(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    told = run(*PLAIN, typed="\n1\n\n3\n").stdout
    assert told.count("What does max pooling keep?") == 2
    assert "Done: 2 answers, 50% recalled" in told


def test_the_eighth_lapse_is_told(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    told = ""
    for month in range(1, 9):
        run(*PLAIN, typed="\n3\n", now=f"2027-{month:02}-01T09:00:00+00:00")
        told = run(*PLAIN, typed="\n1\nq\n", now=f"2027-{month:02}-20T09:00:00+00:00").stdout
        run(*PLAIN, typed="\n3\n", now=f"2027-{month:02}-21T09:00:00+00:00")
    assert "pooling/keeps was forgotten 8 times: a leech." in told
    assert "Leeches, forgotten 8 times: pooling/keeps" in told
