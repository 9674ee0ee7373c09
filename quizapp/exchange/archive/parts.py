"""What takes long of a document: portions of the cards, and the log. Each may be made in another process."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

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


def parts_of(desk: Desk, wanted: ProgressWanted) -> tuple[int, Iterator[Part]]:
    """How many portions of cards there are, and these in their order, then the log. Each is made as it is taken."""
    ids = desk.collection.ids()
    jobs: list[_Job] = [*portions(ids), None]
    begin = partial(_begun, wanted)
    elsewhere = partial(at_a_desk, desk.places, wanted.now, begin)
    is_much = len(ids) + desk.collection.length() >= _MANY
    return len(jobs) - 1, results(begin(desk), elsewhere, jobs) if is_much else map(begin(desk), jobs)


def _begun(wanted: ProgressWanted, desk: Desk) -> Callable[[_Job], Part]:
    cards = Cards(desk, wanted.one_language)
    return lambda ids: _log(desk, wanted) if ids is None else cards.portion(ids, wanted.has_deck)


def _log(desk: Desk, wanted: ProgressWanted) -> Part:
    lines = [plain_line(columns) or _line(columns) for columns in wanted_rows(desk, wanted)]
    sound = [line[:-1] for line in lines if line]
    return Part(b",\n".join(sound), left_out=len(lines) - len(sound))


def _line(columns: Columns) -> bytes | None:
    """The line of a row that is no ordinary answer; None where no quizapp could read it."""
    with sensible():
        row = read_row(*columns)
    return line_of(row)
