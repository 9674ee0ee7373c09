"""A file's rows brought in; where it is a large database, a second process helps."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial

from quizapp.store.copies.foreign import Stretch
from quizapp.study.beside import at_a_desk, results
from quizapp.study.merging.merge import Merged, Weighed, brought_in, merge, weighed
from quizapp.study.merging.sources import Taken, judged
from quizapp.study.merging.troubles import Trouble
from quizapp.study.opening import Desk
from quizapp.unswept import unswept

_MANY = 50_000
"""Rows from which on a second process is worth its start."""


def take(desk: Desk, taken: Taken, name: str, now: datetime, dry_run: bool = False) -> Merged:
    """Brings in the rows of a file of this name that our log does not have: see `merge`. Raises StoreError."""
    if taken.length < _MANY:
        return merge(desk.collection, taken.rows, now, dry_run)
    begin = partial(_begun, name)
    elsewhere = partial(at_a_desk, desk.places, now, begin)
    portions = results(begin(desk), elsewhere, taken.stretches, large=True)
    with unswept():
        return brought_in(desk.collection, _noted(portions, taken), now, dry_run)


def _begun(name: str, desk: Desk) -> Callable[[Stretch], Weighed]:
    def work(stretch: Stretch) -> Weighed:
        rows, troubles = judged(stretch, name)
        found = weighed(desk.collection, rows)
        return replace(found, standings=desk.collection.standings_with(found.rows), troubles=troubles)

    return work


def _noted(portions: Iterator[Weighed], taken: Taken) -> Iterator[Weighed]:
    """The portions; what was wrong with their rows is told in the order of the lines once all were taken."""
    troubles: list[Trouble] = []
    for portion in portions:
        troubles += portion.troubles
        yield portion
    taken.troubles.extend(sorted(troubles, key=lambda trouble: trouble.line))
