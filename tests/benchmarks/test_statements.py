"""What a session said to SQLite, said again without us: the same comes of it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from benchmarks.homes.cards import NOW, Size, write_home
from benchmarks.homes.learning import learn
from benchmarks.library.desks import desk_in
from benchmarks.library.statements import Statements
from quizapp.scheduling.grades import Grade
from quizapp.study.sessions.scope import Scope
from quizapp.study.sessions.session import Session


def test_what_is_said_again_leaves_the_database_that_it_left(tmp_path: Path) -> None:
    write_home(tmp_path, tmp_path / "cards", Size(40, 10))
    with desk_in(tmp_path) as desk:
        desk.read_cards(NOW)
        learn(desk.collection, desk.collection.ids())
    before = _rows(tmp_path / "quizapp.db")
    with Statements(tmp_path) as statements:
        with desk_in(tmp_path) as desk:
            session = Session(desk.collection, desk.settings, Scope(), NOW)
            for _ in range(3):
                with statements.step():
                    session.answer(Grade.GOOD, NOW, 1_000)
            session.undo(NOW)
        assert _rows(statements.copy) == before
        assert len(statements.again()) == 3
        assert before != _rows(statements.copy) == _rows(tmp_path / "quizapp.db", but_last=True)


def _rows(database: Path, but_last: bool = False) -> list[tuple[object, ...]]:
    """All that is in the log; without the undo, which came after the last step."""
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT * FROM log ORDER BY uuid").fetchall()
    return [row for row in rows if not (but_last and "undo" in row)]
