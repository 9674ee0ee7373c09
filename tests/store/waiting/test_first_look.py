"""What is read before SQLAlchemy is there: the same as the collection says."""

import sqlite3
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.errors import Damaged, SchemaTooNew, StoreError
from quizapp.paths import Places
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.store.collection import Collection
from quizapp.store.engines.looking import BUSY_SECONDS
from quizapp.store.waiting.first_look import FirstLook, first_look
from tests.conftest import NOW, questions, write_cards
from tests.store.rows import good, row

TODAY = NOW.date()


@pytest.fixture
def filled(collection: Collection, tmp_path: Path) -> Collection:
    """Two decks, a fault and a note, answers, one of them taken back, choices."""
    cards = {
        "a/one.md": questions("x", "y", title="One"),
        "b/two.md": questions("z", title="Two"),
        "b/deck.toml": "order = 1\n\n[title]\nen = 'Second'\nzh = '二'\n",
        "c/odd.md": "## Nothing follows\n",
    }
    collection.read_folders([write_cards(tmp_path / "cards", cards)], NOW)
    collection.append([good("one/x"), row("one/y", What.ANSWER, Grade.AGAIN, NOW - timedelta(days=3))])
    collection.append([row("two/z", What.ANSWER, Grade.GOOD, NOW)])
    collection.set("new_per_day", 3)
    return collection


def looked(collection: Collection, where: Places) -> FirstLook:
    """A first look at it."""
    look = first_look(collection.path, where.backups)
    assert look is not None
    return look


def test_a_look_says_what_the_collection_says(filled: Collection, where: Places) -> None:
    look = looked(filled, where)
    assert [(deck.id, deck.titles) for deck in look.decks()] == [(deck.id, deck.titles) for deck in filled.decks()]
    assert look.deck_counts() == filled.deck_counts()
    assert look.activity() == filled.activity()
    assert look.fault_count() == filled.fault_count() == sum(not fault.note for fault in filled.faults()) > 0
    assert look.choices() == filled.settings() == {"new_per_day": 3}
    for days in range(-2, 20, 4):
        day = TODAY + timedelta(days=days)
        assert look.next_due(day) == filled.next_due(day)
        assert look.waits(day).new() == filled.waits(day).new()
        assert look.waits(day).due() == filled.waits(day).due()
    look.close()


def test_a_look_reads_what_cards_and_topics_say(filled: Collection, where: Places) -> None:
    look = looked(filled, where)
    card, topic = filled.card("one/x"), filled.topic("one")
    assert card is not None
    assert topic is not None
    assert look.card("one/x") == card.model_dump(mode="json")
    assert look.topic_titles("one") == topic.titles
    assert look.card("one/none") is None
    assert look.topic_titles("none") == {}
    look.close()


def test_a_look_sees_one_moment(filled: Collection, where: Places) -> None:
    look = looked(filled, where)
    before = look.deck_counts()
    filled.append([good("one/y")])
    assert look.deck_counts() == before
    look.close()


def test_a_look_leaves_nothing_behind(filled: Collection, where: Places) -> None:
    filled.close()
    before = where.database.read_bytes()
    looked(filled, where).close()
    assert [path.name for path in where.data.iterdir()] == [where.database.name]
    assert where.database.read_bytes() == before


def test_there_is_nothing_to_look_at_before_anything_was_kept(where: Places) -> None:
    assert first_look(where.database, where.backups) is None
    where.data.mkdir()
    where.database.touch()
    assert first_look(where.database, where.backups) is None


def test_nor_where_an_older_program_kept_it(filled: Collection, where: Places) -> None:
    _revise(filled, "0001")
    assert first_look(where.database, where.backups) is None


def test_what_a_newer_program_kept_is_told(filled: Collection, where: Places) -> None:
    _revise(filled, "9999")
    with pytest.raises(SchemaTooNew):
        first_look(where.database, where.backups)


@pytest.mark.parametrize("content", [b"", b"x", b"no database" * 500])
def test_a_damaged_database_is_told_and_left_as_it_is(where: Places, content: bytes) -> None:
    where.backups.mkdir(parents=True)
    (where.backups / "2026-03-03.db").touch()
    where.database.write_bytes(content)
    with pytest.raises(Damaged):
        first_look(where.database, where.backups)
    assert where.database.read_bytes() == content


def test_what_makes_no_sense_is_told(filled: Collection, where: Places) -> None:
    with closing(sqlite3.connect(where.database)) as connection, connection:
        connection.execute("UPDATE card SET content = '{'")
        connection.execute("UPDATE deck SET titles = 'x'")
    look = looked(filled, where)
    with pytest.raises(Damaged):
        look.card("one/x")
    with pytest.raises(Damaged):
        look.decks()
    look.close()


def _revise(collection: Collection, revision: str) -> None:
    with closing(sqlite3.connect(collection.path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))


def test_a_locked_database_is_left_to_whoever_opens_it_and_not_waited_for(filled: Collection, where: Places) -> None:
    path = filled.path
    filled.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        began = time.monotonic()
        with pytest.raises(StoreError, match="in use by another program"):
            first_look(path, where.backups)
        assert time.monotonic() - began < BUSY_SECONDS / 2
