"""The end of a plain review, and sessions of a part of the cards."""

from tests.cli import cards
from tests.cli.conftest import TOMORROW, Home, Run

PLAIN = ("review", "--plain")


def test_the_summary_says_what_was_done_and_what_comes_tomorrow(own: Home, run: Run) -> None:
    own.configure("new_per_day = 2")
    own.write(cards.TWELVE)
    told = run(*PLAIN, typed="\n3\n\n4\n").stdout
    assert "Done: 2 answers, 100% recalled, 0 s\n" in told
    assert "Again 0, Hard 0, Good 1, Easy 1\n" in told
    assert "Seen for the first time: 2 cards\n" in told
    assert "Tomorrow: 2 cards\n" in told


def test_all_were_recalled_only_where_all_were(own: Home, run: Run) -> None:
    own.configure("new_per_day = 9999")
    own.write("".join(f"## Question {n}? {{#q{n}}}\n\nYes.\n\n" for n in range(220)))
    assert "Done: 221 answers, 99% recalled" in run(*PLAIN, typed="\n1\n" + "\n3\n" * 220).stdout


def test_with_nothing_due_it_says_when_something_is(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    run(*PLAIN, typed="\n3\n\n")
    assert "Nothing waits here today. Next: 2026-11-25" in run(*PLAIN).stdout


def test_when_cards_of_another_deck_come_is_not_told_of_this_one(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    own.write("## Why? {#why}\n\nSo.\n", "why.md", deck="07-nets")
    run(*PLAIN, typed="\n3\n\n3\n\n")
    run(*PLAIN, "07", typed="\n3\n\n", now=TOMORROW)
    assert "Nothing waits here today.\n" in run(*PLAIN, "07", now=TOMORROW).stdout


def test_without_any_card_it_ends_as_well(own: Home, run: Run) -> None:
    result = run(*PLAIN)
    assert result.exit_code == 0
    assert "Nothing waits here today.\n" in result.stdout


def test_a_deck_a_tag_and_a_limit_narrow_the_session(own: Home, run: Run) -> None:
    own.write(cards.TWELVE)
    tagged = cards.BASIC.replace("topic: pooling", "topic: strides\ntags: [stride]")
    own.write(tagged, "strides.md", deck="07-strides")
    assert "strides · 1 left" in run(*PLAIN, "07").stdout
    assert "strides · 1 left" in run(*PLAIN, "--tag", "stride").stdout
    assert "pools · 3 left" in run(*PLAIN, "06", "--limit", "3").stdout


def test_an_unknown_tag_lists_those_there_are(own: Home, run: Run) -> None:
    own.write()
    result = run(*PLAIN, "--tag", "cmm")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "choose one of cnn" in result.stderr


def test_cramming_asks_cards_that_are_not_due(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    run(*PLAIN, typed="\n3\n\n")
    assert "What does max pooling keep?" in run(*PLAIN, "--cram").stdout


def test_faults_of_card_files_are_told_on_stderr(own: Home, run: Run) -> None:
    own.write(cards.BASIC + "\n## No answer {#none}\n")
    result = run(*PLAIN)
    assert result.stderr == "1 fault in your card files; `quizapp check` shows it\n"
    assert "1 left" in result.stdout


def test_tomorrow_the_card_is_there(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    run(*PLAIN, typed="\n3\n\n")
    assert "pools · 1 left" in run(*PLAIN, now=TOMORROW).stdout


def test_a_limit_beyond_all_cards_is_none(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    assert "1 left" in run(*PLAIN, "--limit", "9" * 20).stdout
