"""A collection kept by a PostgreSQL server: what is set there, and what is told when it cannot be used."""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest
from sqlalchemy import text

from quizapp.errors import Damaged, SchemaTooNew, StoreError
from quizapp.paths import Places
from quizapp.store.collection import Collection
from quizapp.store.engines.address import Address
from quizapp.store.engines.engine import reading, writing
from quizapp.store.engines.postgres import Server
from tests.conftest import NOW
from tests.store.rows import good

pytestmark = pytest.mark.parametrize("place", ["postgresql"], indirect=True)


@contextmanager
def bare(place: Address) -> Iterator[Any]:
    import psycopg  # where it is missing these tests are skipped

    with closing(psycopg.connect(place.url, autocommit=True)) as connection:
        yield connection


def lose_connections(place: Address) -> None:
    ours = "datname = current_database() AND pid <> pg_backend_pid()"  # other tests are on the server too
    with bare(place) as other:
        other.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {ours}")


def opened(place: Address, where: Places) -> Collection:
    return Collection(place, where.backups, NOW)


def test_nothing_lies_in_the_learners_folders(collection: Collection, place: Address, where: Places) -> None:
    collection.append([good("t/a")])
    collection.checkpoint()
    with opened(place, where) as again:
        assert (again.warning, again.device) == (None, collection.device)
    assert not where.data.exists()


def test_each_machine_has_a_name_of_its_own_that_stays(
    collection: Collection, place: Address, where: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platform.node", lambda: "elsewhere")
    with opened(place, where) as other:
        assert other.device != collection.device
        with opened(place, where) as again:
            assert again.device == other.device


def test_a_read_sees_one_state_and_changes_nothing(collection: Collection, place: Address) -> None:
    engine = Server(place).open()
    with reading(engine) as connection:
        before = connection.execute(text("SELECT count(*) FROM log")).scalar()
        collection.append([good("t/a")])
        assert connection.execute(text("SELECT count(*) FROM log")).scalar() == before == 0
    with pytest.raises(StoreError, match="may not be written"), reading(engine) as connection:
        connection.execute(text("DELETE FROM setting"))
    engine.dispose()


def test_who_writes_waits_for_a_turn_and_is_told_when_none_comes(
    collection: Collection, place: Address, where: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizapp.store.engines.postgres.BUSY_SECONDS", 0.01)
    with opened(place, where) as impatient:
        with writing(collection._engine), pytest.raises(StoreError, match="is in use by another program: try again"):
            impatient.append([good("t/a")])
        assert impatient.append([good("t/a")]) == 1


def test_a_server_started_anew_is_no_matter(collection: Collection, place: Address) -> None:
    lose_connections(place)
    assert collection.append([good("t/a")]) == 1


def test_a_server_that_leaves_in_the_middle_is_told_and_nothing_is_half_written(
    collection: Collection, place: Address
) -> None:
    def write() -> None:
        with writing(collection._engine) as mine:
            mine.execute(text("INSERT INTO setting VALUES ('half', '1')"))
            lose_connections(place)
            mine.execute(text("INSERT INTO setting VALUES ('whole', '2')"))

    with pytest.raises(StoreError, match=r"cannot be reached \(.*terminat.*\)"):
        write()
    assert collection.settings() == {}


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("postgresql://me:geheim@127.0.0.1:1/quiz", "Connection refused"),
        ("postgresql://me:geheim@/quiz?host={nowhere}", "No such file or directory"),
        ("postgresql://me:geheim@127.0.0.1:1/quiz?geheim=1", "invalid URI query parameter"),
        ("postgresql://me:gehe%zzim@127.0.0.1:1/quiz", "invalid percent-encoded token"),
    ],
)
def test_a_server_that_is_away_is_told_in_one_line_without_the_password(
    place: Address, where: Places, url: str, reason: str
) -> None:
    with pytest.raises(StoreError) as told:
        opened(Address.read(url.format(nowhere=where.data)), where)
    assert reason in told.value.message
    assert "\n" not in str(told.value)
    assert "geheim@" not in str(told.value)
    assert "gehe%zzim" not in str(told.value)


def test_a_database_that_is_not_there_is_told(place: Address, where: Places) -> None:
    with pytest.raises(StoreError, match=r"cannot be reached \(FATAL: +database .* does not exist\)"):
        opened(Address.read(place.url.replace("/test_", "/none_")), where)


def test_without_the_driver_it_is_said_what_to_install(
    place: Address, where: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = r"psycopg is not installed: install it with `pip install 'quizapp\[postgres\]'`"
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "psycopg", None)
        with pytest.raises(StoreError, match=told):
            opened(place, where)


def test_a_newer_schema_is_refused_and_left_alone(collection: Collection, place: Address, where: Places) -> None:
    with bare(place) as other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SchemaTooNew, match="was written by a newer quizapp"):
        opened(place, where)


def test_another_programs_tables_are_refused_and_left_alone(place: Address, where: Places) -> None:
    with bare(place) as other:
        other.execute("DROP TABLE log")
    with pytest.raises(Damaged, match="is a database of another program"):
        opened(place, where)
    with bare(place) as other:
        assert other.execute("SELECT to_regclass('log')").fetchone() == (None,)


def test_a_user_who_may_not_write_is_told(collection: Collection, place: Address, where: Places) -> None:
    with bare(place) as other:
        other.execute("CREATE ROLE reader LOGIN")
        other.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader")
    try:
        with opened(Address.read(place.url.replace("postgres@", "reader@")), where) as limited:
            assert limited.device == collection.device
            with pytest.raises(StoreError, match="may not be changed by this user: let the user own the database"):
                limited.append([good("t/a")])
    finally:
        with bare(place) as other:
            other.execute("DROP OWNED BY reader")
            other.execute("DROP ROLE reader")


def test_a_text_that_postgresql_cannot_keep_is_told_and_nothing_is_kept(collection: Collection) -> None:
    with pytest.raises(StoreError, match="NUL"):
        collection.append([good("t/b"), good("t/\x00")])
    assert collection.history("t/b") == []


def test_a_database_without_unicode_is_refused(place: Address, where: Places) -> None:
    with bare(place) as other:
        other.execute("CREATE DATABASE ascii TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'")
    name = place.url.partition("@/")[2].partition("?")[0]
    try:
        with pytest.raises(StoreError, match="keeps texts as SQL_ASCII"):
            opened(Address.read(place.url.replace(name, "ascii")), where)
    finally:
        with bare(place) as other:
            other.execute("DROP DATABASE ascii WITH (FORCE)")
