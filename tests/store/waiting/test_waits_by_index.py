"""What the queue asks is answered by indexes: no table is read through, however large it is."""

import re
import sqlite3
from contextlib import closing

import pytest

from quizapp.store.collection import Collection
from quizapp.store.statements.texts import Statement
from quizapp.store.waiting import waits

READ_THROUGH = {"topic", "deck"}
"""Small tables; and what a statement made itself."""
ASKED = ("_GROUPS", "_KEPT_AWAY", "_AGAIN", "_EQUAL", "_NEW_OF", "_NEW_COUNTS", "_ANSWERED", "_DONE", "_NEXT_DUE")


@pytest.mark.parametrize("name", ASKED)
def test_no_large_table_is_read_through(collection: Collection, name: str) -> None:
    statement: Statement = getattr(waits, name)
    given = dict.fromkeys(re.findall(r":(\w+)", statement.text), "2026-03-04")
    with closing(sqlite3.connect(collection.path)) as connection:
        plan = [str(row[3]) for row in connection.execute(f"EXPLAIN QUERY PLAN {statement.text}", given)]
    assert {step.split()[1] for step in plan if step.startswith("SCAN")} <= {*READ_THROUGH, "counted"}


def test_what_is_due_is_counted_by_the_index_alone(collection: Collection) -> None:
    with closing(sqlite3.connect(collection.path)) as connection:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {waits._GROUPS.text}", {"day": "2026-03-04"}).fetchall()
    assert plan[0][3] == "SEARCH schedule USING COVERING INDEX ix_schedule_due (due<?)"
