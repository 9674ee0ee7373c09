"""`quizapp export` of progress: everything as JSON, and tables."""

import json
from pathlib import Path

import pytest

from quizapp.cli import exporting
from quizapp.exchange.archive.document import Archive
from tests.cli.conftest import TOMORROW, Forked, Home, Run

REVIEW = ("review", "--plain")


@pytest.fixture
def learned(own: Home, run: Run) -> Home:
    """A home with one card, answered once."""
    own.write()
    run(*REVIEW, typed="\n3\n:q\n")
    return own


def test_everything_goes_to_stdout_and_nothing_else_does(learned: Home, run: Run) -> None:
    done = run("export", "json")
    found = Archive.model_validate_json(done.stdout)
    assert (len(found.log), len(found.files), len(found.cards)) == (1, 1, 1)
    assert found.made_at.isoformat().startswith("2026-11-24T09:")
    assert done.stderr == ""


def test_it_goes_into_a_file_which_is_named(learned: Home, run: Run, tmp_path: Path) -> None:
    assert run("export", "json", "-o", "all.json").stdout == "all.json\n"
    assert run("export", "json", "--deck", "pools", "-o", f"{tmp_path}/").stdout == "pools.json\n"
    again = run("export", "json", "-o", "all.json")
    assert (again.exit_code, "exists already" in again.stderr) == (2, True)
    assert run("export", "json", "-o", "all.json", "--force").exit_code == 0
    assert Archive.model_validate_json((tmp_path / "all.json").read_bytes()).log


@pytest.mark.parametrize("name", ["json", "md", "html", "ics", "csv", "apkg"])
def test_a_file_that_exists_is_refused_before_anything_is_made(
    name: str, learned: Home, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "x").write_text("mine", encoding="utf-8")
    done = run("export", name, "--deck", "nowhere", "-o", "x")
    assert (done.exit_code, "x exists already: add --force" in done.stderr) == (2, True)
    assert (tmp_path / "x").read_text(encoding="utf-8") == "mine"


def test_a_package_holds_answers_from_a_day_on(learned: Home, run: Run) -> None:
    run(*REVIEW, typed="\n3\n:q\n", now=TOMORROW)
    whole = run("export", "apkg", "-o", "whole.apkg")
    part = run("export", "apkg", "--since", "2026-11-25", "-o", "part.apkg")
    assert [done.stderr.splitlines()[-1] for done in (whole, part)] == ["1 card, 2 answers", "1 card, 1 answer"]


def test_tables_have_titles_in_the_language_that_is_asked_for(learned: Home, run: Run, tmp_path: Path) -> None:
    for lang, columns in (("en", "title_en,due"), ("zh", "tags,title_zh,due"), ("both", "title_en,title_zh,due")):
        run("export", "csv", "--lang", lang, "-o", f"{lang}/")
        assert columns in (tmp_path / lang / "cards.csv").read_text(encoding="utf-8").splitlines()[0]


def test_it_goes_through_a_pipe(learned: Home, forked: Forked) -> None:
    done = forked("export", "json", "-o", "/dev/stdout")
    assert Archive.model_validate_json(done.stdout).log


def test_a_folder_gets_tables_of_cards_reviews_and_days(learned: Home, run: Run, tmp_path: Path) -> None:
    done = run("export", "csv", "-o", "progress/")
    assert done.stdout.splitlines() == ["progress/cards.csv", "progress/reviews.csv", "progress/days.csv"]
    assert (tmp_path / "progress/days.csv").read_bytes().splitlines()[1].startswith(b"2026-11-24,1,1,")
    assert run("export", "csv", "-o", "progress").exit_code == 2
    assert (tmp_path / "progress/cards.csv").read_bytes().splitlines()[1].startswith(b"pooling/keeps,06-pools,pooling,")


def test_the_report_says_what_it_was_limited_to(learned: Home, run: Run) -> None:
    words = ("--deck", "06", "--since", "2026-11-24", "--lang", "zh", "--json")
    assert json.loads(run("export", "json", "-o", "x.json", *words).stdout) == {
        "format": "json",
        "files": ["x.json"],
        "decks": ["06-pools"],
        "since": "2026-11-24",
        "language": "zh",
        "told": [],
    }


def test_what_is_left_out_is_told(learned: Home, run: Run) -> None:
    learned.write(name="aux.md")
    assert run("export", "json").stderr == "06-pools/aux.md is not in it: it is the name of a device\n"


def test_not_everything_is_told_unless_asked_for(learned: Home, run: Run) -> None:
    for number in range(12):
        learned.write(name=f"COM1.{number}.txt")
    lines = run("export", "json").stderr.splitlines()
    assert (len(lines), lines[-1]) == (11, "… and 2 more: --all tells them")
    assert len(run("export", "json", "--all").stderr.splitlines()) == 12


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("json", "tag:cnn"), "a QUERY and --no-history are for cards alone"),
        (("json", "--no-history"), "a QUERY and --no-history are for cards alone"),
        (("csv", "tag:cnn", "-o", "out/"), "name a file: -o FILE"),
        (("csv", "--since", "2026-11-24"), "csv holds none: into a folder go tables of reviews: -o FOLDER/"),
        (
            ("obsidian", "--since", "2026-11-24"),
            "--since is for answers, and obsidian holds none: `quizapp export json`",
        ),
        (("json", "--since", "someday"), "`someday` is no day"),
        (("json", "--since", "2030-01-01"), "2030-01-01 has not come yet"),
        (("json", "--deck", "nowhere"), "there is no deck `nowhere`"),
        (("json", "--json"), "cannot both go to stdout"),
    ],
)
def test_what_makes_no_sense_is_told_in_a_line(words: tuple[str, ...], message: str, learned: Home, run: Run) -> None:
    done = run("export", *words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert message in done.stderr


def test_the_help_names_every_format(run: Run) -> None:
    text = run("export", "--help").stdout
    assert [name for name in exporting.NAMES if name not in text] == []
