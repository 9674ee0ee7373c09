"""The backups of each day: made when the program starts, and the last 14 kept. Standard library only."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from quizapp.errors import StoreError
from quizapp.i18n import F_
from quizapp.store.copies.backups import DATED, PART, STAMP, copy_aside, unlisted

KEPT = 14
_A_DAY = timedelta(days=1)
_DAILY = "daily"


def daily_backup(path: Path, backups: Path, now: datetime) -> Path | None:
    """Makes a backup if none was made today, by the clock on the wall, and lets go of all but the last 14.

    The new file, if any was made.
    """
    try:
        # A backup dated in the future, by a clock that was wrong, says nothing about today.
        if any(made <= now and _date(made) == _date(now) for made in map(made_at, daily_backups(backups))):
            return None
        made = copy_aside(path, backups, now, _DAILY)
        olds = (*daily_backups(backups)[:-KEPT], *_left_behind(backups, now))
    except OSError as error:
        raise unlisted(backups, error) from error
    for old in olds:
        try:
            old.unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(
                F_("{path} cannot be removed ({why})", path=old, why=error.strerror),
                F_("check the folder's permissions"),
            ) from error
    return made


def daily_backups(backups: Path) -> list[Path]:
    """The daily backups, oldest first."""
    return sorted(path for path in backups.glob(f"{_DAILY}-*.db") if _stamp(path) is not None)


def made_at(backup: Path) -> datetime:
    """When a daily backup was made: its name says so. Raises ValueError for any other file."""
    stamp = _stamp(backup)
    if stamp is None:
        raise ValueError(f"{backup} is no daily backup")
    return stamp


def _date(at: datetime) -> date:
    return at.astimezone().date()


def _left_behind(backups: Path, now: datetime) -> list[Path]:
    """Parts of backups that were never finished: whoever began them was killed."""
    dated = ((path, DATED.search(path.name.partition(".")[0])) for path in backups.glob(f"*{PART}*"))
    return [path for path, found in dated if found and found[0] < f"{now.astimezone(UTC) - _A_DAY:{STAMP}}"]


def _stamp(backup: Path) -> datetime | None:
    try:
        return datetime.strptime(backup.stem.removeprefix(f"{_DAILY}-"), STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
