"""What a look at a database file tells: that it is sound, or what is wrong with it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from quizapp.store.engines.soundness import unsound


def test_a_name_that_is_no_text_is_told(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "mangled.db")) as made, made:
        made.execute("CREATE TABLE mangled (x)")
        made.execute("PRAGMA writable_schema = ON")
        made.execute("UPDATE sqlite_master SET name = CAST(X'80FF' AS TEXT) WHERE name = 'mangled'")
    with closing(sqlite3.connect(tmp_path / "mangled.db")) as read:
        assert "invalid start byte" in str(unsound(read))
