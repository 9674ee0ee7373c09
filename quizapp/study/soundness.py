"""Where things are, and whether they are sound: what `quizapp doctor` tells. It looks, and changes nothing."""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from quizapp.config import Settings, configured
from quizapp.errors import QuizappError
from quizapp.paths import Places
from quizapp.store.copies.backups import daily_backups, integrity, made_at
from quizapp.store.copies.inspection import choices, days_to_come, differences, holdings, revision
from quizapp.store.engines.address import Address
from quizapp.store.engines.database import Place
from quizapp.store.engines.soundness import refuse_damaged
from quizapp.store.schema.revisions import REVISIONS
from quizapp.study.editing.unfinished import refused_files
from quizapp.study.opening import library_folders

LEAST_FREE = 100 * 2**20
"""Bytes of free disk space from which all is well: room for a large collection, its log and a backup."""
_NAMED = 5
_CLOCKS_APART = timedelta(days=1)
"""Somewhere on Earth it may be tomorrow already."""


@dataclass(frozen=True)
class Finding:
    """One thing looked at. `ok` is None where there is nothing to judge."""

    name: str
    ok: bool | None
    detail: str


def examine(places: Places, now: datetime, differing: Sequence[str] | None = None) -> list[Finding]:
    """Everything worth looking at; what is damaged or missing becomes a finding, never an error.

    `differing` are the cards whose schedule is not the fold of their log, where that was looked at just now.
    """
    with ThreadPoolExecutor(1) as aside:  # SQLite looks through the backup meanwhile: half of the time is its
        newest = aside.submit(_newest_backup, places)
        looks: dict[str, Callable[[], Iterator[Finding]]] = {
            "settings": lambda: _settings(places),
            "database": lambda: _database(_place(places), places.backups, now, differing),
            "cards": lambda: _cards(places),
            "refused cards": lambda: _refused(places),
            "backups": lambda: _backups(places, now, newest),
            "disk": lambda: _disk(places.data),
            "exercises": _exercises,
        }
        return [finding for name, look in looks.items() for finding in _told(name, look)]


def _told(name: str, look: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    try:
        yield from look()
    except (QuizappError, OSError) as error:
        yield Finding(name, False, str(error))


def _settings(places: Places) -> Iterator[Finding]:
    configured(places.config_file)
    written = places.config_file.exists()
    yield Finding("settings", written or None, f"{places.config_file}{'' if written else ', not written yet'}")


def _place(places: Places) -> Place:
    """Where the collection is, or would be: the file, as long as the settings make no sense."""
    with suppress(QuizappError):
        return configured(places.config_file).settings.server or places.database
    return places.database


def _database(place: Place, backups: Path, now: datetime, looked: Sequence[str] | None) -> Iterator[Finding]:
    if isinstance(place, Path) and not place.exists():
        yield Finding("database", None, f"{place}, not made yet")
        return
    if isinstance(place, Path):
        refuse_damaged(place, backups)
    problems = integrity(place) if isinstance(place, Path) else []
    schema = None if problems else revision(place)
    yield Finding("database", not problems, f"{place}{''.join(f'; {problem}' for problem in problems)}")
    if problems:
        return
    if schema != REVISIONS[-1]:
        yield Finding("schema", None, f"{schema or 'none yet'}, brought up to {REVISIONS[-1]} on the next start")
        return
    yield Finding("schema", True, schema)
    differing = differences(place) if looked is None else looked
    yield Finding("schedule", not differing, _schedule(differing) if differing else "agrees with the log")
    if ahead := days_to_come(place, now.date() + _CLOCKS_APART):
        yield Finding("clock", False, _ahead(ahead))
    held = holdings(place)
    yield Finding("log", None, f"rows: {held.rows}")
    yield Finding("known cards", None, f"cards: {held.cards}, faults in their files: {held.faults}")


def _ahead(cards: Mapping[str, date]) -> str:
    named = ", ".join([*cards][:_NAMED]) + (" …" if len(cards) > _NAMED else "")
    first = min(cards.values())
    return (
        f"cards answered on days to come: {len(cards)}, first on {first} ({named}); a clock was wrong: "
        "`quizapp reset CARD` begins a card anew"
    )


def _schedule(differing: Sequence[str]) -> str:
    named = ", ".join(differing[:_NAMED]) + (" …" if len(differing) > _NAMED else "")
    return f"{len(differing)} cards differ from the log ({named}): `quizapp doctor --rebuild` writes it anew"


def _cards(places: Places) -> Iterator[Finding]:
    for folder in library_folders(_in_force(places), places):
        there = folder.is_dir()
        made_on_start = folder == places.cards
        yield Finding("cards", there or (None if made_on_start else False), f"{folder}{'' if there else ', missing'}")


def _refused(places: Places) -> Iterator[Finding]:
    """Told only where there are any."""
    if found := refused_files(places):
        said = f"files: {len(found)}, {found[0].parent}; what `quizapp add` refused: add it mended, or delete it"
        yield Finding("refused cards", None, said)


def _in_force(places: Places) -> Settings:
    """The settings, as far as they make sense: what does not is told elsewhere."""
    chosen = {}
    with suppress(QuizappError):
        chosen = choices(_place(places))
    with suppress(QuizappError):
        return configured(places.config_file, chosen).settings
    return Settings()


def _newest_backup(places: Places) -> tuple[Sequence[Path], list[str]]:
    """The backups, and what is wrong with the newest."""
    kept = [] if isinstance(_place(places), Address) else daily_backups(places.backups)
    return kept, integrity(kept[-1]) if kept else []


def _backups(places: Places, now: datetime, newest: "Future[tuple[Sequence[Path], list[str]]]") -> Iterator[Finding]:
    if isinstance(_place(places), Address):
        yield Finding("backups", None, "the server's own business: make them with pg_dump")
        return
    kept, problems = newest.result()
    if not kept:
        yield Finding("backups", None, f"{places.backups}, none yet")
        return
    age = (now - made_at(kept[-1])).days
    said = f"{places.backups}, {len(kept)} kept, the newest {age} days old"
    yield Finding("backups", not problems, said + "".join(f"; {problem}" for problem in problems))


def _disk(folder: Path) -> Iterator[Finding]:
    there = next(place for place in (folder, *folder.parents) if place.exists())
    free = shutil.disk_usage(there).free
    yield Finding("disk", free >= LEAST_FREE, f"{free // 2**20} MiB free at {there}")


def _exercises() -> Iterator[Finding]:
    """What code of exercises is kept from here; a system that gives less is no fault."""
    from quizapp.checks.exercises.walls import walls

    found = walls()
    if found.fault:
        yield Finding("exercises", None, f"cannot be run: {found.fault}")
        return
    said = f"run with limits on {', '.join(found.standing)}"
    missing = f"; this system has none on {', '.join(found.missing)}" if found.missing else ""
    yield Finding("exercises", None if found.missing else True, said + missing)
