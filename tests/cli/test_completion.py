import sqlite3
from contextlib import closing

import pytest

from tests.cli import cards
from tests.cli.conftest import Completed, Forked, Home, Run, asking, process


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one_of_that_shell(run: Run, shell: str) -> None:
    script = run("completion", shell).stdout
    assert f"_QUIZAPP_COMPLETE={shell}_complete" in script


def test_an_unknown_shell_lists_those_there_are(run: Run) -> None:
    result = run("completion", "cmd")
    assert result.exit_code == 2
    assert "'bash', 'zsh', 'fish'" in result.stderr


def test_verbs_are_completed(own: Home) -> None:
    told = process(**asking("su")).stdout.split("\n")
    assert "suspend" in told
    assert "show" not in told


def test_decks_are_completed(own: Home, run: Run, completed: Completed) -> None:
    own.write(cards.BASIC)
    own.write(cards.BASIC.replace("topic: pooling", "topic: other"), deck="07-others")
    run("list")
    assert [word for word in completed("review", "0") if "-" in word] == ["06-pools", "07-others"]


@pytest.mark.parametrize("words", [("review", "--tag"), ("add", "--tag")])
def test_tags_are_completed(own: Home, run: Run, completed: Completed, words: tuple[str, ...]) -> None:
    own.write()
    run("list")
    assert "cnn" in completed(*words, "c")


def test_bash_is_offered_no_deck_that_it_would_run_or_take_apart(own: Home, run: Run, completed: Completed) -> None:
    for deck in ("06-$(id)", "07-`id`", "08-a b", "09-x;id", "10-*", "11-a\nplain,id", "12-卷积"):
        own.write("## Q?\n\nA\n", deck=deck, name=f"topic{deck[:2]}.md")
    run("list")
    assert [word for word in completed("review", "--deck", "", shell="bash") if word] == ["plain,12-卷积"]
    assert {"06-$(id)", "08-a b"} <= set(completed("review", "--deck", ""))  # zsh puts quotes around them


def test_cards_are_completed_by_id_and_by_the_part_after_the_slash(own: Home, run: Run, completed: Completed) -> None:
    own.write(cards.TWELVE)
    run("list")
    assert "pooling/q7" in completed("show", "pool")
    assert [word for word in completed("suspend", "q1") if "/" in word] == [
        "pooling/q1",
        "pooling/q10",
        "pooling/q11",
        "pooling/q12",
    ]


def test_before_the_first_start_nothing_is_offered_and_nothing_made(own: Home, completed: Completed) -> None:
    assert not any(completed("show", ""))
    assert not (own.path / "quizapp.db").exists()


def test_a_damaged_database_does_not_disturb_the_shell(own: Home, forked: Forked) -> None:
    own.path.joinpath("quizapp.db").write_bytes(b"scratched " * 500)
    done = forked(environment=asking("show", ""))
    assert (done.stdout.strip(), done.stderr) == ("", "")


def test_a_database_that_fails_while_it_is_read_does_not_disturb_the_shell(own: Home, run: Run, forked: Forked) -> None:
    own.write(cards.BASIC)
    run("list")
    with closing(sqlite3.connect(own.path / "quizapp.db")) as connection:
        connection.execute("DROP TABLE card")
    done = forked(environment=asking("show", ""))
    assert (done.status, done.stdout.strip(), done.stderr) == (0, "", "")
