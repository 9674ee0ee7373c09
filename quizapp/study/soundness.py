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
from quizapp.i18n import _, said
from quizapp.paths import Places
from quizapp.store.copies.backups import integrity
from quizapp.store.copies.daily import daily_backups, made_at
from quizapp.store.copies.idle import refuse_work_of_ones_own
from quizapp.store.copies.inspection import choices, days_to_come, differences, holdings, revision
from quizapp.store.engines.address import Address
from quizapp.store.engines.database import Place
from quizapp.store.engines.soundness import refuse_damaged
from quizapp.store.schema.revisions import REVISIONS
from quizapp.study.editing.unfinished import refused_files
from quizapp.study.opening import library_folders
from quizapp.wording import N_

LEAST_FREE = 100 * 2**20
"""Bytes of free disk space from which all is well: room for a large collection, its log and a backup."""
_NAMED = 5
_CLOCKS_APART = timedelta(days=1)
"""Somewhere on Earth it may be tomorrow already."""
_WALLS = {
    "cpu": N_("cpu"),
    "memory": N_("memory"),
    "disk": N_("disk"),
    "files": N_("files"),
    "network": N_("network"),
    "processes": N_("processes"),
    "signals": N_("signals"),
}


@dataclass(frozen=True)
class Finding:
    """One thing looked at. `ok` is None where there is nothing to judge, `detail` in the language in use."""

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
            N_("settings"): lambda: _settings(places),
            N_("database"): lambda: _database(_place(places), places.backups, now, differing),
            N_("cards"): lambda: _cards(places),
            N_("refused cards"): lambda: _refused(places),
            N_("backups"): lambda: _backups(places, now, newest),
            N_("disk"): lambda: _disk(places.data),
            N_("exercises"): _exercises,
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
    text = "{path}" if written else _("{path}, not written yet")
    yield Finding("settings", written or None, text.format(path=places.config_file))


def _place(places: Places) -> Place:
    """Where the collection is, or would be: the file, as long as the settings make no sense."""
    with suppress(QuizappError):
        return configured(places.config_file).settings.server or places.database
    return places.database


def _database(place: Place, backups: Path, now: datetime, looked: Sequence[str] | None) -> Iterator[Finding]:
    if isinstance(place, Path):
        refuse_damaged(place, backups)
        if not place.exists():
            yield Finding("database", None, _("{path}, not made yet").format(path=place))
            return
        refuse_work_of_ones_own(place)
    problems = integrity(place) if isinstance(place, Path) else []
    schema = None if problems else revision(place)
    yield Finding("database", not problems, _together(str(place), *map(said, problems)))
    if problems:
        return
    if schema != REVISIONS[-1]:
        text = (
            _("{schema}, brought up to {newest} on the next start")
            if schema
            else _("none yet, brought up to {newest} on the next start")
        )
        yield Finding(N_("schema"), None, text.format(schema=schema, newest=REVISIONS[-1]))
        return
    yield Finding("schema", True, schema)
    differing = differences(place) if looked is None else looked
    yield Finding(N_("schedule"), not differing, _schedule(differing) if differing else _("agrees with the log"))
    if ahead := days_to_come(place, now.date() + _CLOCKS_APART):
        yield Finding(N_("clock"), False, _ahead(ahead))
    held = holdings(place)
    yield Finding(N_("log"), None, _("rows: {n}").format(n=held.rows))
    text = _("cards: {n}, faults in their files: {faults}")
    yield Finding(N_("known cards"), None, text.format(n=held.cards, faults=held.faults))


def _ahead(cards: Mapping[str, date]) -> str:
    text = _(
        "cards answered on days to come: {n}, first on {day} ({cards}); a clock was wrong: "
        "`quizapp reset CARD` begins a card anew"
    )
    return text.format(n=len(cards), day=min(cards.values()), cards=_named([*cards]))


def _schedule(differing: Sequence[str]) -> str:
    text = _("{n} cards differ from the log ({cards}): `quizapp doctor --rebuild` writes it anew")
    return text.format(n=len(differing), cards=_named(differing))


def _named(cards: Sequence[str]) -> str:
    return _(", ").join(cards[:_NAMED]) + (" …" if len(cards) > _NAMED else "")


def _together(*parts: str) -> str:
    return _("; ").join(parts)


def _cards(places: Places) -> Iterator[Finding]:
    for folder in library_folders(_in_force(places), places):
        there = folder.is_dir()
        made_on_start = folder == places.cards
        text = "{path}" if there else _("{path}, missing")
        yield Finding("cards", there or (None if made_on_start else False), text.format(path=folder))


def _refused(places: Places) -> Iterator[Finding]:
    """Told only where there are any."""
    if found := refused_files(places):
        text = _("files: {n}, {folder}; what `quizapp add` refused: add it mended, or delete it")
        yield Finding("refused cards", None, text.format(n=len(found), folder=found[0].parent))


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
        yield Finding("backups", None, _("the server's own business: make them with pg_dump"))
        return
    kept, problems = newest.result()
    if not kept:
        yield Finding("backups", None, _("{path}, none yet").format(path=places.backups))
        return
    age = (now - made_at(kept[-1])).days
    text = _("{path}, {n} kept, the newest {age} days old")
    told = text.format(path=places.backups, n=len(kept), age=age)
    yield Finding("backups", not problems, _together(told, *map(said, problems)))


def _disk(folder: Path) -> Iterator[Finding]:
    there = next(place for place in (folder, *folder.parents) if place.exists())
    free = shutil.disk_usage(there).free
    text = _("{n} MiB free at {path}")
    yield Finding("disk", free >= LEAST_FREE, text.format(n=free // 2**20, path=there))


def _exercises() -> Iterator[Finding]:
    """What code of exercises is kept from here; a system that gives less is no fault."""
    from quizapp.checks.exercises.walls import walls

    found = walls()
    if found.fault:
        yield Finding("exercises", None, _("cannot be run: {why}").format(why=found.fault))
        return
    told = [_("run with limits on {walls}").format(walls=_walls(found.standing))]
    if found.missing:
        told.append(_("this system has none on {walls}").format(walls=_walls(found.missing)))
    yield Finding("exercises", None if found.missing else True, _together(*told))


def _walls(names: Sequence[str]) -> str:
    return _(", ").join(_(_WALLS[name]) for name in names)
