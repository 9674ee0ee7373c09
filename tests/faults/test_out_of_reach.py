"""Files and folders that may not be written, are missing, or vanish while the program runs: told in one sentence.

The program runs without the rights by which root writes everywhere (`forge`), so that permissions bind whoever tests.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quizapp.errors import StoreError
from quizapp.paths import places
from quizapp.study.opening import open_desk
from tests.conftest import NOW
from tests.faults.forge import Forge, Run
from tests.faults.homes import answers, assert_sound, furnished, reviewed
from tests.faults.terminals import Terminal


@contextmanager
def read_only(*paths: Path) -> Iterator[None]:
    """Files and folders that nobody may write."""
    before = {path: path.stat().st_mode for path in paths}
    for path in paths:
        path.chmod(0o500 if path.is_dir() else 0o400)
    try:
        yield
    finally:
        for path, mode in before.items():
            path.chmod(mode)


def told(run: Run) -> str:
    """The one sentence that a run told instead of doing what was asked."""
    assert run.status == 2, run.stderr
    assert "Traceback" not in run.stderr
    assert len(run.told) == 1, run.stderr
    return run.told[0].removeprefix("quizapp: ")


def test_a_folder_that_may_not_be_written_is_told_at_the_first_start(forge: Forge, home: Path) -> None:
    furnished(home)
    with read_only(home):
        assert told(forge.run("list", home=home)).startswith(f"{home}/quizapp.db cannot be opened (Permission denied)")
    assert forge.run("list", home=home).status == 0


@pytest.mark.parametrize("named", [["."], ["quizapp.db"], [".", "quizapp.db"]])
def test_progress_that_may_not_be_written_is_told_and_left_as_it_was(
    forge: Forge, home: Path, named: list[str]
) -> None:
    reviewed(forge, furnished(home), 3)
    before = (home / "quizapp.db").read_bytes()
    with read_only(*(home / name for name in named)):
        run = reviewed(forge, home, 1)
    assert told(run) == f"{home}/quizapp.db cannot be written: check its permissions and those of its folder"
    assert (home / "quizapp.db").read_bytes() == before
    assert sum(answers(home).values()) == 3
    assert_sound(forge, home)


@pytest.mark.parametrize("words", [["list"], ["due"], ["doctor"]])
def test_progress_that_may_not_be_read_is_told(forge: Forge, home: Path, words: list[str]) -> None:
    reviewed(forge, furnished(home), 3)
    (home / "quizapp.db").chmod(0)
    run = forge.run(*words, home=home)
    (home / "quizapp.db").chmod(0o600)
    assert "Traceback" not in run.stderr
    if words == ["doctor"]:
        assert run.status == 1
        assert "unable to open database file" in " ".join(run.stdout.split())
    else:
        assert told(run).endswith("cannot be written: check its permissions and those of its folder")


@pytest.mark.parametrize("mode", [0o500, 0o600, 0])  # may be entered, may be listed, neither
def test_backups_that_may_not_be_written_are_told_and_keep_nobody_from_learning(
    forge: Forge, home: Path, mode: int
) -> None:
    reviewed(forge, furnished(home), 3)
    reviewed(forge, home, 0)
    with read_only(home / "backups"):
        (home / "backups").chmod(mode)
        run = reviewed(forge, home, 2, now="2026-03-05T09:00:00+00:00")
    assert run.status == 0
    assert ["no backup could be written" in line for line in run.told] == [True]
    assert sum(answers(home).values()) == 5


def test_cards_that_may_not_be_read_or_written_are_told(forge: Forge, home: Path) -> None:
    furnished(home)
    cards = home / "cards" / "deck"
    add = ["add", "--topic", "t", "--prompt", "Why?", "--answer", "So."]
    assert forge.run("list", home=home).status == 0
    before = (cards / "t.md").read_bytes()
    with read_only(cards):
        added = forge.run(*add, home=home)
    assert added.status == 1
    assert f"{cards}/t.md cannot be written (Permission denied)" in added.stderr
    assert "not added: 1; it is kept in" in added.stderr
    assert (cards / "t.md").read_bytes() == before
    for mode in (0, 0o600):
        cards.chmod(mode)  # the second may be listed, and not entered
        listed = forge.run("list", home=home)
        cards.chmod(0o700)
        assert listed.status in (0, 2)
        assert "Traceback" not in listed.stderr
    assert forge.run("list", home=home).stderr == "40 cards\n"


def test_a_home_that_is_missing_is_made_where_that_is_possible(forge: Forge, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("bundled = false\n")
    assert forge.run("list", home=tmp_path / "a" / "b").status == 0
    (tmp_path / "file").write_text("in the way")
    assert "cannot be opened (Not a directory)" in told(forge.run("list", home=tmp_path / "file" / "home"))
    with read_only(tmp_path):
        assert "cannot be opened (Permission denied)" in told(forge.run("list", home=tmp_path / "c"))


# While the program runs


def begun(forge: Forge, home: Path) -> Terminal:
    """The interface with the answer of the fourth card before the learner."""
    reviewed(forge, furnished(home), 3)
    terminal = Terminal.open(forge, "review", home=home)
    terminal.wait_for("What is 3?")
    terminal.type(" ")
    terminal.wait_for("It is 3.")
    return terminal


def refused_twice(terminal: Terminal) -> None:
    """The grade is not taken, however often it is given."""
    terminal.type("3")
    terminal.wait_for("bring its folder back")
    terminal.type("3o")  # what was told stands there still; keys are heard in their order, and `o` is told otherwise
    terminal.wait_for("no image and no link")


def taken_at_last(forge: Forge, home: Path, terminal: Terminal) -> None:
    """The same key grades the card that stayed, once, and the session goes on."""
    terminal.type("3")
    terminal.wait_for("What is 4?")
    terminal.type(" ")
    terminal.wait_for("It is 4.")
    terminal.type("3")
    terminal.wait_for("What is 5?")
    assert terminal.kill().killed
    assert answers(home) == {f"q{number}": 1 for number in range(5)}
    assert_sound(forge, home)


def test_a_folder_that_vanishes_is_told_and_the_answer_taken_when_it_is_back(forge: Forge, home: Path) -> None:
    terminal = begun(forge, home)
    away = home.rename(home.with_name("away"))
    refused_twice(terminal)
    assert sum(answers(away).values()) == 3
    away.rename(home)
    taken_at_last(forge, home, terminal)


def test_a_home_that_vanished_is_not_made_anew_to_hold_no_cards(home: Path) -> None:
    with open_desk(places(), NOW) as desk:
        away = home.rename(home.with_name("away"))
        with pytest.raises(StoreError, match="is not there any more: bring it back"):
            desk.read_cards(NOW)
        assert not home.exists()
        away.rename(home)
        desk.read_cards(NOW)


def test_a_folder_that_comes_back_as_a_copy_takes_the_answer(forge: Forge, home: Path) -> None:
    """As a folder does that is kept elsewhere, and unpacked or fetched anew."""
    terminal = begun(forge, home)
    away = home.rename(home.with_name("away"))
    terminal.type("3")
    terminal.wait_for("bring its folder back")
    shutil.copytree(away, home)
    shutil.rmtree(away)
    taken_at_last(forge, home, terminal)


def test_progress_that_is_replaced_is_told_and_the_next_answer_goes_into_what_is_there_now(
    forge: Forge, home: Path
) -> None:
    terminal = begun(forge, home)
    other = home / "other.db"
    assert forge.run("backup", str(other), home=home).status == 0
    for ending in ("-wal", "-shm"):
        (home / f"quizapp.db{ending}").unlink(missing_ok=True)
    other.replace(home / "quizapp.db")
    terminal.type("3")
    terminal.wait_for("from now on that one is used")
    taken_at_last(forge, home, terminal)


def test_a_database_that_vanishes_is_not_made_anew_and_empty(forge: Forge, home: Path) -> None:
    terminal = begun(forge, home)
    for path in home.glob("quizapp.db*"):
        path.unlink()
    refused_twice(terminal)
    assert terminal.kill().killed
    assert not list(home.glob("quizapp.db*"))


def test_permissions_lost_while_running_are_told_where_they_bind(forge: Forge, home: Path) -> None:
    """An open file may be written on; a program that must open it anew hears of its permissions.

    The first answer waits until the file is open for writing: a first card is shown before.
    """
    terminal = begun(forge, home)
    terminal.type("3")
    terminal.wait_for("What is 4?")
    terminal.type(" ")
    terminal.wait_for("It is 4.")
    with read_only(home, *home.glob("quizapp.db*")):
        terminal.type("3")
        terminal.wait_for("What is 5?")
        assert "cannot be written" in told(reviewed(forge, home, 1))
    terminal.type(" ")
    terminal.wait_for("It is 5.")
    terminal.type("3")
    terminal.wait_for("What is 6?")
    assert terminal.kill().killed
    assert answers(home) == {f"q{number}": 1 for number in range(6)}
    assert_sound(forge, home)
