"""What `quizapp merge` takes: files that hold a log, told apart by what stands in them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from quizapp.errors import StoreError, UsageError
from quizapp.i18n import F_, _
from quizapp.store.copies.foreign import COLUMNS, MAGIC, Stretch, foreign_log
from quizapp.store.log.rows import Columns, columns_of, instant_of
from quizapp.store.schema.own_keys import DEVICE, SYNCHRONIZED
from quizapp.study.merging import bookmarks
from quizapp.study.merging.files import ordinary
from quizapp.study.merging.lines import Lines, digest_of, header_in
from quizapp.study.merging.ordinary import LONGEST, is_ordinary
from quizapp.study.merging.row import row_from
from quizapp.study.merging.troubles import Fault, Trouble, Troubles
from quizapp.study.merging.whole import is_whole, rows_of_whole

_HEAD = 2**16


class Taken:
    """The rows of a file; once they were all taken it is known what was wrong with it, and what machines are called.

    Where the file is a database of `length` rows, its `stretches` are the same: of the two one is taken.
    """

    def __init__(
        self,
        rows: Iterator[Columns],
        troubles: Troubles,
        names: Callable[[], Mapping[str, str]],
        stretches: Iterable[Stretch] = (),
        length: int = 0,
    ) -> None:
        self.rows = rows
        self.troubles = troubles
        self.stretches = stretches
        self.length = length
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
        yield Taken(_rows(found.log, path, troubles), troubles, lambda: names, found.log, found.length)


def _rows(stretches: Iterable[Stretch], path: Path, troubles: Troubles) -> Iterator[Columns]:
    for stretch in stretches:
        rows, found = judged(stretch, path.name)
        yield from rows
        troubles.extend(found)


def judged(stretch: Stretch, name: str) -> tuple[list[Columns], list[Trouble]]:
    """The rows of a stretch that make sense, and what is told of the others, in a database of this name."""
    rows = list(map(_sound, stretch.rows()))
    lines = [line for line, row in enumerate(rows, stretch.first) if row is None]
    told = [Trouble(fault=Fault.UNFIT, file=name, count=len(lines), line=lines[0])] if lines else []
    return [row for row in rows if row], told


def _names(kept: Mapping[str, Any], path: Path) -> dict[str, str]:
    """Machines that it has met in a shared folder, and its own, which has a name at least by the file's."""
    with suppress(LookupError, TypeError, ValueError):  # one that was restored has no name until it is opened
        own = from_json(kept[DEVICE])
        met = bookmarks.names_in(from_json(kept[SYNCHRONIZED])) if SYNCHRONIZED in kept else {}
        return {str(own): _("the machine of {file}").format(file=path.name)} | met
    return {}


def _sound(found: Columns) -> Columns | None:
    """The row that columns of a database say; None where they say none that makes sense."""
    if is_ordinary(found):
        return found
    columns = dict(zip(COLUMNS, found, strict=True))
    try:
        at = instant_of(columns["at"])
        answered = from_json(columns["answered"], allow_inf_nan=False)
    except (TypeError, ValueError, OverflowError):
        return None
    row = row_from({**columns, "at": at, "answered": answered})
    return row and columns_of(row)


@contextmanager
def _lines(path: Path, now: datetime) -> Iterator[Taken]:
    with ordinary(path) as stream:
        lines = Lines(stream, path.name, digest_of(stream, 0))
        yield Taken(
            map(columns_of, lines.rows()),
            lines.troubles,
            lambda: {one.device: one.name for one in lines.headers.values()},
        )


@contextmanager
def _whole(path: Path, now: datetime) -> Iterator[Taken]:
    troubles = Troubles()
    yield Taken(map(columns_of, rows_of_whole(path, troubles)), troubles, dict)


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
        source = _source_of(path)
        if source is None:
            what = F_("{path} holds no log of quizapp", path=path)
            mend = F_("name another machine's quizapp.db, an export (json), or a file of your sync_folder")
            raise UsageError(what, mend)
        with source.opened(path, now) as taken:
            yield taken
    except OSError as error:
        what = F_("{path} cannot be read ({why})", path=path, why=error.strerror or error)
        raise StoreError(what, F_("name a file that you may read")) from error


def holds_log(path: Path) -> bool:
    """True if `rows_in` would take the file."""
    try:
        return _source_of(path) is not None
    except OSError:
        return False


def _source_of(path: Path) -> Source | None:
    with ordinary(path) as stream:
        head = stream.read(_HEAD)
    return next((source for source in SOURCES if source.recognizes(head)), None)


def is_same_file(one: Path, other: Path) -> bool:
    """True if both names mean one file."""
    try:
        return one.samefile(other)
    except OSError:
        return False
