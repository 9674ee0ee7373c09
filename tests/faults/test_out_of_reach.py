"""Files and folders that may not be written, or are missing: told in one sentence.

The program runs without the rights by which root writes everywhere (`forge`), so that permissions bind whoever tests.
"""

from pathlib import Path

import pytest

from tests.faults.forge import Forge
from tests.faults.homes import answers, assert_sound, furnished, reviewed
from tests.faults.reaching import read_only, told


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
        assert "cannot be written: check its permissions" in " ".join(run.stdout.split())
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


def test_backups_that_may_not_be_looked_at_keep_nobody_from_learning_either(forge: Forge, home: Path) -> None:
    reviewed(forge, furnished(home), 3)
    reviewed(forge, home, 0)
    (home / "backups").chmod(0)
    try:
        run = reviewed(forge, home, 2, now="2026-03-05T09:00:00+00:00")
        assert run.status == 0
        assert ["no backup could be written" in line for line in run.told] == [True]
        assert "no backup could be written" in told(forge.run("backup", home=home))
        assert "/backups cannot be read (Permission denied)" in told(forge.run("restore", "--yes", home=home))
    finally:
        (home / "backups").chmod(0o700)
    assert sum(answers(home).values()) == 5


def test_a_trash_that_may_not_be_looked_at_is_told(forge: Forge, home: Path) -> None:
    furnished(home)
    assert forge.run("list", home=home).status == 0
    (home / "trash").mkdir()
    (home / "trash").chmod(0)
    try:
        assert "/trash cannot be read (Permission denied)" in told(forge.run("trash", home=home))
        thrown = forge.run("delete", "q3", home=home)
        assert "cannot be read (Permission denied)" in told(thrown)
    finally:
        (home / "trash").chmod(0o700)
    assert forge.run("list", home=home).stderr == "40 cards\n"


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
