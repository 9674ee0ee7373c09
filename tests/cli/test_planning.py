import json

import pytest

from tests.cli.conftest import TOMORROW, Home, Run
from tests.conftest import questions

DAY = "2026-11-29"
"""Five days after the tests' today."""


def _cards(own: Home) -> None:
    own.write(questions(*"abcdefgh"), name="one.md", deck="01-first")
    own.write(questions("y", "z"), name="two.md", deck="02-second")


def _json(run: Run, *words: str) -> dict[str, object]:
    found = json.loads(run("plan", *words, "--json").stdout)
    assert isinstance(found, dict)
    return found


def test_a_plan_is_told_in_words_and_a_chart(own: Home, run: Run) -> None:
    _cards(own)
    own.configure("new_per_day = 1")
    lines = run("plan", DAY).stdout.splitlines()
    assert lines[:3] == [
        "The plan for 2026-11-29",
        "  10 cards, 10 of them not seen yet; days left: 5.",
        "  New today: 3; the last ones on 2026-11-27, so that all are repeated.",
    ]
    assert "  Cards by day, new ones among them" in lines


def test_json_tells_every_day(own: Home, run: Run) -> None:
    _cards(own)
    own.configure("new_per_day = 1")
    found = _json(run, DAY, "02")
    assert (found["by"], found["decks"], found["pace"], found["is_kept"]) == (DAY, ["02-second"], 1, False)
    assert [day["day"] for day in found["days"]] == [f"2026-11-{day}" for day in range(24, 29)]  # type: ignore[attr-defined]


def test_a_plan_that_is_kept_sets_the_pace_and_follows_along(own: Home, run: Run) -> None:
    _cards(own)
    own.configure("new_per_day = 1")
    assert run("due").stdout == "0 due, 1 new\n"
    assert "You follow this plan" in run("plan", DAY, "--keep").stdout
    assert run("due").stdout == "0 due, 3 new\n"
    assert run("due", now=TOMORROW).stdout == "0 due, 4 new\n"
    assert json.loads(run("plan", "--json", now=TOMORROW).stdout)["pace"] == 4
    assert run("plan", "--drop").exit_code == 0
    assert run("due").stdout == "0 due, 1 new\n"


def test_a_kept_plan_keeps_its_decks(own: Home, run: Run) -> None:
    _cards(own)
    run("plan", DAY, "02", "--keep")
    assert (_json(run)["decks"], _json(run)["is_kept"]) == (["02-second"], True)
    assert _json(run, DAY)["is_kept"] is False


def test_the_most_is_kept_with_its_plan(own: Home, run: Run) -> None:
    _cards(own)
    told = " ".join(run("plan", DAY, "--most", "2", "--keep").stdout.split())
    assert "each day as it takes, 2 at most" in told
    assert run("due").stdout == "0 due, 2 new\n"
    assert _json(run)["most"] == 2
    run("plan", DAY, "--keep")
    assert _json(run)["most"] is None


def test_the_usual_number_is_told_where_less_would_be_enough(own: Home, run: Run) -> None:
    _cards(own)
    told = " ".join(run("plan", DAY).stdout.split())
    assert "New today: 10, as usual; 3 would be enough." in told
    assert "You do not follow this plan yet: new cards come as usual, 10 a day." in told


def test_who_is_behind_is_told_how_far(own: Home, run: Run) -> None:
    _cards(own)
    own.configure("new_per_day = 1")
    run("plan", DAY, "--keep")
    told = " ".join(run("plan", now="2026-11-26T09:00:00+00:00").stdout.split())
    assert "New cards from 2026-11-24 until yesterday: 0 of 6 planned. You are about 2 days behind;" in told


def test_decks_are_called_by_their_titles(own: Home, run: Run) -> None:
    _cards(own)
    own.path.joinpath("cards/02-second/deck.toml").write_text('title = "The second deck"\n', encoding="utf-8")
    assert run("plan", DAY, "02").stdout.startswith("The plan for 2026-11-29: The second deck\n")
    run("plan", DAY, "02", "--keep")
    assert "Another plan is kept: 2026-11-29, The second deck." in run("plan", "2026-12-24").stdout


def test_what_does_not_fit_is_told(own: Home, run: Run) -> None:
    _cards(own)
    assert "2 cards do not fit" in run("plan", DAY, "--most", "2").stdout.replace("\n", " ")
    own.configure("reviews_per_day = 1")
    told = " ".join(run("plan", DAY).stdout.split())
    assert "Your limit of reviews, 1 a day, holds cards back on 4 days, first on 2026-11-25;" in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "there is no day in view"),
        (["2026-11-23"], "is not a day to plan for"),
        (["2040-01-01"], "is not a day to plan for"),
        (["soon"], "is no day"),
        ([DAY, "none-such"], "there is no deck"),
        ([DAY, "--drop"], "kept or dropped, not both"),
        (["--keep"], "--keep needs a day"),
    ],
)
def test_what_cannot_be_planned_is_refused_in_one_line(own: Home, run: Run, words: list[str], told: str) -> None:
    _cards(own)
    result = run("plan", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert result.stderr.count("\n") == 1


def test_lines_keep_to_the_terminal(own: Home, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _cards(own)
    monkeypatch.setenv("COLUMNS", "60")
    for day in (DAY, "2027-09-01"):
        assert max(map(len, run("plan", day, "--explain").stdout.splitlines())) <= 60


def test_a_plan_whose_day_has_come_is_over(own: Home, run: Run) -> None:
    _cards(own)
    run("plan", DAY, "--keep")
    assert run("plan", now="2026-11-29T09:00:00+00:00").stdout.count("Today is the day.") == 1
    result = run("plan", now="2026-11-30T09:00:00+00:00")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "the plan for 2026-11-29 is over" in result.stderr


def test_too_late_to_begin_says_nothing_of_last_cards(own: Home, run: Run) -> None:
    _cards(own)
    told = run("plan", "2026-11-25").stdout
    assert "10 cards do not fit" in told
    assert "the last ones" not in told
