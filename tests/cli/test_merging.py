import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli import cards
from tests.cli.conftest import TOMORROW, Home, Run

REVIEW = ("review", "--plain")
HALF_AN_HOUR = "2026-11-24T09:30:00+00:00"


@pytest.fixture
def other(own: Home, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The database of another machine, on which one of the same cards was answered."""
    home = Home(tmp_path / "other")
    home.path.mkdir()
    home.configure("")
    home.write(cards.TWELVE)
    with monkeypatch.context() as there:
        there.setenv("QUIZAPP_HOME", str(home.path))
        run(*REVIEW, typed="\n3\n:q\n")
    own.write(cards.TWELVE)
    return home.path / "quizapp.db"


def count(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM log").fetchone()[0])


def test_the_report_says_what_came_in(other: Path, run: Run) -> None:
    result = run("merge", str(other))
    assert result.exit_code == 0
    told = result.stdout.splitlines()
    assert told[0] == "came in: 1 answer about 1 card, 2026-11-24"
    assert told[1] == "written by: the machine of quizapp.db"
    assert result.stderr == ""
    assert run("list", "-is:new").stderr == "1 card\n"


def test_a_second_time_nothing_comes_in(other: Path, run: Run) -> None:
    run("merge", str(other))
    assert run("merge", str(other)).stdout == "came in: nothing\nhere already: 1 entry\n"


def test_a_dry_run_writes_nothing(own: Home, other: Path, run: Run) -> None:
    result = run("merge", str(other), "--dry-run")
    assert "would come in: 1 answer" in result.stdout
    assert "dry run" in result.stderr
    assert count(own.path / "quizapp.db") == 0


def test_json_says_the_same(other: Path, run: Run) -> None:
    told = json.loads(run("merge", str(other), "--json").stdout)
    assert (told["file"], told["dry_run"], told["new"], told["known"], told["differing"]) == (
        str(other),
        False,
        1,
        0,
        0,
    )
    assert (len(told["cards"]), told["unknown"], list(told["devices"].values()), told["ahead"]) == (1, [], [1], 0)
    assert told["first"] == told["last"]
    assert told["first"].startswith("2026-11-24T09:")
    assert list(told["names"].values()) == ["the machine of quizapp.db"]
    assert told["answers"] == 1
    assert told["troubles"] == []


def test_cards_that_are_in_no_file_here_are_told(own: Home, other: Path, run: Run) -> None:
    for file in own.path.glob("cards/*/*.md"):
        file.unlink()
    assert "in no file here" in run("merge", str(other)).stderr


def test_our_own_database_is_refused(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    run("list")
    result = run("merge", str(own.path / "quizapp.db"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "this machine's own database" in result.stderr


@pytest.mark.parametrize("content", [None, b"", b"nothing of ours", b"SQLite format 3\x00" + bytes(999)], ids=repr)
def test_a_bad_file_is_told_in_one_line_and_changes_nothing(
    own: Home, other: Path, run: Run, tmp_path: Path, content: bytes | None
) -> None:
    run(*REVIEW, typed="\n3\n:q\n")
    if content is not None:
        (tmp_path / "bad.db").write_bytes(content)
    before = count(own.path / "quizapp.db")
    result = run("merge", "bad.db")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("quizapp: bad.db ")
    assert result.stderr.count("\n") == 1
    assert count(own.path / "quizapp.db") == before


def test_a_newer_database_is_refused_in_one_line(other: Path, run: Run) -> None:
    with closing(sqlite3.connect(other)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    result = run("merge", str(other))
    assert result.exit_code == 2
    assert result.stderr == (
        f"quizapp: {other} was written by a newer quizapp (schema 9999): upgrade quizapp to open it\n"
    )


def test_hostile_text_of_another_database_is_safe_to_show(own: Home, other: Path, run: Run) -> None:
    with closing(sqlite3.connect(other)) as connection, connection:
        connection.execute(
            "INSERT INTO log SELECT uuid || char(27), card, at, day, what, grade, undoes, milliseconds, answered, "
            "char(27) || '[2J' FROM log"
        )
    result = run("merge", str(other))
    assert "\x1b" not in result.output
    assert "quizapp.db: 1 answer in it makes no sense" in result.stderr
    assert count(own.path / "quizapp.db") == 1


def test_it_speaks_the_learners_language(other: Path, run: Run) -> None:
    run("config", "interface", "zh")
    assert run("merge", str(other)).stdout.startswith("新增：1 次作答")
    Path("note.txt").write_text("hello", encoding="utf-8")
    Path("cut.db").write_bytes(other.read_bytes()[:9000])
    assert run("merge", "note.txt").stderr.startswith("quizapp: note.txt 中没有 quizapp 的学习记录：请指定")
    assert run("merge", "cut.db").stderr.endswith("：请重新复制一份\n")
    assert run("sync").stderr.startswith("quizapp: 没有指定共享文件夹：")


def test_both_answers_of_one_card_count(other: Path, run: Run) -> None:
    run(*REVIEW, typed="\n3\n:q\n", now=HALF_AN_HOUR)
    run("merge", str(other))
    assert run("doctor").stdout.count("WRONG") == 0
    assert run("list", "is:due", now=TOMORROW).exit_code == 0
