"""`quizapp delete` and `quizapp trash`."""

import json

import pytest

from tests.cli import cards
from tests.cli.conftest import TOMORROW, Home, Run


def test_cards_thrown_away_are_listed_and_come_back(own: Home, run: Run) -> None:
    before = own.write(cards.TWELVE).read_bytes()
    result = run("delete", "q1", "q2")
    assert result.stderr.splitlines()[:2] == ["in the trash: pooling/q1", "in the trash: pooling/q2"]
    assert run("list").stderr == "10 cards\n"
    (thrown,) = json.loads(run("trash", "--json").stdout)
    assert len(thrown["titles"]) == 2
    assert thrown["name"] in run("trash").stdout
    assert run("trash", "--restore", thrown["name"]).stderr.startswith("brought back: ")
    assert own.write(cards.TWELVE).read_bytes() == before
    assert run("list").stderr == "12 cards\n"


def test_the_last_comes_back_first(own: Home, run: Run) -> None:
    own.write(cards.TWELVE)
    run("delete", "q1")
    run("delete", "q2", now=TOMORROW)
    run("trash", "--last")
    assert run("show", "q2").exit_code == 0
    assert run("show", "q1").exit_code == 2


def test_the_trash_is_emptied_when_that_is_meant(own: Home, run: Run) -> None:
    own.write(cards.TWELVE)
    run("delete", "q1", "q2")
    run("delete", "q3", now=TOMORROW)
    assert run("trash", "--empty").exit_code == 2
    assert run("trash", "--empty", "--yes").stderr == "removed 3 cards for good\n"
    assert run("trash").stderr == "the trash is empty\n"


def test_what_can_no_longer_be_read_as_cards_is_removed_as_well(own: Home, run: Run) -> None:
    own.write(cards.TWELVE)
    run("delete", "q1")
    (text,) = own.path.glob("trash/*/*.md")
    text.write_text("no card\n", encoding="utf-8")
    assert run("trash", "--empty", "--yes").stderr == "removed 0 cards for good\n"
    assert run("trash").stderr == "the trash is empty\n"


@pytest.mark.parametrize("words", [("--last",), ("--restore", "nope"), ("--last", "--empty")])
def test_what_cannot_be_done_is_told(own: Home, run: Run, words: tuple[str, ...]) -> None:
    assert run("trash", *words).exit_code == 2


def test_one_card_that_cannot_be_thrown_away_and_none_is(own: Home, run: Run) -> None:
    own.write(cards.TWELVE)
    assert run("delete", "q1", "nope").exit_code == 2
    assert run("list").stderr == "12 cards\n"
