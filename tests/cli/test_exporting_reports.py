"""`quizapp export` of reports: as a page, as Markdown, as a calendar."""

import json
from pathlib import Path

import pytest

from quizapp.exchange.archive.headers import REPORT
from tests.cli.conftest import Home, Run


@pytest.fixture
def learned(own: Home, run: Run) -> Home:
    """A home with one card, answered once."""
    own.write()
    run("review", "--plain", typed="\n3\n:q\n")
    return own


@pytest.mark.parametrize(
    ("name", "begins", "ends"),
    [
        ("html", "<!DOCTYPE html>\n<html lang=", "</html>\n"),
        ("md", f"{REPORT}\n# Learning progress\n", "Written by quizapp 0.1.0.\n"),
        ("ics", "BEGIN:VCALENDAR\r\n", "END:VCALENDAR\r\n"),
    ],
)
def test_a_report_goes_to_stdout_or_into_a_file(
    learned: Home, run: Run, tmp_path: Path, name: str, begins: str, ends: str
) -> None:
    done = run("export", name)
    assert done.stderr == ""
    content = done.stdout_bytes.decode()
    assert content.startswith(begins)
    assert content.endswith(ends)
    assert run("export", name, "-o", f"{tmp_path}/").stdout == f"quizapp.{name}\n"
    assert (tmp_path / f"quizapp.{name}").read_bytes().decode()[:40] == content[:40]
    assert run("export", name, "-o", f"quizapp.{name}").exit_code == 2


@pytest.mark.parametrize("name", ["html", "md", "ics"])
def test_a_report_in_both_languages_is_refused_and_nothing_is_written(
    learned: Home, run: Run, tmp_path: Path, name: str
) -> None:
    done = run("export", name, "--lang", "both", "-o", "x")
    assert done.exit_code == 2
    assert "a report speaks one language" in done.stderr
    assert not (tmp_path / "x").exists()


def test_the_day_in_view_is_in_it(learned: Home, run: Run) -> None:
    run("plan", "2027-01-15", "--keep")
    assert "## The plan for 2027-01-15" in run("export", "md").stdout
    assert "day-in-view@quizapp" in run("export", "ics").stdout


def test_without_cards_there_is_a_report_too(own: Home, run: Run) -> None:
    assert "No cards yet." in run("export", "md").stdout
    assert "<h1>" in run("export", "html").stdout
    assert run("export", "ics").stdout.count("BEGIN:VEVENT") == 1


def test_the_report_on_an_export_says_what_it_was_limited_to(learned: Home, run: Run) -> None:
    words = ("--deck", "06", "--since", "2026-11-20", "--lang", "zh", "--json", "-o", "r.html")
    found = json.loads(run("export", "html", *words).stdout)
    assert (found["decks"], found["since"], found["language"]) == (["06-pools"], "2026-11-20", "zh")
    assert found["files"] == ["r.html"]
