"""What `quizapp import` is given that is no file of cards, or whose first row needs a word."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Home, Run


@pytest.mark.parametrize("options", [[], ["--format", "csv"], ["--format", "anki"], ["--remove", "--yes"]])
def test_a_pipe_is_refused_in_one_line(own: Home, run: Run, tmp_path: Path, options: list[str]) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    result = run("import", str(pipe), *options)
    assert result.exit_code == 2
    assert "is neither a file nor a folder" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("format_name", ["obsidian", "headings", "hashcards", None])
def test_a_pipe_in_a_folder_is_passed_over(own: Home, run: Run, tmp_path: Path, format_name: str | None) -> None:
    vault = tmp_path / "vault"
    (vault / ".obsidian/plugins/obsidian-spaced-repetition").mkdir(parents=True)
    for name in ("a.md", ".obsidian/plugins/obsidian-spaced-repetition/data.json", "deck.toml"):
        os.mkfifo(vault / name)
    (vault / "b.md").write_text("#flashcards\n\na::b\n\nQ: c\nA: d\n\n## e\n\nf\n", "utf-8")
    assert run("import", str(vault), *(["--format", format_name] if format_name else [])).exit_code == 0


def test_a_device_is_refused(own: Home, run: Run) -> None:
    assert run("import", os.devnull, "--format", "csv").exit_code == 2


@pytest.mark.parametrize(("option", "cards"), [(None, 2), ("--header", 1), ("--no-header", 2)])
def test_a_first_row_may_be_said_to_name_the_columns(
    own: Home, run: Run, tmp_path: Path, option: str | None, cards: int
) -> None:
    file = tmp_path / "table.csv"
    file.write_text("Klingon,Elvish\nqapla,namárië\n", "utf-8")
    told = json.loads(run("import", str(file), "--json", *([option] if option else [])).stdout)
    assert len(told["added"]) == cards
    hint = "the first row is read as a card: --header says that it names the columns"
    assert [one["what"] for one in told["told"]] == ([] if option else [hint])


def test_a_row_of_names_is_a_matter_of_tables(own: Home, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "cards.md"
    file.write_text("Q: a\nA: b\n", "utf-8")
    result = run("import", str(file), "--header")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)


def test_what_holds_progress_is_sent_to_merge(own: Home, run: Run, tmp_path: Path) -> None:
    own.write()
    run("review", "--plain", typed="\n3\n:q\n")
    run("backup", "desk.db")
    log = tmp_path / "shared.jsonl"
    log.write_text('{"format":"quizapp-log","version":1,"device":"5f2b1f0e-0000-4000-8000-000000000000"}\n')
    for name in ("desk.db", "shared.jsonl"):
        done = run("import", name)
        told = f"quizapp: {name} holds progress, no cards: `quizapp merge` brings it in\n"
        assert (done.exit_code, done.stdout, done.stderr) == (2, "", told)
    Path("other.bin").write_bytes(b"x")
    assert "other.bin is in no format that is known" in run("import", "other.bin").stderr
