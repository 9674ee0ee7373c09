"""Backups made and brought back on request."""

from datetime import UTC, datetime
from pathlib import Path

from quizapp.config import configured
from quizapp.errors import QuizappError, StoreError, UsageError
from quizapp.paths import Places
from quizapp.store.backups import back_up, copy_aside, integrity, restore

_BESIDE = ("", "-wal", "-shm")


def make_backup(places: Places, file: Path | None, now: datetime, replace: bool = False) -> Path:
    """A backup in `file` (in it, if it is a folder), else among the others; where it lies. Raises QuizappError."""
    _refuse_a_server(places, "back it up with `pg_dump`")
    if not places.database.is_file():
        raise UsageError("there is no progress to back up yet", "it begins with your first review")
    if file is None or file.is_dir():
        return copy_aside(places.database, file or places.backups, now, "manual")
    if file.exists() and not replace:
        raise UsageError(f"{file} exists", "name another file, or add --force to replace it")
    back_up(places.database, file)
    return file


def bring_back(places: Places, backup: Path, now: datetime) -> Path | None:
    """Puts the state of `backup` in the place of all progress; where the state before lies, if there was one.

    Raises QuizappError, with everything as it was.
    """
    _refuse_a_server(
        places, "bring back with `pg_restore` what `pg_dump` wrote, or take in a file with `quizapp merge`"
    )
    if not places.database.is_file():
        restore(backup, places.database)
        return None
    if integrity(places.database):
        return _instead_of_damaged(places, backup, now)
    before = copy_aside(places.database, places.backups, now, "before-restore")
    try:
        restore(backup, places.database)
    except QuizappError:
        before.unlink(missing_ok=True)
        raise
    return before


def _refuse_a_server(places: Places, instead: str) -> None:
    if server := configured(places.config_file).settings.server:
        raise UsageError(f"your progress is kept by a server ({server})", instead)


def _instead_of_damaged(places: Places, backup: Path, now: datetime) -> Path:
    """What SQLite cannot read it cannot write over either: the files are put aside as they are."""
    fresh = places.database.with_name(f"{places.database.name}.restored")
    restore(backup, fresh)
    aside = places.backups / f"damaged-{now.astimezone(UTC):%Y%m%dT%H%M%S}.db"
    try:
        places.backups.mkdir(parents=True, exist_ok=True, mode=0o700)
        for ending in _BESIDE:
            old = places.database.with_name(places.database.name + ending)
            if old.exists():
                old.replace(aside.with_name(aside.name + ending))
        fresh.replace(places.database)
    except OSError as error:
        raise StoreError(f"{places.database} could not be put aside ({error})", "check its folder") from error
    return aside
