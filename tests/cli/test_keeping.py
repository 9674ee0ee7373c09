from pathlib import Path

import pytest

from tests.cli import cards
from tests.cli.conftest import TOMORROW, Forked, Home, Run

ANSWER = ("review", "--plain")


def test_a_backup_lies_where_the_output_says(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    run(*ANSWER, typed="\n3\n")
    file = Path(run("backup").stdout.removesuffix("\n"))
    assert file.parent == own.path / "backups"
    assert file.read_bytes().startswith(b"SQLite format 3")


def test_a_backup_goes_into_a_file_or_a_folder(own: Home, run: Run, tmp_path: Path) -> None:
    own.write(cards.BASIC)
    run("list")
    assert run("backup", "kept.db").stdout == "kept.db\n"
    (tmp_path / "stick").mkdir()
    assert Path(run("backup", "stick").stdout.strip()).parent == Path("stick")


def test_a_file_that_exists_is_replaced_only_by_force(own: Home, run: Run, tmp_path: Path) -> None:
    own.write(cards.BASIC)
    run("list")
    notes = tmp_path / "notes.md"
    notes.write_text("mine", encoding="utf-8")
    assert run("backup", "notes.md").exit_code == 2
    assert notes.read_text(encoding="utf-8") == "mine"
    assert run("backup", "notes.md", "--force").exit_code == 0
    assert run("backup", str(own.path / "quizapp.db"), "--force").exit_code == 2


def test_a_name_that_is_too_long_is_told(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    run("list")
    result = run("backup", "k" * 5_000)
    assert (result.exit_code, result.stderr) == (2, "quizapp: the name of a file is too long: give a shorter one\n")


def test_before_the_first_start_there_is_nothing_to_back_up(run: Run) -> None:
    result = run("backup")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no progress" in result.stderr


def test_restoring_brings_the_state_back_and_keeps_the_present_one(own: Home, run: Run) -> None:
    own.write(cards.TWELVE)
    run(*ANSWER, typed="\n3\nq\n")
    run("backup", "kept.db")
    run(*ANSWER, typed="\n3\n\n3\nq\n")
    assert run("list", "-is:new").stderr == "3 cards\n"
    result = run("restore", "kept.db", "--yes")
    assert result.stdout == ""
    assert run("list", "-is:new").stderr == "1 card\n"
    before = result.stderr.splitlines()[1].rpartition(" is kept in ")[2]
    run("restore", before, "--yes")
    assert run("list", "-is:new").stderr == "3 cards\n"


def test_without_a_file_the_newest_sound_backup_is_brought_back(own: Home, run: Run) -> None:
    own.write(cards.TWELVE)
    assert "no sound backup" in run("restore", "--yes").stderr
    run(*ANSWER, typed="\n3\nq\n")
    run("backup")
    run(*ANSWER, typed="\n3\nq\n")
    sound = Path(run("backup", now=TOMORROW).stdout.strip())
    unsound = Path(run("backup", now="2026-11-26T09:00:00+00:00").stdout.strip())
    unsound.write_bytes(unsound.read_bytes()[:-4096])
    run(*ANSWER, typed="\n3\nq\n")
    assert f"/{sound.name}\n" in run("restore", "--yes").stderr
    assert run("list", "-is:new").stderr == "2 cards\n"
    assert f"/{sound.name}\n" in run("restore", "--yes").stderr  # not what was replaced just now


def test_restoring_speaks_the_learners_language(own: Home, run: Run, forked: Forked, tmp_path: Path) -> None:
    own.write(cards.BASIC)
    run("config", "interface", "zh")
    kept = str(tmp_path / "kept.db")
    run("backup", kept)
    assert [line[:3] for line in forked("restore", kept, "--yes").stderr.splitlines()] == ["已从 ", "原来的"]
    own.path.joinpath("quizapp.db").write_bytes(b"scratched " * 500)
    own.configure('interface = "zh"')
    assert [line[:3] for line in forked("restore", kept, "--yes").stderr.splitlines()] == ["已从 ", "原来的"]


def test_restoring_asks_first(own: Home, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    own.write(cards.TWELVE)
    run("list")
    run("backup", "kept.db")
    run(*ANSWER, typed="\n3\nq\n")
    assert "--yes" in run("restore", "kept.db").stderr
    monkeypatch.setattr("quizapp.cli.output.asks_a_person", lambda: True)
    assert "left as it was" in run("restore", "kept.db", typed="n\n").stderr
    assert run("list", "-is:new").stderr == "1 card\n"


@pytest.mark.parametrize("content", [None, b"no database", b""])
def test_what_is_no_backup_is_refused_and_nothing_changes(
    own: Home, run: Run, tmp_path: Path, content: bytes | None
) -> None:
    own.write(cards.TWELVE)
    run(*ANSWER, typed="\n3\nq\n")
    if content is not None:
        (tmp_path / "bad.db").write_bytes(content)
    result = run("restore", "bad.db", "--yes")
    assert result.exit_code == 2
    assert "bad.db" in result.stderr
    assert run("list", "-is:new").stderr == "1 card\n"
    assert not list((own.path / "backups").glob("before-restore-*"))


def test_a_damaged_database_is_put_aside_and_replaced(own: Home, run: Run) -> None:
    own.write(cards.TWELVE)
    run(*ANSWER, typed="\n3\nq\n")
    run("backup", "kept.db")
    own.path.joinpath("quizapp.db").write_bytes(b"scratched " * 500)
    damaged = run("list")
    assert damaged.exit_code == 2
    assert "quizapp restore" in damaged.stderr
    result = run("restore", "kept.db", "--yes")
    assert result.exit_code == 0
    assert run("list", "-is:new").stderr == "1 card\n"
    (aside,) = own.path.joinpath("backups").glob("damaged-*.db")
    assert aside.read_bytes() == b"scratched " * 500


def test_a_backup_serves_on_a_machine_that_has_nothing_yet(own: Home, run: Run) -> None:
    own.write(cards.TWELVE)
    run(*ANSWER, typed="\n3\nq\n")
    run("backup", "kept.db")
    for file in own.path.glob("quizapp.db*"):
        file.unlink()
    assert run("restore", "kept.db", "--yes").stderr == "restored from kept.db\n"
    assert run("list", "-is:new").stderr == "1 card\n"
