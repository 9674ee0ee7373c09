import json

from tests.cli import cards
from tests.cli.conftest import TOMORROW, Home, Run


def test_before_the_first_start_the_cards_are_read(own: Home, run: Run) -> None:
    own.write(cards.TWELVE)
    assert run("due").stdout == "0 due, 10 new\n"


def test_what_waits_is_what_a_session_would_ask(own: Home, run: Run) -> None:
    own.configure("new_per_day = 4")
    own.write(cards.TWELVE)
    run("review", "--plain", typed="\n3\n\n1\nq\n")
    assert run("due").stdout == "1 due, 2 new\n"
    assert "· 3 left" in run("review", "--plain").stdout
    assert run("due", now=TOMORROW).stdout == "2 due, 4 new\n"


def test_json_has_the_documented_keys(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    run("review", "--plain", typed="\n3\n")
    assert json.loads(run("due", "--json").stdout) == {
        "due": 0,
        "new": 0,
        "day": "2026-11-24",
        "next_due": "2026-11-25",
    }


def test_with_nothing_due_the_next_day_is_told(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    run("review", "--plain", typed="\n3\n")
    assert run("due").stdout == "nothing due; next: 2026-11-25\n"


def test_without_any_card_nothing_is_due(run: Run) -> None:
    assert run("due").stdout == "nothing due\n"
    assert run("due").stdout == "nothing due\n"


def test_a_choice_made_in_the_program_counts(own: Home, run: Run) -> None:
    own.write(cards.TWELVE)
    run("config", "new_per_day", "2")
    run("list")
    assert run("due").stdout == "0 due, 2 new\n"


def test_a_damaged_database_is_told(own: Home, run: Run) -> None:
    own.path.joinpath("quizapp.db").write_bytes(b"scratched " * 500)
    result = run("due")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "quizapp restore" in result.stderr
