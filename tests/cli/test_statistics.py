import json

import pytest

from quizapp.paths import places
from quizapp.store.collection import Collection
from quizapp.study.statistics.figures import Statistics
from tests.cli.conftest import Home, Run
from tests.conftest import NOW
from tests.store.rows import good


def _learn(own: Home, run: Run, *cards: str) -> None:
    own.write("## A? {#a}\n\na\n\n## B? {#b}\n\nb\n", name="one.md", deck="01-first")
    own.write("## C? {#c}\n\nc\n", name="two.md", deck="02-second")
    assert run("list").exit_code == 0
    with Collection(places().database, places().backups, NOW) as collection:
        collection.append([good(card, milliseconds=4000) for card in cards])


def test_every_section_is_told_in_words_and_charts(own: Home, run: Run) -> None:
    _learn(own, run, "one/a", "two/c")
    lines = run("stats").stdout.splitlines()
    titles = [line for line in lines if line and not line.startswith(" ")]
    assert titles == [
        "Today",
        "Readiness",
        "The year",
        "What comes",
        "Retention",
        "Mistakes",
        "Leeches",
        "Cards",
        "Grades",
        "By the hour",
        "Time",
        "Easiness",
    ]
    assert "  Answered on 1 day; 2 answers in all." in lines
    assert any("good" in line.lower() and "100%   2 answers" in line for line in lines)


def test_of_one_deck(own: Home, run: Run) -> None:
    _learn(own, run, "one/a", "two/c")
    assert "  Answered on 1 day; 1 answer in all." in run("stats", "02").stdout.splitlines()
    failed = run("stats", "none-such")
    assert (failed.exit_code, failed.stdout) == (2, "")


def test_answers_count_from_the_day_that_is_named(own: Home, run: Run) -> None:
    _learn(own, run, "one/a", "two/c")
    lines = run("stats", "--since", "2026-03-04").stdout.splitlines()
    assert lines[0].startswith("Answers from 2026-03-04 on are counted.")
    assert "  Answered on 1 day; 2 answers in all." in lines
    found = json.loads(run("stats", "--since", "today", "--json").stdout)
    assert (found["since"], found["days"]) == ("2026-11-24", [])
    failed = run("stats", "--since", "+3")
    assert (failed.exit_code, "has not come yet" in failed.stderr) == (2, True)


def test_json_tells_what_comes_today_of_all_that_is_due(own: Home, run: Run) -> None:
    own.configure("reviews_per_day = 1")
    _learn(own, run, "one/a", "one/b", "two/c")  # long ago
    found = json.loads(run("stats", "--json").stdout)
    assert (found["due"], found["overdue"], found["coming"], found["reviews_per_day"]) == (3, 3, 1, 1)
    assert found["forecast"][0]["due"] == 0
    assert "Still to come today: 1 card, by your limit of 1 a day; 3 are due in all." in run("stats").stdout


@pytest.mark.parametrize("deck", ["02", "2", "second", "02-second", "SECOND"])
def test_a_deck_is_named_as_everywhere(own: Home, run: Run, deck: str) -> None:
    _learn(own, run, "one/a", "two/c")
    assert "  Answered on 1 day; 1 answer in all." in run("stats", deck).stdout.splitlines()


def test_json_holds_every_figure(own: Home, run: Run) -> None:
    _learn(own, run, "one/a")
    found = json.loads(run("stats", "--json", "--on", "2027-01-15").stdout)
    assert set(found) == set(Statistics.model_fields)
    assert (found["on"], len(found["forecast"])) == ("2027-01-15", 365)
    assert [(topic["topic"], topic["seen"]) for topic in found["readiness"]] == [("one", 1), ("two", 0)]
    assert found["days"][0]["seconds"] == 4


def test_what_a_figure_means_is_told_when_asked(own: Home, run: Run) -> None:
    _learn(own, run)
    assert "A streak is days in a row" not in run("stats").stdout
    assert "A streak is days in a row" in " ".join(run("stats", "--explain").stdout.split())


def test_a_day_that_is_none_is_refused(own: Home, run: Run) -> None:
    result = run("stats", "--on", "15.1.2027")
    assert result.exit_code == 2
    assert "`15.1.2027` is no day: write it as 2027-01-15, +30 or tomorrow" in result.stderr


@pytest.mark.parametrize(("text", "day"), [("+30", "2026-12-24"), ("in 30 days", "2026-12-24"), ("明天", "2026-11-25")])
def test_a_day_is_named_as_one_speaks_of_it(own: Home, run: Run, text: str, day: str) -> None:
    _learn(own, run, "one/a")
    assert json.loads(run("stats", "--json", "--on", text).stdout)["on"] == day
    assert json.loads(run("plan", text, "--json").stdout)["by"] == day


def test_today_is_the_learners_day(own: Home, run: Run) -> None:
    _learn(own, run, "one/a")
    early = "2026-11-25T03:00:00+00:00"
    assert json.loads(run("stats", "--json", "--on", "today", now=early).stdout)["on"] == "2026-11-24"
    own.configure("day_starts_at = '02:00'")
    assert json.loads(run("stats", "--json", "--on", "today", now=early).stdout)["on"] == "2026-11-25"


def test_lines_keep_to_the_terminal(own: Home, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _learn(own, run, "one/a", "one/b", "two/c")
    for width in ("60", "80"):
        monkeypatch.setenv("COLUMNS", width)
        result = run("stats", "--explain", "--on", "2027-01-15")
        assert max(map(len, result.stdout.splitlines())) <= int(width)


def test_it_speaks_chinese(own: Home, run: Run) -> None:
    _learn(own, run, "one/a")
    own.configure("interface = 'zh'")
    assert run("stats").stdout.startswith("今天\n")


def test_without_cards_there_is_no_error(own: Home, run: Run) -> None:
    result = run("stats")
    assert result.exit_code == 0
    assert "No cards yet." in result.stdout


def test_a_day_that_is_over_is_refused(own: Home, run: Run) -> None:
    _learn(own, run)
    assert "is over" in run("stats", "--on", "2020-01-01").stderr


def test_today_is_that_of_a_day_chosen_in_the_program(own: Home, run: Run) -> None:
    _learn(own, run, "one/a")
    run("config", "day_starts_at", "02:00")
    early = "2026-11-25T03:00:00+00:00"
    assert json.loads(run("stats", "--json", "--on", "+1", now=early).stdout)["on"] == "2026-11-26"
