"""Folders that nobody may look into, or that may be listed and not entered: told, nothing is left out in silence."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.forge import Forge
from tests.faults.homes import answers, furnished, reviewed
from tests.faults.reaching import told


@contextmanager
def shut(folder: Path, mode: int = 0) -> Iterator[None]:
    """A folder, made where it is missing, with these rights."""
    folder.mkdir(exist_ok=True)
    folder.chmod(mode)
    try:
        yield
    finally:
        folder.chmod(0o700)


@pytest.mark.parametrize("mode", [0, 0o600])
def test_one_of_cards_is_told_by_an_export_and_when_one_is_brought_back(forge: Forge, home: Path, mode: int) -> None:
    furnished(home)
    whole, part = home / "whole.json", home / "part.json"
    assert forge.run("export", "json", "-o", str(whole), home=home).status == 0
    with shut(home / "cards" / "deck", mode):
        export = forge.run("export", "json", "-o", str(part), home=home)
        back = forge.run("import", str(whole), home=home)
    named = "deck/t.md" if mode else "deck"
    assert f"{named} is not in it: it cannot be read" in export.stderr.splitlines()
    assert "Traceback" not in back.stderr
    assert "deck/t.md: it cannot be read" in back.stdout
    assert forge.run("import", str(part), "--dry-run", home=home).status == 0


def test_one_of_a_vault_is_told_and_nothing_is_brought_along(forge: Forge, home: Path, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    (vault / "inner").mkdir(parents=True)
    (vault / "note.md").write_text("#flashcards\n\na::b\n", encoding="utf-8")
    (vault / "inner" / "note.md").write_text("#flashcards\n\nc::d\n", encoding="utf-8")
    with shut(vault / "inner"):
        run = forge.run("import", str(vault), home=home)
    assert told(run) == f"{vault}/inner cannot be read (Permission denied): check its permissions"
    assert forge.run("import", str(vault), home=home).status == 0


def test_one_that_holds_a_backup_is_told(forge: Forge, home: Path) -> None:
    reviewed(forge, furnished(home), 3)
    away = home / "shut"
    with shut(away, 0o700):
        assert forge.run("backup", str(away / "mine.db"), home=home).status == 0
    with shut(away):
        run = forge.run("restore", str(away / "mine.db"), "--yes", home=home)
    assert "Permission denied" in told(run)
    assert sum(answers(home).values()) == 3


@pytest.mark.parametrize("words", [["backup"], ["export", "json", "-o"], ["export", "csv", "-o"]])
def test_one_that_was_to_take_a_file_is_told(forge: Forge, home: Path, words: list[str]) -> None:
    reviewed(forge, furnished(home), 1)
    with shut(home / "shut"):
        run = forge.run(*words, str(home / "shut" / "mine"), home=home)
    assert told(run).startswith(f"{home}/shut/mine cannot be opened (Permission denied): check its permissions")


@pytest.mark.parametrize("words", [["trash"], ["trash", "--last"], ["delete", "t/q1"]])
def test_the_trash_is_told(forge: Forge, home: Path, words: list[str]) -> None:
    furnished(home)
    with shut(home / "trash"):
        run = forge.run(*words, home=home)
    assert told(run) == f"{home}/trash cannot be read (Permission denied): check its permissions"
