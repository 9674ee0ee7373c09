"""Killed at any moment of an import, export, merge, backup, restore or upgrade: nothing is lost, or half there."""

import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

import pytest

from quizapp.store.copies.backups import integrity
from tests.faults.forge import Forge, Run
from tests.faults.homes import answers, assert_sound, files, furnished, reviewed, state
from tests.faults.schemas import make_older
from tests.soak import drawn, rounds, stride

LATER = "2026-03-06T09:00:00+00:00"


@dataclass(frozen=True)
class Work:
    """A command, and what it needs beside the home. `words` may name `{aside}`, a folder of its own.

    In the bounded form it is killed before every `step`th thing that it does to a file or a database.
    """

    words: Sequence[str]
    prepared: Callable[[Forge, Path, Path], None] = lambda _forge, _home, _aside: None
    step: int = 2


def _notes(_forge: Forge, _home: Path, aside: Path) -> None:
    lines = "".join(f"What is n{number}?,It is {number}.\n" for number in range(100))
    (aside / "notes.csv").write_text(f"question,answer\n{lines}", encoding="utf-8")


def _another_machine(forge: Forge, _home: Path, aside: Path) -> None:
    reviewed(forge, furnished(aside / "machine"), 30, LATER)


def _older_schema(_forge: Forge, home: Path, _aside: Path) -> None:
    make_older(home / "quizapp.db")


def _earlier(forge: Forge, home: Path, aside: Path) -> None:
    forge.run("backup", str(aside / "kept.db"), home=home)
    reviewed(forge, home, 5)


WORKS = {
    "import": Work(["import", "{aside}/notes.csv", "--header"], _notes, step=3),
    "export json": Work(["export", "json", "-o", "{aside}/all.json", "--force"]),
    "export apkg": Work(["export", "apkg", "-o", "{aside}/all.apkg", "--force"], step=8),
    "merge": Work(["merge", "{aside}/machine/quizapp.db"], _another_machine),
    "backup": Work(["backup", "{aside}/backup.db", "--force"]),
    "restore": Work(["restore", "{aside}/kept.db", "--yes"], _earlier),
    "upgrade": Work(["list"], _older_schema, step=8),
}
WHOLE: dict[str, Callable[[Path], bool]] = {
    ".json": lambda file: bool(json.loads(file.read_bytes())),
    ".apkg": lambda file: ZipFile(file).testzip() is None,
}
"""How it is told of what an export wrote that it is all there."""


@pytest.mark.parametrize("name", WORKS)
def test_killed_at_work_and_run_again_is_as_if_never_killed(forge: Forge, tmp_path: Path, name: str) -> None:
    kept = prepared(forge, tmp_path, name)
    undisturbed = tmp_path / "undisturbed"
    shutil.copytree(kept, undisturbed)
    seconds, chance = _run(forge, name, undisturbed).seconds, drawn(name)
    assert_sound(forge, undisturbed / "home")
    for _ in range(rounds(2, 100)):
        shaken = copied(kept, tmp_path)
        _run(forge, name, shaken, killed_after=chance.uniform(0, seconds))
        _assert_nothing_is_lost(forge, name, kept, undisturbed, shaken)
    deaths, killed = 0, True
    while killed:
        shaken = copied(kept, tmp_path)
        killed = _run(forge, name, shaken, killed_at=(deaths + 1) * stride(WORKS[name].step) - 1).killed
        _assert_nothing_is_lost(forge, name, kept, undisturbed, shaken)
        deaths += killed
    assert deaths > 1


def prepared(forge: Forge, tmp_path: Path, name: str) -> Path:
    """A folder with a home, and what the work needs beside it."""
    kept = tmp_path / "kept"
    (kept / "aside").mkdir(parents=True)
    reviewed(forge, furnished(kept / "home"), 20)
    forge.run("list", home=kept / "home", now=LATER)  # makes the day's backup: what is left to do is the work alone
    WORKS[name].prepared(forge, kept / "home", kept / "aside")
    return kept


def copied(kept: Path, tmp_path: Path) -> Path:
    """Another folder like it, to be shaken."""
    return Path(shutil.copytree(kept, tmp_path / "shaken"))


def worded(name: str, folder: Path) -> list[str]:
    """The command line of a work in such a folder."""
    return [word.format(aside=folder / "aside") for word in WORKS[name].words]


def _run(forge: Forge, name: str, folder: Path, **killed: Any) -> Run:
    done = forge.run(*worded(name, folder), home=folder / "home", now=LATER, **killed)
    assert done.killed or (done.status, done.told) == (0, []), done.stderr
    return done


def _assert_nothing_is_lost(forge: Forge, name: str, kept: Path, undisturbed: Path, shaken: Path) -> None:
    if name != "upgrade":  # a schema that is behind is brought up by the next start
        assert_sound(forge, shaken / "home")
    assert answers(kept / "home") & answers(undisturbed / "home") <= answers(shaken / "home")
    assert not [file for file in shaken.rglob("*.*") if not _is_whole(file)]
    _run(forge, name, shaken)
    assert state(shaken / "home") == state(undisturbed / "home")
    assert _left(shaken) == _left(undisturbed)
    shutil.rmtree(shaken)


def _is_whole(file: Path) -> bool:
    if file.suffix == ".db":
        return file.stat().st_size > 0 and not integrity(file)
    try:
        return file.suffix not in WHOLE or WHOLE[file.suffix](file)
    except (ValueError, BadZipFile):
        return False


def _left(folder: Path) -> set[str]:
    """The files there are by now, but for copies that are made aside, and hidden ones that had no name yet."""
    return {file for file in files(folder) if not (file.startswith("home/backups/") or "/.quizapp-" in file)}
