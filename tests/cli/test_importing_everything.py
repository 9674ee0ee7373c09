"""`quizapp import` of an export of everything, and `quizapp merge` of its log."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import ONE_CARD, Home, Run

REVIEW = ("review", "--plain")


@pytest.fixture
def everything(own: Home, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An export from another machine, with a card answered there, and a choice."""
    home = Home(tmp_path / "other")
    home.path.mkdir()
    home.configure("")
    home.write()
    with monkeypatch.context() as there:
        there.setenv("QUIZAPP_HOME", str(home.path))
        run(*REVIEW, typed="\n3\n:q\n")
        run("config", "theme", "quizapp-light")
        assert run("export", "json", "-o", "all.txt").exit_code == 0
    return tmp_path / "all.txt"


def _changed(path: Path, **keys: object) -> Path:
    path.write_text(json.dumps(json.loads(path.read_bytes()) | keys), encoding="utf-8")
    return path


def test_the_report_says_what_came(everything: Path, own: Home, run: Run) -> None:
    done = run("import", str(everything))
    lines = done.stdout.splitlines()
    assert lines[0].startswith("format: everything of quizapp ")
    assert lines[0].endswith(", of 2026-11-24")
    assert lines[1:3] == ["files: 1 file", "came in: 1 answer about 1 card, 2026-11-24"]
    assert lines[-1] == "choices: colours"
    assert done.stderr == ""
    assert (own.path / "cards/06-pools/pooling.md").read_text(encoding="utf-8") == ONE_CARD
    assert run("list", "-is:new").stderr == "1 card\n"


def test_a_second_time_nothing_comes(everything: Path, run: Run) -> None:
    run("import", str(everything))
    lines = run("import", str(everything)).stdout.splitlines()
    assert lines[1:] == ["files: nothing", "files here already: 1", "came in: nothing", "here already: 1 entry"]


def test_a_dry_run_leaves_nothing_behind(everything: Path, own: Home, run: Run) -> None:
    done = run("import", str(everything), "--dry-run")
    assert "files: 1 file" in done.stdout
    assert "would come in: 1 answer about 1 card, 2026-11-24" in done.stdout
    assert "came in" not in done.stdout
    assert done.stderr == "nothing was written: this was a dry run\n"
    assert sorted(path.name for path in own.path.iterdir()) == ["config.toml"]


def test_json_says_the_same(everything: Path, own: Home, run: Run) -> None:
    told = json.loads(run("import", str(everything), "--json").stdout)
    assert (told["format"], told["dry_run"], told["new"], told["choices"]) == (
        "json",
        False,
        1,
        {"theme": "quizapp-light"},
    )
    assert told["files"] == [str(own.path / "cards/06-pools/pooling.md")]
    assert told["limits"] is None


def test_what_differs_or_is_refused_is_named(everything: Path, own: Home, run: Run) -> None:
    own.write("## Mine?\n\nYes.\n")
    files = [*json.loads(everything.read_bytes())["files"], {"path": "../\x1b[2J.md", "text": ""}]
    done = run("import", str(_changed(everything, files=files)))
    assert "other here than in the file, and left as they are:\n  home/cards/06-pools/pooling.md\n" in done.stdout
    assert "not brought along:\n  ../␛[2J.md: it leads elsewhere\n" in done.stdout
    assert "1 of these cards is in no file here" in done.stderr


def test_a_part_is_told_to_be_one(everything: Path, run: Run) -> None:
    limits = {"decks": ["06-pools"], "since": "2026-11-01", "language": "zh"}
    done = run("import", str(_changed(everything, limits=limits)))
    assert "this file holds only a part: 06-pools, since 2026-11-01, zh\n" in done.stderr
    assert done.stdout.startswith("format: a part of everything, by quizapp ")


def test_choices_that_make_no_sense_are_told_and_the_others_taken(everything: Path, run: Run) -> None:
    changed = _changed(everything, choices={"theme": "quizapp-light", "new_per_day": -1, "f\x1b[2J": 1})
    told = json.loads(run("import", str(changed), "--dry-run", "--json").stdout)
    assert told["choices"] == {"theme": "quizapp-light"}
    assert list(told["refused_choices"]) == ["new_per_day", "f\x1b[2J"]
    *_facts, head, first, second = run("import", str(changed)).stdout.splitlines()
    assert head == "choices not taken:"
    assert first.startswith("  `new_per_day` cannot be -1: `quizapp config new_per_day` ")
    assert second.startswith("  `f␛[2J` is no setting of this quizapp: ")
    assert run("config", "theme").stdout == "quizapp-light\n"


def test_a_damaged_or_newer_file_is_one_clear_line_and_changes_nothing(everything: Path, own: Home, run: Run) -> None:
    damaged = run("import", str(_changed(everything, log=[{}])))
    newer = run("import", str(_changed(everything, version=2)))
    assert "all.txt is damaged (log.0." in damaged.stderr
    assert "all.txt was written by a newer quizapp" in newer.stderr
    assert {(done.exit_code, done.stdout) for done in (damaged, newer)} == {(2, "")}
    assert sorted(path.name for path in own.path.iterdir()) == ["config.toml"]


def test_options_for_other_programs_are_refused(everything: Path, run: Run) -> None:
    done = run("import", str(everything), "--deck", "x")
    assert (done.exit_code, "is brought back as it is" in done.stderr) == (2, True)


def test_merge_takes_the_log_alone(everything: Path, own: Home, run: Run) -> None:
    assert run("merge", str(everything)).stdout.splitlines()[0] == "came in: 1 answer about 1 card, 2026-11-24"
    assert run("merge", str(everything)).stdout.splitlines()[0] == "came in: nothing"
    assert list((own.path / "cards").iterdir()) == []
