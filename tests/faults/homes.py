"""Homes that are shaken, and what must hold of them afterwards."""

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

from tests.faults.forge import NOW, Forge, Run

CARDS = 40
AFTERWARDS = "2026-03-06T09:30:00+00:00"
"""When all that is done to them lies in the past."""
_CARDS = "SELECT id, replace(content, ?, ''), archived_at IS NULL FROM card ORDER BY id"


def furnished(home: Path, cards: int = CARDS, settings: str = "") -> Path:
    """A home with one deck of plain cards, all of which may come today."""
    (home / "cards" / "deck").mkdir(parents=True)
    text = "".join(f"\n## What is {number}? {{#q{number}}}\n\nIt is {number}.\n" for number in range(cards))
    (home / "cards" / "deck" / "t.md").write_text(f"# Topic\n{text}", encoding="utf-8")
    (home / "config.toml").write_text(f"bundled = false\nnew_per_day = 9999\n{settings}", encoding="utf-8")
    return home


def reviewed(forge: Forge, home: Path, answers: int, now: str = NOW) -> Run:
    """Answers cards, line by line."""
    return forge.run("review", "--plain", home=home, typed="\n3\n" * answers, now=now)


def assert_sound(forge: Forge, home: Path) -> None:
    """Nothing is wrong with a home that the program could tell, and nothing half-made lies about."""
    looked = forge.run("doctor", home=home, now=AFTERWARDS)
    assert (looked.status, looked.stderr) == (0, ""), looked.stdout + looked.stderr
    assert "WRONG" not in looked.stdout


def answers(home: Path) -> Counter[str]:
    """How often each card was answered, as the log says, by their ids without the topic."""
    with closing(sqlite3.connect(home / "quizapp.db")) as connection:
        rows = connection.execute("SELECT card FROM log WHERE what = 'answer'").fetchall()
    return Counter(card.partition("/")[2] for (card,) in rows)


def state(home: Path) -> dict[str, list[tuple[object, ...]]]:
    """What is kept of cards and progress, without the names of rows and machines, and without what a clock says."""
    with closing(sqlite3.connect(home / "quizapp.db")) as connection:
        return {
            "card": connection.execute(_CARDS, (str(home),)).fetchall(),
            "log": connection.execute("SELECT card, at, what, grade FROM log ORDER BY card, at, uuid").fetchall(),
            "schedule": connection.execute("SELECT * FROM schedule ORDER BY card").fetchall(),
        }


def files(folder: Path) -> set[str]:
    """The files below a folder, by their paths in it, but for those that SQLite keeps beside an open database."""
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return {name for name in found if not name.endswith(("-wal", "-shm"))}
