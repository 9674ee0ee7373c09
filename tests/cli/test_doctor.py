import json
import re
import sqlite3
from contextlib import closing

import pytest

from tests.cli import cards
from tests.cli.conftest import Home, Run


def spoil_the_schedule(own: Home) -> None:
    with closing(sqlite3.connect(own.path / "quizapp.db")) as connection, connection:
        connection.execute("UPDATE schedule SET interval = 99")


def test_all_is_well_with_a_home_in_use(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    run("review", "--plain", typed="\n3\n")
    result = run("doctor")
    assert result.exit_code == 0
    assert str(own.path / "quizapp.db") in result.stdout
    assert "WRONG" not in result.stdout


def test_it_works_before_the_first_start(run: Run) -> None:
    assert "quizapp.db" in run("doctor").stdout


def test_a_damaged_database_is_a_finding_not_an_error(own: Home, run: Run) -> None:
    own.path.joinpath("quizapp.db").write_bytes(b"scratched " * 500)
    result = run("doctor")
    assert result.exit_code == 1
    assert "WRONG" in result.stdout


def test_a_schedule_that_is_not_the_fold_of_the_log_is_found_and_rebuilt(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    run("review", "--plain", typed="\n3\n")
    spoil_the_schedule(own)
    assert run("doctor").exit_code == 1
    rebuilt = run("doctor", "--rebuild")
    assert rebuilt.exit_code == 0
    assert rebuilt.stderr == "rebuilt the schedule: 1 card differed\n"
    assert "interval 1d" in run("show", "keeps").stdout


def test_rebuilding_a_sound_schedule_changes_nothing(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    run("review", "--plain", typed="\n3\n")
    before = run("show", "keeps").stdout
    assert run("doctor", "--rebuild").stderr == "rebuilt the schedule: 0 cards differed\n"
    assert run("show", "keeps").stdout == before


def test_json_is_an_array_of_findings(own: Home, run: Run) -> None:
    findings = json.loads(run("doctor", "--json").stdout)
    assert all(set(finding) == {"name", "ok", "detail"} for finding in findings)
    assert {finding["ok"] for finding in findings} <= {True, False, None}


@pytest.mark.parametrize(
    ("variables", "told"),
    [
        ({"NO_COLOR": "1", "COLORTERM": "truecolor"}, "NO_COLOR is set"),
        ({"COLORTERM": "truecolor"}, "16 million"),
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "dumb"}, "none"),
    ],
)
def test_the_terminals_colours_are_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], told: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    findings = {finding["name"]: finding["detail"] for finding in json.loads(run("doctor", "--json").stdout)}
    assert told in findings["colours"]


def test_the_assumed_widths_and_the_size_are_told(run: Run) -> None:
    findings = {finding["name"]: finding["detail"] for finding in json.loads(run("doctor", "--json").stdout)}
    assert findings["character widths"].startswith("|中文| 4; ")
    assert findings["terminal size"].startswith("80 × ")
    assert findings["encoding"] == "utf-8"


def test_in_chinese_all_of_it_is(own: Home, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    own.configure('interface = "zh"')
    own.write(cards.BASIC)
    run("review", "--plain", typed="\n3\n")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("COLUMNS", "500")  # no path goes on in the next line
    lines = run("doctor").stdout.splitlines()
    places = re.compile(rf"{re.escape(str(own.path.parent))}[^\s，]*")
    names = {"quizapp", "CPU", "MiB", "TERM", "dumb", "utf"}
    assert [line for line in lines if {*re.findall("[A-Za-z]{3,}", places.sub("", line))} - names] == []
    assert [line for line in lines if not re.match("[一-鿿]|CPU", line)] == []
    assert any("与作答记录一致" in line for line in lines)


def test_in_chinese_too_what_is_wrong_is_told(own: Home, run: Run) -> None:
    own.configure('interface = "zh"')
    own.write(cards.BASIC)
    run("review", "--plain", typed="\n3\n")
    spoil_the_schedule(own)
    told = " ".join(run("doctor").stdout.split())
    assert re.search("复习安排 有误 有 1 张卡片与作答记录不符（.*）：用 `quizapp doctor --rebuild` 可以重建", told)


def test_programs_are_told_the_same_whatever_the_learner_speaks(own: Home, run: Run) -> None:
    before = json.loads(run("doctor", "--json").stdout)
    own.configure('interface = "zh"')
    after = json.loads(run("doctor", "--json").stdout)
    assert [(one["name"], one["detail"]) for one in after if one["name"] != "disk"] == [
        (one["name"], one["detail"]) for one in before if one["name"] != "disk"
    ]
