"""What takes long of a document: portions of the cards, and the log. Each may be made in another process."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from quizapp.exchange.archive.cards import Cards, Part
from quizapp.exchange.archive.rows import wanted_rows
from quizapp.exchange.progress import ProgressWanted
from quizapp.store.engines.engine import sensible
from quizapp.store.log.rows import Columns, read_row
from quizapp.store.statements.portions import portions
from quizapp.study.beside import at_a_desk, results
from quizapp.study.merging.ordinary import plain_line
from quizapp.study.merging.row import line_of
from quizapp.study.opening import Desk

_MANY = 50_000
"""Cards and rows of the log from which on a second process is worth its start, which takes as long."""
_Job = Sequence[str] | None
"""The ids of some cards; None is the log."""


class Log(NamedTuple):
    """Entries of the log, parted by commas; `left_out` says how many are not among them."""

    entries: bytes
    left_out: int


def parts_of(desk: Desk, wanted: ProgressWanted) -> Iterator[Part | Log]:
    """Portions of the cards in their order, then the log. Each is made as it is taken."""
    begin = partial(_begun, wanted)
    elsewhere = partial(at_a_desk, desk.places, wanted.now, begin)
    length = desk.collection.length() + sum(topic.cards for topic in desk.collection.sizes())
    return results(begin(desk), elsewhere, _jobs(desk)) if length >= _MANY else map(begin(desk), _jobs(desk))


def _jobs(desk: Desk) -> Iterator[_Job]:
    yield from portions(desk.collection.ids())
    yield None


def _begun(wanted: ProgressWanted, desk: Desk) -> Callable[[_Job], Part | Log]:
    cards = Cards(desk, wanted.one_language)
    return lambda ids: _log(desk, wanted) if ids is None else cards.portion(ids, wanted.has_deck)


def _log(desk: Desk, wanted: ProgressWanted) -> Log:
    lines = [plain_line(columns) or _line(columns) for columns in wanted_rows(desk, wanted)]
    sound = [line[:-1] for line in lines if line]
    return Log(b",\n".join(sound), len(lines) - len(sound))


def _line(columns: Columns) -> bytes | None:
    """The line of a row that is no ordinary answer; None where no quizapp could read it."""
    with sensible():
        row = read_row(*columns)
    return line_of(row)
