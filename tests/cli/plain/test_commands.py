"""The letters that may be typed in place of an answer."""

import pytest

from tests.cli import cards
from tests.cli.conftest import TOMORROW, Home, Run

PLAIN = ("review", "--plain")


def test_u_undoes_the_last_answer_and_shows_its_card_again(own: Home, run: Run) -> None:
    own.write(cards.TWELVE)
    told = run(*PLAIN, typed="\n3\nu\n").stdout
    assert "Undone: pooling/q1" in told
    assert told.rindex("Question 1?") > told.rindex("Question 2?")
    assert run("list", "is:new").stderr == "12 cards\n"


def test_u_at_the_end_undoes_too(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    told = run(*PLAIN, typed="\n3\nu\n\n4\n").stdout
    assert told.count("What does max pooling keep?") == 2
    assert "Easy 1" in told


def test_an_undo_tells_what_is_taken_back_and_when_the_card_shown_comes_again(own: Home, run: Run) -> None:
    own.write(cards.TWELVE)
    assert "Undone: pooling/q1 (answer). After it comes pooling/q2.\n" in run(*PLAIN, typed="\n3\n\nu\n").stdout
    assert "Undone: pooling/q1 (buried). After it comes pooling/q2.\n" in run(*PLAIN, typed="z\nu\n").stdout


def test_undo_reaches_back_behind_a_restart_on_the_same_day(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    run(*PLAIN, typed="\n3\n\n")
    assert "Undone: pooling/keeps" in run(*PLAIN, typed="u\n").stdout


def test_there_may_be_nothing_to_undo(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    assert "Nothing left to undo today." in run(*PLAIN, typed="u\n").stdout


def test_x_suspends_the_card_and_z_buries_it(own: Home, run: Run) -> None:
    own.write(cards.TWELVE)
    run(*PLAIN, typed="x\nz\n")
    assert "pooling/q1 " in run("list", "is:suspended").stdout
    assert "pooling/q2 " in run("list", "is:buried").stdout
    assert "pooling/q2 " not in run("list", "is:buried", now=TOMORROW).stdout


def test_l_shows_the_same_card_in_the_other_language_and_leaves_the_setting_alone(own: Home, run: Run) -> None:
    own.write(cards.BASIC, "pooling.en.md")
    own.write(cards.CHINESE, "pooling.zh.md")
    told = run(*PLAIN, typed="l\n\n").stdout
    assert "最大池化保留什么？" in told
    assert "最大的值。" in told
    assert "The largest value." not in told
    assert run("config", "language").stdout == "en\n"


def test_l_after_the_answer_does_not_ask_it_again(own: Home, run: Run) -> None:
    own.write(cards.BASIC, "pooling.en.md")
    own.write(cards.CHINESE, "pooling.zh.md")
    told = run(*PLAIN, typed="\nl\n3\n").stdout
    assert told.count("Enter shows the answer.") == 1
    assert "最大的值。" in told
    assert "Good 1" in told


def test_n_shows_the_topics_notes_and_asks_again(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    told = run(*PLAIN, typed="n\n\n3\n").stdout
    assert "Notes on pooling." in told
    assert told.count("Enter shows the answer.") == 2
    assert "Good 1" in told


def test_i_shows_what_happened_to_the_card(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    assert "Nothing yet: this card is new." in run(*PLAIN, typed="i\n").stdout
    run(*PLAIN, typed="\n4\nu\n\n3\n")
    rows = [line for line in run(*PLAIN, typed="i\n", now=TOMORROW).stdout.splitlines() if "2026-11-24 09:00" in line]
    assert ["Easy" in row and "undone" in row for row in rows] == [True, False]
    assert "Good" in rows[1]


def test_a_question_mark_lists_the_commands(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    for typed in ("?\n", "？\n"):
        told = run(*PLAIN, typed=typed).stdout
        assert all(f"\n{letter}  " in told for letter in "uxzlniq")


@pytest.mark.parametrize("quit_", ["q\n", "Ｑ\n", ":q\n", ""])
def test_q_and_the_end_of_the_input_leave_with_a_summary(own: Home, run: Run, quit_: str) -> None:
    own.write(cards.TWELVE)
    result = run(*PLAIN, typed=f"\n3\n{quit_}")
    assert result.exit_code == 0
    assert "Done: 1 answer, 100% recalled" in result.stdout


def test_leaving_before_any_answer_says_nothing_more(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    assert "Done" not in run(*PLAIN, typed="q\n").stdout


def test_while_an_answer_is_typed_a_colon_goes_before_a_command(own: Home, run: Run) -> None:
    own.write(cards.TYPED)
    assert "not come any more" in run(*PLAIN, typed=":?\n").stdout
    assert "Suspended" in run(*PLAIN, typed="：ｘ\n").stdout


def test_m_at_the_end_gives_ten_more_beyond_the_days_limit(own: Home, run: Run) -> None:
    own.configure("new_per_day = 1")
    own.write(cards.TWELVE)
    told = run(*PLAIN, typed="\n3\nm\n\n3\n").stdout
    assert "pools · 10 left" in told
    assert "Done: 2 answers" in told


def test_m_says_if_there_is_nothing_more(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    assert "There are no more cards." in run(*PLAIN, typed="\n3\nm\n").stdout


def test_m_is_no_command_before_the_end(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    told = run(*PLAIN, typed="m\n").stdout
    assert "The largest value." in told


def test_what_was_decided_about_several_cards_is_undone_and_told_as_one(own: Home, run: Run) -> None:
    own.write(cards.TWELVE)
    run("suspend", "q1", "q2", "q3")
    assert "Undone: 3 cards suspended." in run(*PLAIN, typed="u\n").stdout
    assert run("list", "is:suspended").stderr == "0 cards\n"
