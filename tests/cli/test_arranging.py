"""`quizapp move` and `quizapp tag`."""

import pytest

from tests.cli import cards
from tests.cli.conftest import Home, Run


def test_a_card_moves_with_its_id(own: Home, run: Run) -> None:
    own.write(cards.TWELVE)
    assert run("move", "q1", "--deck", "vision", "--topic", "strides").stderr == (
        "pooling/q1 is in vision, strides now\n"
    )
    assert "pooling/q1" in run("list", "topic:strides").stdout


def test_a_deck_may_be_named_by_its_title(own: Home, run: Run) -> None:
    own.write(cards.TWELVE)
    own.write("## Why? {#why}\n\nSo.\n", "why.md", deck="07-nets")
    assert run("move", "why", "--deck", "Pools").stderr == "why/why is in 06-pools, 06-pools now\n"


def test_a_new_topic_is_one_of_the_cards_own_deck(own: Home, run: Run) -> None:
    own.write(cards.TWELVE)
    assert run("move", "q1", "q2", "--topic", "Max pooling").stderr.splitlines() == [
        "pooling/q1 is in 06-pools, max-pooling now",
        "pooling/q2 is in 06-pools, max-pooling now",
    ]
    assert run("move", "q1", "--topic", "max pooling", "--deck", "vision").exit_code == 2


@pytest.mark.parametrize("words", [(), ("--topic", " "), ("--deck", "", "--topic", "")])
def test_where_to_must_be_said(own: Home, run: Run, words: tuple[str, ...]) -> None:
    own.write(cards.TWELVE)
    assert run("move", "q1", *words).exit_code == 2


def test_tags_are_put_on_and_taken_off(own: Home, run: Run) -> None:
    own.write(cards.TWELVE)
    assert run("tag", "q1", "q2", "+exam", "+later").exit_code == 0
    assert run("tag", "q1", "+new", "-later").stderr.endswith("exam, new\n")
    assert run("list", "tag:later").stderr == "1 card\n"


@pytest.mark.parametrize("words", [("q1",), ("+exam",), ("q1", "--exam"), ("q1", "+a{b")])
def test_what_is_no_tag_is_told(own: Home, run: Run, words: tuple[str, ...]) -> None:
    own.write(cards.TWELVE)
    result = run("tag", *words)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)


def test_a_tag_that_was_not_there_is_told(own: Home, run: Run) -> None:
    own.write(cards.TWELVE)
    result = run("tag", "q1", "-nope")
    assert (result.exit_code, result.stderr) == (0, "tags of pooling/q1: –\nhad no such tag: nope\n")


def test_a_tag_of_the_whole_topic_stays_and_the_rest_is_done(own: Home, run: Run) -> None:
    own.write("---\ntopic: pooling\ntags: [cnn]\n---\n\n" + cards.BASIC)
    result = run("tag", "keeps", "+exam", "-cnn")
    assert result.stderr.splitlines() == [
        "tags of pooling/keeps: cnn, exam",
        "cnn is a tag of the whole topic pooling: take it out of the front matter of its files.",
    ]
    assert result.exit_code == 1
