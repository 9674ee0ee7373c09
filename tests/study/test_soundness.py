"""Where things are and whether they are sound: always findings, never an error."""

import shutil
import sqlite3
from collections import namedtuple
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.errors import Damaged
from quizapp.paths import Places
from quizapp.scheduling.log import What
from quizapp.store.copies.backups import copy_aside, restore
from quizapp.study.editing.unfinished import keep_refused
from quizapp.study.soundness import Finding, examine
from tests.conftest import NOW, questions
from tests.study.desks import GOOD, Learner


def named(places: Places, name: str) -> list[Finding]:
    return [finding for finding in examine(places, NOW) if finding.name == name]


def wrong(places: Places) -> list[str]:
    return [finding.name for finding in examine(places, NOW) if finding.ok is False]


def test_before_the_first_start_nothing_is_wrong_and_nothing_is_made(where: Places, home: Path) -> None:
    assert wrong(where) == []
    assert not home.exists()


def test_a_collection_in_use_is_sound(learner: Learner) -> None:
    learner.start()
    learner.answer()
    found = {finding.name: finding for finding in examine(learner.where, NOW)}
    assert wrong(learner.where) == []
    assert found["database"] == Finding("database", True, str(learner.where.database))
    assert (found["schema"].ok, found["schedule"].ok) == (True, True)
    assert found["log"].detail == "rows: 1"
    assert found["known cards"].detail == "cards: 8, faults in their files: 0"


def test_looking_changes_nothing(learner: Learner, where: Places) -> None:
    learner.collection.close()
    before = {path: path.read_bytes() for path in where.data.rglob("*") if path.is_file()}
    examine(where, NOW + timedelta(days=9))
    assert {path: path.read_bytes() for path in where.data.rglob("*") if path.is_file()} == before


def test_every_place_is_told(learner: Learner, where: Places) -> None:
    told = "\n".join(finding.detail for finding in examine(where, NOW))
    for place in (where.config_file, where.database, where.cards, where.backups):
        assert str(place) in told


def test_a_schedule_that_is_not_the_fold_of_the_log_is_told(learner: Learner, where: Places) -> None:
    learner.start()
    learner.answer()
    with closing(sqlite3.connect(where.database)) as connection:
        connection.execute("UPDATE schedule SET interval = 99")
        connection.commit()
    (found,) = named(where, "schedule")
    assert found.ok is False
    assert "t/a" in found.detail


@pytest.mark.parametrize("content", [b"no database" * 500, b"SQLite format 3\x00" + b"x" * 9000])
def test_a_damaged_database_is_a_finding(where: Places, content: bytes) -> None:
    where.data.mkdir()
    where.database.write_bytes(content)
    assert wrong(where) == ["database"]
    assert where.database.read_bytes() == content


def test_another_programs_database_is_a_finding(where: Places) -> None:
    where.data.mkdir()
    with closing(sqlite3.connect(where.database)) as connection:
        connection.execute("CREATE TABLE notes (id INTEGER)")
    assert wrong(where) == ["database"]


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("CREATE VIEW more AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n", "more"),
        ("CREATE TRIGGER more AFTER INSERT ON log BEGIN DELETE FROM card; END", "more"),
        ("ALTER TABLE setting ADD COLUMN more AS (key)", "setting.more"),
    ],
    ids=["view", "trigger", "column"],
)
def test_what_no_backup_would_bring_back_is_told_before_one_is_needed(
    learner: Learner, where: Places, statement: str, name: str
) -> None:
    with closing(sqlite3.connect(where.database)) as connection:
        connection.execute(statement)
    copy = copy_aside(where.database, where.backups, NOW, "manual")
    assert wrong(where) == ["database"]
    (found,) = named(where, "database")
    assert found.detail == (
        f"{where.database} holds {name}, and with that `quizapp restore` takes no backup of it: "
        "drop it with sqlite3, then make a backup (`quizapp backup`)"
    )
    with pytest.raises(Damaged, match=f"{name} is no table"):
        restore(copy, where.database)


def test_an_empty_file_is_nothing_to_worry_about(where: Places) -> None:
    where.data.mkdir()
    where.database.touch()
    assert wrong(where) == []


def test_a_newer_schema_is_a_finding(learner: Learner, where: Places) -> None:
    with closing(sqlite3.connect(where.database)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    assert [finding.detail for finding in named(where, "database") if finding.ok is False] == [
        f"{where.database} was written by a newer quizapp (schema 9999): upgrade quizapp to open it"
    ]


def test_settings_that_make_no_sense_are_a_finding(where: Places) -> None:
    where.config.mkdir()
    where.config_file.write_text("new_per_day = -1")
    (found,) = named(where, "settings")
    assert found.ok is False
    assert "new_per_day" in found.detail


def test_a_folder_of_cards_that_is_missing_is_a_finding(where: Places, tmp_path: Path) -> None:
    where.config.mkdir()
    where.config_file.write_text(f'folders = ["{tmp_path}/gone"]')
    missing = Finding("cards", False, f"{tmp_path}/gone, missing")
    assert missing in named(where, "cards")


def test_faults_of_card_files_are_counted(learner: Learner, where: Places) -> None:
    learner.read(d__t=questions("a"), d__u="## One {#a}\n\nx\n\n## Two {#a}\n\ny\n")
    (found,) = named(where, "known cards")
    assert found.detail == "cards: 2, faults in their files: 1"


def test_the_newest_backups_age_and_soundness_are_told(learner: Learner, where: Places) -> None:
    learner.now = NOW - timedelta(days=3)
    learner.restart()
    (found,) = named(where, "backups")
    assert (found.ok, found.detail) == (True, f"{where.backups}, 1 kept, the newest 3 days old")
    (backup,) = where.backups.iterdir()
    backup.write_bytes(b"damaged" * 999)
    assert wrong(where) == ["backups"]


def test_a_disk_almost_full_is_a_finding(where: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(2**30, 2**30, 5 * 2**20))
    (found,) = named(where, "disk")
    assert found.ok is False
    assert found.detail.startswith("5 MiB free")


def test_refused_cards_are_counted_where_there_are_any(where: Places) -> None:
    assert named(where, "refused cards") == []
    for text in ("## One?", "## Two?"):
        keep_refused(text, where, NOW)
    (found,) = named(where, "refused cards")
    assert found.ok is None
    assert found.detail.startswith(f"files: 2, {where.data / 'drafts'}; ")


def test_answers_of_days_to_come_are_told_until_they_are_undone_or_their_card_is_new_again(learner: Learner) -> None:
    learner.tomorrow(days=30)
    learner.start()
    learner.answers(GOOD, GOOD)
    assert wrong(learner.where) == ["clock"]
    told = named(learner.where, "clock")[0].detail
    assert told.startswith(
        f"cards answered on days to come: 2, first on {learner.now.date()} (t/a, t/b); a clock was wrong"
    )
    learner.undo()
    assert "cards answered on days to come: 1" in named(learner.where, "clock")[0].detail
    learner.now = NOW
    learner.mark("t/a", What.RESET)
    assert wrong(learner.where) == []


def test_tomorrow_may_have_come_elsewhere_on_earth(learner: Learner) -> None:
    learner.tomorrow()
    learner.start()
    learner.answer()
    assert wrong(learner.where) == []
