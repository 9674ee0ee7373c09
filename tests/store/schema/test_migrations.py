"""The schema: what the migrations make, and when they run."""

import resource
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import event

from quizapp.errors import Damaged, SchemaTooNew, StoreError
from quizapp.paths import Places
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.store.collection import Collection
from quizapp.store.engines.database import Place
from quizapp.store.engines.engine import writing
from quizapp.store.engines.sqlite import open_engine
from quizapp.store.schema import revisions, upgrading
from tests.conftest import NOW, questions, write_cards
from tests.faults.schemas import make_older
from tests.store.rows import good, row

LATER = NOW + timedelta(minutes=5)
_LATER = '''"""A later schema."""

import sqlalchemy as sa
from alembic import op

revision = "later"
down_revision = "0008"


def upgrade() -> None:
    op.create_table("another", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("INSERT INTO setting VALUES ('half', '1')")
    {end}
'''


@pytest.fixture
def newer_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program as it will be after another revision; the file of that revision."""
    migrations = tmp_path / "migrations"
    shutil.copytree(upgrading.MIGRATIONS, migrations, ignore=shutil.ignore_patterns("__pycache__"))
    script = migrations / "versions" / "later.py"
    script.write_text(_LATER.format(end="pass"))
    monkeypatch.setattr(upgrading, "MIGRATIONS", migrations)
    monkeypatch.setattr(revisions, "REVISIONS", (*revisions.REVISIONS, "later"))
    return script


def revision(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


@pytest.mark.parametrize("place", ["postgresql"], indirect=True)
def test_a_schema_of_a_server_is_upgraded_and_keeps_its_rows(
    collection: Collection, place: Place, where: Places, newer_program: Path
) -> None:
    collection.append([row("t/a", What.ANSWER, Grade.GOOD)])
    newer_program.write_text(_LATER.format(end='op.execute("INSERT INTO nowhere VALUES (1)")'))
    with pytest.raises(StoreError, match="nowhere"):
        Collection(place, where.backups, LATER)
    assert collection.settings() == {}
    newer_program.write_text(_LATER.format(end="pass"))
    with Collection(place, where.backups, LATER) as upgraded:
        assert len(upgraded.history("t/a")) == 1
        assert upgraded.settings() == {"half": 1}


def test_the_known_revisions_are_those_of_the_scripts() -> None:
    config = Config()
    config.set_main_option("script_location", str(upgrading.MIGRATIONS))
    scripts = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(reversed([script.revision for script in scripts])) == revisions.REVISIONS


def test_alembic_is_not_imported_when_the_schema_is_up_to_date(collection: Collection, where: Places) -> None:
    script = (
        "import sys; from datetime import UTC, datetime; from quizapp.paths import places\n"
        "from quizapp.store.collection import Collection\n"
        "here = places(); Collection(here.database, here.backups, datetime(2026, 3, 4, tzinfo=UTC)).close()\n"
        "print('alembic' in sys.modules, 'sqlalchemy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


def test_an_older_schema_is_upgraded_and_keeps_its_rows(
    collection: Collection, where: Places, newer_program: Path
) -> None:
    collection.append([row("t/a", What.ANSWER, Grade.GOOD)])
    collection.close()
    with Collection(where.database, where.backups, LATER) as upgraded:
        assert len(upgraded.history("t/a")) == 1
    assert revision(where.database) == "later"


def test_an_older_schema_is_copied_aside_before_it_is_upgraded(
    collection: Collection, where: Places, newer_program: Path
) -> None:
    collection.append([row("t/a", What.ANSWER, Grade.GOOD)])
    collection.close()
    Collection(where.database, where.backups, LATER).close()
    (copy,) = where.backups.glob("before-later-*.db")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM log").fetchone() == (1,)
    assert revision(copy) == "0008"


def test_an_upgrade_that_fails_half_way_leaves_everything_as_it_was(
    collection: Collection, where: Places, newer_program: Path
) -> None:
    collection.close()
    newer_program.write_text(_LATER.format(end='op.execute("INSERT INTO nowhere VALUES (1)")'))
    with pytest.raises(StoreError, match="nowhere"):
        Collection(where.database, where.backups, LATER)
    with closing(sqlite3.connect(where.database)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        assert connection.execute("SELECT count(*) FROM setting WHERE key = 'half'").fetchone() == (0,)
    assert "another" not in tables
    assert revision(where.database) == "0008"
    assert not list(where.backups.glob("before-*")), "it would be one more at every start"


def test_a_database_of_a_newer_program_is_refused_and_left_alone(
    collection: Collection, where: Places, newer_program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collection.close()
    Collection(where.database, where.backups, LATER).close()
    monkeypatch.setattr(revisions, "REVISIONS", revisions.REVISIONS[:-1])
    before = where.database.read_bytes()
    with pytest.raises(SchemaTooNew) as told:
        Collection(where.database, where.backups, LATER + timedelta(days=3))
    assert str(told.value) == (
        f"{where.database} was written by a newer quizapp (schema later): upgrade quizapp to open it"
    )
    assert where.database.read_bytes() == before


def test_another_programs_database_is_refused_and_left_alone(where: Places) -> None:
    where.data.mkdir()
    with closing(sqlite3.connect(where.database)) as connection:
        connection.execute("CREATE TABLE notes (id INTEGER)")
    before = where.database.read_bytes()
    with pytest.raises(Damaged, match="another program"):
        Collection(where.database, where.backups, NOW)
    assert where.database.read_bytes() == before
    assert [path.name for path in where.data.iterdir()] == [where.database.name]


def test_opening_again_makes_no_copy_before_an_upgrade(collection: Collection, where: Places) -> None:
    collection.close()
    Collection(where.database, where.backups, LATER).close()
    assert not list(where.backups.glob("before-*"))


def test_cards_and_their_notes_survive_the_column_that_said_which_kinds_are_shown(where: Places) -> None:
    where.data.mkdir()
    engine = open_engine(where.database)
    upgrading.upgrade(engine, "0001")
    with writing(engine) as connection:
        connection.exec_driver_sql("INSERT INTO deck VALUES ('d', 1, '{}')")
        connection.exec_driver_sql("INSERT INTO topic VALUES ('t', 'd', '{}')")
        card = "('t/a', 't', 'd', 'check', '[]', 0, 't/a', '[]', 0, '{}', '', 'f.md', 1, NULL)"
        connection.exec_driver_sql(f"INSERT INTO card VALUES {card}")
        for mend in ("this version does not show it yet", "reword it"):
            connection.exec_driver_sql("INSERT INTO fault VALUES (NULL, 'f.md', 1, 1, 'x', ?, 1)", (mend,))
    engine.dispose()
    with Collection(where.database, where.backups, LATER) as upgraded:
        assert [waiting.card for waiting in upgraded.waits(NOW.date()).new()] == ["t/a"]
        assert [fault.mend for fault in upgraded.faults()] == ["reword it"]


def test_card_files_are_read_again_for_the_table_that_searches_read(
    collection: Collection, where: Places, tmp_path: Path
) -> None:
    root = write_cards(tmp_path / "cards", {"t.md": questions("a")})
    collection.read_folders([root], LATER)
    collection.close()
    make_older(where.database, "0003")
    with Collection(where.database, where.backups, LATER) as upgraded:
        upgraded.read_folders([root], LATER)
        assert [card.id for card in upgraded.listed()] == ["t/a"]


def test_what_waits_is_counted_after_an_upgrade_as_before(
    collection: Collection, where: Places, tmp_path: Path
) -> None:
    root = write_cards(tmp_path / "cards", {"d/t.md": questions("a", "b", "c") + questions("r", marks=" .reverse")})
    collection.read_folders([root], NOW)
    collection.append([good("t/a"), good("t/gone"), row("t/b", What.SUSPEND), good("t/r"), good("t/c")])
    write_cards(root, {"d/t.md": questions("a", "b") + questions("r", marks=" .reverse")})
    collection.read_folders([root], NOW)
    day = NOW.date() + timedelta(days=1)
    due, new, held = collection.waits(day).due(), collection.waits(day).new(), collection.deck_counts()
    assert ([card.card for card in due], [card.card for card in new]) == (["t/a", "t/r"], ["t/r~reverse"])
    schedule = "SELECT card, deck, family FROM schedule ORDER BY card"
    collection.close()
    with closing(sqlite3.connect(where.database)) as connection:
        kept = connection.execute(schedule).fetchall()
    make_older(where.database, "0004")
    with Collection(where.database, where.backups, LATER) as upgraded:
        assert (upgraded.waits(day).due(), upgraded.waits(day).new(), upgraded.deck_counts()) == (due, new, held)
    with closing(sqlite3.connect(where.database)) as connection:
        assert connection.execute(schedule).fetchall() == kept


@pytest.mark.parametrize("room", [100, 400, 700, 1_000])
def test_a_disk_that_is_full_in_the_middle_of_an_upgrade_is_told_as_that(
    where: Places, tmp_path: Path, room: int
) -> None:
    cards = {f"t{number}.md": questions(*(f"c{number}" for number in range(99))) for number in range(9)}
    with Collection(where.database, where.backups, NOW) as collection:
        collection.read_folders([write_cards(tmp_path / "cards", cards)], NOW)
    make_older(where.database)
    engine = open_engine(where.database)
    event.listen(engine, "connect", lambda driver, _: driver.execute("PRAGMA cache_size = 8"))  # as if it were large
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room * 1_024, limits[1]))
    try:
        with pytest.raises(StoreError, match="can be neither read nor written"):
            upgrading.upgrade(engine)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    engine.dispose()
    assert revision(where.database) == revisions.REVISIONS[0]
    upgrading.upgrade(engine)
    assert revision(where.database) == revisions.REVISIONS[-1]
