"""What waits, read without SQLAlchemy: the same as the collection says."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.errors import Damaged, SchemaTooNew
from quizapp.paths import Places
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.store.collection import Collection
from quizapp.store.waiting.glance import choices, glance
from tests.conftest import NOW, questions, write_cards
from tests.store.days import said_of_a_day
from tests.store.rows import good, row

TODAY = NOW.date()
CARDS = ("one/x", "one/r", "one/r~reverse", "two/z", "two/gone")
EVENTS = st.tuples(
    st.sampled_from(CARDS), st.sampled_from([*[What.ANSWER] * 5, *What]), st.sampled_from(Grade), st.integers(-9, 0)
)


def agree(collection: Collection, path: Path, days: range) -> None:
    for later in days:
        day = TODAY + timedelta(days=later)
        with glance(path, day) as waits:
            assert said_of_a_day(waits) == said_of_a_day(collection.waits(day))


def said_of(path: Path) -> None:
    with glance(path, TODAY) as waits:
        said_of_a_day(waits)


def fill(collection: Collection, root: Path, events: Sequence[tuple[str, What, Grade, int]]) -> None:
    cards = {
        "a/one.md": questions("x") + "\n" + questions("r", marks=" .reverse"),
        "b/two.md": questions("z", "gone"),
        "b/deck.toml": "order = 1",
    }
    collection.read_folders([write_cards(root, cards)], NOW)
    for card, what, grade, days in events:
        at = NOW + timedelta(days=days)
        graded = grade if what in (What.ANSWER, What.PRACTICE, What.IMPORTED) else None
        done = row(card, what, graded, at, undoes="row-000000" if what is What.UNDO else None)
        collection.append([done])
    collection.read_folders([write_cards(root, {"b/two.md": questions("z")})], NOW)


def test_nothing_waits_where_there_is_no_database_yet(where: Places) -> None:
    with glance(where.database, TODAY) as waits:
        assert waits is None
    where.data.mkdir()
    where.database.touch()
    with glance(where.database, TODAY) as waits:
        assert waits is None
    assert choices(where.database) == {}


@settings(max_examples=15, deadline=None)
@given(st.lists(EVENTS, max_size=12))
def test_a_glance_sees_what_the_collection_says(events: list[tuple[str, What, Grade, int]]) -> None:
    with TemporaryDirectory() as folder, Collection(Path(folder) / "q.db", Path(folder) / "b", NOW) as collection:
        fill(collection, Path(folder) / "cards", events)
        agree(collection, collection.path, range(-3, 9, 3))


def test_a_glance_sees_what_is_still_in_the_write_ahead_log(collection: Collection, tmp_path: Path) -> None:
    fill(collection, tmp_path / "cards", [])
    collection.append([good("one/x")])
    with glance(collection.path, TODAY) as waits:
        assert waits is not None
        assert waits.answered() == {"one/x": "one/x"}


def test_a_glance_leaves_nothing_behind(collection: Collection, where: Places) -> None:
    collection.close()
    before = where.database.read_bytes()
    with glance(where.database, TODAY) as waits:
        assert waits is not None
        waits.new()
    assert [path.name for path in where.data.iterdir()] == [where.database.name]
    assert where.database.read_bytes() == before


def test_choices_are_those_of_the_collection(collection: Collection, where: Places) -> None:
    collection.set("new_per_day", 3)
    collection.set("language", "zh")
    assert choices(where.database) == collection.settings() == {"new_per_day": 3, "language": "zh"}


def test_a_locked_database_is_waited_for(collection: Collection, where: Places) -> None:
    collection.close()
    other = sqlite3.connect(where.database, isolation_level=None, check_same_thread=False)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    leaving = Timer(0.1, other.close)
    leaving.start()
    with glance(where.database, TODAY) as waits:
        assert waits is not None
    leaving.join()


def test_a_damaged_database_is_told(where: Places) -> None:
    where.data.mkdir()
    where.database.write_bytes(b"no database" * 500)
    with pytest.raises(Damaged):
        said_of(where.database)


def test_a_newer_schema_is_told(collection: Collection, where: Places) -> None:
    with closing(sqlite3.connect(where.database)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(SchemaTooNew):
        said_of(where.database)
