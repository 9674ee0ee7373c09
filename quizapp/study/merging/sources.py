"""What `quizapp merge` takes: files that hold a log, told apart by what stands in them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from quizapp.errors import StoreError, UsageError
from quizapp.i18n import _
from quizapp.store.copies.foreign import COLUMNS, MAGIC, foreign_log
from quizapp.store.log.rows import instant_of, read_row
from quizapp.store.schema.own_keys import DEVICE, SYNCHRONIZED
from quizapp.store.values import LogRow
from quizapp.study.merging import bookmarks
from quizapp.study.merging.files import ordinary
from quizapp.study.merging.lines import Lines, digest_of, header_in
from quizapp.study.merging.ordinary import LONGEST, is_ordinary
from quizapp.study.merging.row import row_from
from quizapp.study.merging.troubles import Fault, Trouble, Troubles
from quizapp.study.merging.whole import is_whole, rows_of_whole

_HEAD = 2**16


class Taken:
    """The rows of a file; once they were all taken it is known what was wrong with it, and what machines are called."""

    def __init__(self, rows: Iterator[LogRow], troubles: Troubles, names: Callable[[], Mapping[str, str]]) -> None:
        self.rows = rows
        self.troubles = troubles
        self._names = names

    @property
    def names(self) -> Mapping[str, str]:
        """What machines are called there, by device."""
        return self._names()


@dataclass(frozen=True)
class Source:
    """A kind of file: how its first bytes tell it, and how it is opened."""

    recognizes: Callable[[bytes], bool]
    opened: Callable[[Path, datetime], AbstractContextManager[Taken]]


@contextmanager
def _database(path: Path, now: datetime) -> Iterator[Taken]:
    troubles = Troubles()
    with foreign_log(path, now, LONGEST) as found:
        names = _names(found.kept, path)
        yield Taken(_judged(found.rows, path, troubles), troubles, lambda: names)


def _judged(found: Iterator[tuple[Any, ...]], path: Path, troubles: Troubles) -> Iterator[LogRow]:
    for number, columns in enumerate(found, start=1):
        row = _row(columns)
        if row:
            yield row
        else:
            troubles.add(Trouble(fault=Fault.UNFIT, file=path.name, line=number))


def _names(kept: Mapping[str, Any], path: Path) -> dict[str, str]:
    """Machines that it has met in a shared folder, and its own, which has a name at least by the file's."""
    with suppress(LookupError, TypeError, ValueError):  # one that was restored has no name until it is opened
        own = from_json(kept[DEVICE])
        met = bookmarks.names_in(from_json(kept[SYNCHRONIZED])) if SYNCHRONIZED in kept else {}
        return {str(own): _("the machine of {file}").format(file=path.name)} | met
    return {}


def _row(found: tuple[Any, ...]) -> LogRow | None:
    if is_ordinary(found):
        return read_row(*found)
    columns = dict(zip(COLUMNS, found, strict=True))
    try:
        at = instant_of(columns["at"])
        answered = from_json(columns["answered"], allow_inf_nan=False)
    except (TypeError, ValueError, OverflowError):
        return None
    return row_from({**columns, "at": at, "answered": answered})


@contextmanager
def _lines(path: Path, now: datetime) -> Iterator[Taken]:
    with ordinary(path) as stream:
        lines = Lines(stream, path.name, digest_of(stream, 0))
        yield Taken(lines.rows(), lines.troubles, lambda: {one.device: one.name for one in lines.headers.values()})


@contextmanager
def _whole(path: Path, now: datetime) -> Iterator[Taken]:
    troubles = Troubles()
    yield Taken(rows_of_whole(path, troubles), troubles, dict)


def _has_header(head: bytes) -> bool:
    return any(header_in(line) for line in head.splitlines())


SOURCES: Sequence[Source] = (
    Source(lambda head: head.startswith(MAGIC), _database),
    Source(is_whole, _whole),
    Source(_has_header, _lines),
)
"""All kinds of files that hold a log. A further one stands here, and is known everywhere."""


@contextmanager
def rows_in(path: Path, now: datetime) -> Iterator[Taken]:
    """The rows in a file of any of these kinds. Raises UsageError for another file, StoreError for an unsound one."""
    try:
        with ordinary(path) as stream:
            head = stream.read(_HEAD)
        source = next((source for source in SOURCES if source.recognizes(head)), None)
        if source is None:
            what = f"{path} holds no log of quizapp"
            raise UsageError(what, "name another machine's quizapp.db, an export (json), or a file of your sync_folder")
        with source.opened(path, now) as taken:
            yield taken
    except OSError as error:
        raise StoreError(
            f"{path} cannot be read ({error.strerror or error})", "name a file that you may read"
        ) from error


def is_same_file(one: Path, other: Path) -> bool:
    """True if both names mean one file."""
    try:
        return one.samefile(other)
    except OSError:
        return False
