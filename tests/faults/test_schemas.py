"""Databases of every earlier schema: upgraded with the same schedules; cut off half-way, as if it had never begun."""

import shutil
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.store.copies.backups import integrity
from quizapp.store.schema.revisions import REVISIONS
from tests.faults.forge import Forge
from tests.faults.homes import answers, assert_sound, furnished, reviewed, state
from tests.faults.schemas import make_older
from tests.soak import stride

LATER = "2026-03-06T09:00:00+00:00"

# Dies at one of the statements of the upgrade, before or after it: number `words[0]` of them.
_KILLED = """
import os, signal
from quizapp.cli.app import app
from sqlalchemy import Engine, event

left = int(words[0])

def count(*_):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)

from quizapp.store.schema import upgrading
upgrade = upgrading.upgrade

def counted(engine, *more):
    event.listen(engine, "before_cursor_execute", count)
    event.listen(engine, "commit", count)
    upgrade(engine, *more)
    event.remove(engine, "before_cursor_execute", count)
    event.remove(engine, "commit", count)

upgrading.upgrade = counted
app.main(["list"])
"""


def used(forge: Forge, home: Path) -> Path:
    """A home with answers of two days, one of them taken back, and a card that is suspended."""
    reviewed(forge, furnished(home), 12)
    forge.run("review", "--plain", home=home, typed="\n1\n\n4\n:u\n", now="2026-03-05T09:00:00+00:00")
    forge.run("suspend", "q20", home=home)
    return home


def revision(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


@pytest.mark.parametrize("older", REVISIONS)
def test_an_earlier_schema_is_upgraded_with_the_same_schedules(forge: Forge, home: Path, older: str) -> None:
    database = used(forge, home) / "quizapp.db"
    before = state(home)
    make_older(database, older)
    assert revision(database) == older
    assert forge.run("due", home=home, now=LATER).status == (0 if older == REVISIONS[-1] else 2)
    assert revision(database) == older  # a glance upgrades nothing
    assert forge.run("list", home=home, now=LATER).status == 0
    assert revision(database) == REVISIONS[-1]
    assert state(home) == before
    assert_sound(forge, home)
    assert forge.run("doctor", "--rebuild", home=home).stderr == "rebuilt the schedule: 0 cards differed\n"
    copies = list((home / "backups").glob(f"before-{REVISIONS[-1]}-*.db"))
    assert [revision(copy) for copy in copies] == ([] if older == REVISIONS[-1] else [older])


@pytest.mark.parametrize("older", REVISIONS[:-1])
def test_an_upgrade_killed_at_any_statement_is_as_if_never_begun(forge: Forge, tmp_path: Path, older: str) -> None:
    kept = used(forge, tmp_path / "kept")
    before = state(kept)
    make_older(kept / "quizapp.db", older)
    step, killed = 0, True
    while killed:
        home = tmp_path / f"home{step}"
        shutil.copytree(kept, home)
        run = forge.run(str(step), home=home, script=_KILLED, now=LATER)
        killed = run.status == -signal.SIGKILL
        assert killed or run.status == 0, run.stderr
        assert integrity(home / "quizapp.db") == []
        assert revision(home / "quizapp.db") == (older if killed else REVISIONS[-1])
        assert answers(home) == answers(kept)
        assert forge.run("list", home=home, now=LATER).status == 0
        assert [row[1:] for row in state(home)["log"]] == [row[1:] for row in before["log"]]
        assert state(home)["schedule"] == before["schedule"]
        shutil.rmtree(home)
        step += stride(6)
    assert step > 1
