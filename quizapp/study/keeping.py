"""Backups made and brought back on request."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from quizapp.config import configured
from quizapp.errors import Damaged, QuizappError, StoreError, UsageError
from quizapp.i18n import F_
from quizapp.paths import Places
from quizapp.store.collection import Collection
from quizapp.store.copies.backups import DAMAGED, REPLACED, back_up, copy_aside, integrity, newest_sound, restore
from quizapp.store.copies.inspection import read_through
from quizapp.store.copies.salvage import salvage
from quizapp.study.merging.merge import merge
from quizapp.study.merging.sources import rows_in

_BESIDE = ("", "-wal", "-shm")


@dataclass(frozen=True)
class BroughtBack:
    """Where the state before lies, if there was one, and how many rows of its damaged log the backup did not have."""

    before: Path | None = None
    salvaged: int = 0


def make_backup(places: Places, file: Path | None, now: datetime, replace: bool = False) -> Path:
    """A backup in `file` (in it, if it is a folder), else among the others; where it lies. Raises QuizappError."""
    _refuse_a_server(places, F_("back it up with `pg_dump`"))
    if not places.database.is_file():
        raise UsageError(F_("there is no progress to back up yet"), F_("it begins with your first review"))
    if file is None or file.is_dir():
        return copy_aside(places.database, file or places.backups, now, "manual")
    if file.exists() and not replace:
        what = F_("{path} exists", path=file)
        raise UsageError(what, F_("name another file, or add --force to replace it"))
    back_up(places.database, file)
    return file


def to_bring_back(places: Places) -> Path | None:
    """The newest sound backup, for who names none; None where there is none, and the database is damaged.

    Raises UsageError where there is neither a backup nor damage.
    """
    found = newest_sound(places.backups)
    if found is None and not is_damaged(places):
        raise UsageError(F_("there is no sound backup in {folder}", folder=places.backups), F_("name a file"))
    return found


def is_damaged(places: Places) -> bool:
    """True if there is a database that cannot be read through, or that lost all it held, or all but its log."""
    if not places.database.is_file():
        return places.database.with_name(f"{places.database.name}-wal").exists()
    if places.database.stat().st_size == 0 or integrity(places.database):
        return True
    try:
        read_through(places.database)
    except Damaged:
        return True
    except StoreError:  # of another schema: as sound as its pages are
        pass
    return False


def bring_back(places: Places, backup: Path | None, now: datetime) -> BroughtBack:
    """Puts the state of `backup` in the place of all progress.

    A damaged database is put aside as it is, and what can be read of its log is added; without a backup that is all.
    Raises QuizappError, with everything as it was.
    """
    _refuse_a_server(
        places, F_("bring back with `pg_restore` what `pg_dump` wrote, or take in a file with `quizapp merge`")
    )
    if is_damaged(places):
        return _instead_of_damaged(places, backup, now)
    if backup is None:
        raise UsageError(F_("there is no backup to bring back"), F_("name a file"))
    if not places.database.is_file():
        restore(backup, places.database)
        return BroughtBack()
    before = copy_aside(places.database, places.backups, now, REPLACED)
    try:
        restore(backup, places.database)
    except QuizappError:
        before.unlink(missing_ok=True)
        raise
    return BroughtBack(before)


def _refuse_a_server(places: Places, instead: str) -> None:
    if server := configured(places.config_file).settings.server:
        raise UsageError(F_("your progress is kept by a server ({server})", server=server), instead)


def _instead_of_damaged(places: Places, backup: Path | None, now: datetime) -> BroughtBack:
    """What SQLite cannot read it cannot write over either: the files are put aside as they are."""
    with TemporaryDirectory(prefix="quizapp-") as folder:
        fresh = Path(folder) / places.database.name
        if backup is not None:
            restore(backup, fresh)
        else:
            Collection(fresh, fresh.parent, now).close()
        salvaged = _salvaged(places.database, fresh, now)
        back_up(fresh, _restored(places))
    return BroughtBack(_put_aside(places, now), salvaged)


def _salvaged(damaged: Path, fresh: Path, now: datetime) -> int:
    """Adds to the database `fresh` what can be read of a damaged log, each row judged; how many it did not have."""
    left = fresh.with_name("left.db")
    salvage(damaged, fresh, left)
    with Collection(fresh, fresh.parent, now) as collection, rows_in(left, now) as taken:
        return merge(collection, taken.rows, now).new


def _put_aside(places: Places, now: datetime) -> Path:
    """Puts the damaged files among the backups, and what was restored in their place; where they lie."""
    aside = places.backups / f"{DAMAGED}-{now.astimezone(UTC):%Y%m%dT%H%M%S}.db"
    try:
        places.backups.mkdir(parents=True, exist_ok=True, mode=0o700)
        for ending in _BESIDE:
            old = places.database.with_name(places.database.name + ending)
            if old.exists():
                old.replace(aside.with_name(aside.name + ending))
        _restored(places).replace(places.database)
    except OSError as error:
        what = F_("{path} could not be put aside ({why})", path=places.database, why=error)
        raise StoreError(what, F_("check its folder")) from error
    return aside


def _restored(places: Places) -> Path:
    return places.database.with_name(f"{places.database.name}.restored")
