import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli import cards
from tests.cli.conftest import Home, Run

REVIEW = ("review", "--plain")
There = Callable[..., str]


@pytest.fixture
def shared(own: Home, run: Run, tmp_path: Path) -> Path:
    """A folder that this machine shares, named in its settings."""
    folder = tmp_path / "shared"
    folder.mkdir()
    own.configure(f"sync_folder = {str(folder)!r}")
    own.write(cards.TWELVE)
    return folder


@pytest.fixture
def there(shared: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> There:
    """Runs a command line on another machine that shares the folder; what it said."""
    home = Home(tmp_path / "there")
    home.path.mkdir()
    home.configure(f"sync_folder = {str(shared)!r}\nmachine_name = 'there'")
    home.write(cards.TWELVE)

    def invoke(*words: str, typed: str = "") -> str:
        with monkeypatch.context() as elsewhere:
            elsewhere.setenv("QUIZAPP_HOME", str(home.path))
            return run(*words, typed=typed).output

    return invoke


def rows(folder: Path) -> int:
    return sum(file.read_bytes().count(b'"uuid"') for file in folder.glob("*.jsonl"))


def test_a_session_takes_in_at_its_start_and_writes_at_its_end(there: There, run: Run, shared: Path) -> None:
    there(*REVIEW, typed="\n3\n:q\n")
    assert rows(shared) == 1
    result = run(*REVIEW, typed="\n3\n:q\n")
    assert result.stderr.splitlines()[0] == "1 answer came in from there"
    assert "9 left" in result.stdout
    assert "10 left" not in result.stdout
    assert rows(shared) == 2
    assert "came in: 1 answer" in there("sync")


def test_what_came_in_is_not_asked_again(there: There, run: Run, shared: Path) -> None:
    there(*REVIEW, typed="\n4\n" * 12)
    run(*REVIEW, typed=":q\n")
    assert run("due", "--json").stdout == there("due", "--json")
    assert json.loads(run("due", "--json").stdout)["new"] == 0


def test_a_session_that_is_broken_off_writes_too(own: Home, run: Run, shared: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "quizapp", *REVIEW],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write("\n3\n")
        running.stdin.flush()
        assert any("9 left" in line for line in running.stdout)
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=20) == 130
    assert rows(shared) == 1


def test_by_hand_it_says_what_came_and_what_was_written(there: There, run: Run, shared: Path) -> None:
    there(*REVIEW, typed="\n3\n:q\n")
    result = run("sync")
    told = result.stdout.splitlines()
    assert result.exit_code == 0
    assert told[0] == "came in: 1 answer about 1 card, 2026-11-24"
    assert told[-1] == "written: nothing"
    assert run("sync").stdout == "came in: nothing\nwritten: nothing\n"


def test_json_says_the_same(there: There, run: Run, shared: Path) -> None:
    there(*REVIEW, typed="\n3\n:q\n")
    (shared / "bad.jsonl").write_text("\x1b[2J\n", encoding="utf-8")
    told = json.loads(run("sync", "--json").stdout)
    assert (told["folder"], told["new"], told["written"], told["renewed"]) == (str(shared), 1, 0, False)
    ((device, count),) = told["devices"].items()
    assert (told["answers"], count, told["names"], told["choices"]) == (1, 1, {device: "there"}, {})
    (trouble,) = told["troubles"]
    assert (trouble["fault"], trouble["file"], trouble["count"], trouble["line"]) == ("broken", "bad.jsonl", 1, 1)
    assert trouble["text"].startswith("bad.jsonl: 1 line")


def test_without_a_folder_it_says_how_to_name_one(own: Home, run: Run) -> None:
    result = run("sync")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "quizapp config sync_folder" in result.stderr


def test_a_folder_that_is_away_is_told_and_the_session_goes_on(run: Run, shared: Path) -> None:
    shared.rmdir()
    result = run(*REVIEW, typed="\n3\n:q\n")
    assert result.exit_code == 0
    assert result.stderr.count("is not there; your answers are kept here") == 2
    assert "`quizapp config sync_folder FOLDER`" in result.stderr
    result = run("sync")
    assert (result.exit_code, result.stdout) == (1, "")
    assert str(shared) in result.stderr
    shared.mkdir()
    assert run("sync").stdout == "came in: nothing\nwritten: 1 answer\n"


def test_a_broken_file_is_told_once_in_sessions_and_always_by_hand(run: Run, shared: Path) -> None:
    (shared / "bad\x1b[2J.jsonl").write_text("nonsense\n", encoding="utf-8")
    assert "1 line is no entry" in run(*REVIEW, typed=":q\n").stderr
    assert "no entry" not in run(*REVIEW, typed=":q\n").stderr
    result = run("sync")
    assert "1 line is no entry" in result.stderr
    assert "\x1b" not in result.output
    assert result.exit_code == 0


def test_the_folder_is_meant_from_where_one_stands(own: Home, run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    run("config", "sync_folder", "mine")
    assert run("config", "sync_folder").stdout == f"{tmp_path / 'mine'}\n"


def test_a_folder_that_cannot_be_used_is_told_when_it_is_named(own: Home, run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for name, told in {"nowhere": "there is no folder", "file": "is no folder"}.items():
        result = run("config", "sync_folder", name)
        assert (result.exit_code, told in result.stderr) == (2, True)
        assert run("config", "sync_folder").stdout == "\n"


def test_a_choice_about_learning_holds_on_the_other_machine(there: There, run: Run, shared: Path) -> None:
    run("config", "machine_name", "here")
    run("config", "new_per_day", "3")
    run("sync")
    assert "taken over from here: new_per_day = 3" in there("sync")
    assert there("config", "new_per_day") == "3\n"
    there("config", "new_per_day", "4")
    there("sync")
    assert json.loads(run("sync", "--json").stdout)["choices"] == {"new_per_day": 4}
