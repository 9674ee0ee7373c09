import pytest

from tests.cli import cards
from tests.cli.conftest import TOMORROW, Forked, Home, Run


@pytest.mark.parametrize(
    ("verb", "told", "state"),
    [
        ("suspend", "suspended: pooling/q1", "is:suspended"),
        ("bury", "waits until tomorrow: pooling/q1", "is:buried"),
    ],
)
def test_a_card_is_put_away_and_comes_again(own: Home, run: Run, verb: str, told: str, state: str) -> None:
    own.write(cards.TWELVE)
    assert run(verb, "q1").stderr == f"{told}\n"
    assert run("list", state).stderr == "1 card\n"
    assert run("resume", "q1").stderr == "comes again: pooling/q1\n"
    assert run("list", state).stderr == "0 cards\n"


def test_several_cards_at_once_each_counts_once(own: Home, run: Run) -> None:
    own.write(cards.TWELVE)
    assert run("suspend", "q1", "pooling/q2", "q1").stderr.splitlines() == [
        "suspended: pooling/q1",
        "suspended: pooling/q2",
    ]


def test_one_unknown_name_and_nothing_is_done(own: Home, run: Run) -> None:
    own.write(cards.TWELVE)
    assert run("suspend", "q1", "nope").exit_code == 2
    assert run("list", "is:suspended").stderr == "0 cards\n"


def test_a_buried_card_is_back_tomorrow(own: Home, run: Run) -> None:
    own.write(cards.TWELVE)
    run("bury", "q1")
    assert run("list", "is:buried", now=TOMORROW).stderr == "0 cards\n"


def test_reset_makes_a_card_new_if_it_is_meant(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    run("review", "--plain", typed="\n3\n")
    assert run("list", "is:new").stderr == "0 cards\n"
    result = run("reset", "keeps", "--yes", now=TOMORROW)
    assert result.stderr == "new again: pooling/keeps\n"
    assert run("list", "is:new").stderr == "1 card\n"


def test_reset_without_a_terminal_and_without_yes_does_nothing(own: Home, forked: Forked) -> None:
    own.write(cards.BASIC)
    done = forked("reset", "keeps", typed="y\n")
    assert done.status == 2
    assert "--yes" in done.stderr


@pytest.mark.parametrize(("reply", "told"), [("n\n", "left as it was"), ("\n", "left as it was"), ("y\n", "new again")])
def test_reset_asks_first_on_a_terminal(
    own: Home, run: Run, monkeypatch: pytest.MonkeyPatch, reply: str, told: str
) -> None:
    own.write(cards.BASIC)
    monkeypatch.setattr("quizapp.cli.output.asks_a_person", lambda: True)
    result = run("reset", "keeps", typed=reply)
    assert "Make pooling/keeps new again? [y/N]" in result.stderr
    assert told in result.stderr


def test_the_end_of_the_input_is_a_no(own: Home, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    own.write(cards.BASIC)
    monkeypatch.setattr("quizapp.cli.output.asks_a_person", lambda: True)
    result = run("reset", "keeps", typed="")
    assert (result.exit_code, "new again:" in result.stderr) == (0, False)


@pytest.mark.parametrize("verb", ["suspend", "resume", "bury", "reset"])
def test_without_a_card_the_verb_is_misused(run: Run, verb: str) -> None:
    result = run(verb)
    assert result.exit_code == 2
    assert "CARD" in result.stderr


def test_what_is_so_already_is_told_so(own: Home, run: Run) -> None:
    own.write()
    assert run("suspend", "keeps").stderr == "suspended: pooling/keeps\n"
    assert run("suspend", "keeps").stderr == "nothing to change: pooling/keeps\n"
