"""What nobody should wait for: answers begin no transaction of SQLAlchemy's, the log beside the file stays short."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from quizapp.errors import StoreError
from quizapp.scheduling.fold import Standing
from quizapp.store.collection import Collection
from quizapp.store.engines.sqlite import CHECKPOINT_PAGES
from quizapp.store.log.record import Overtaken
from tests.conftest import ENGINES, NOW
from tests.store.rows import good, row, undo

_PAGE, _FRAME = 4096, 24
"""Bytes: of a page, and of what stands before it in the write-ahead log."""


@pytest.mark.parametrize("place", ENGINES, indirect=True)
def test_an_answer_an_undo_and_the_next_card_go_past_sqlalchemy(collection: Collection) -> None:
    begun: list[object] = []
    event.listen(collection._engine, "begin", begun.append)
    first = good("t/a")
    collection.append([first])
    collection.append([undo(first)])
    assert collection.standing("t/a").answered is None
    assert collection.shown("t/a") is None
    assert collection.latest(first.entry.day) is None
    with collection.turn() as turn:
        assert turn.deeds(first.entry.day) == []
    assert begun == []
    assert len(collection.history("t/a")) == 2
    assert len(begun) == 1


@pytest.mark.parametrize("place", ENGINES, indirect=True)
def test_what_fails_on_the_way_leaves_nothing_and_the_next_try_works(collection: Collection) -> None:
    collection.append([good("t/a")])
    with pytest.raises(Overtaken), collection.turn() as turn:
        turn.append([good("t/a")], Standing(collection.scheduler.first()))
    with pytest.raises(StoreError):
        collection.append([good("t/a"), row("t/b", grade=9)])  # type: ignore[arg-type]
    assert len(collection.history("t/a")) == 1
    assert collection.append([good("t/a", NOW + timedelta(days=1))]) == 1
    assert collection.differences() == []


def test_the_log_beside_the_file_is_written_over_where_there_is_no_pause(collection: Collection) -> None:
    beside, longest = Path(f"{collection.path}-wal"), CHECKPOINT_PAGES * (_PAGE + _FRAME)
    sizes = []
    for number in range(300):
        collection.append([good(f"t/{number}")])
        sizes.append(beside.stat().st_size)
    assert longest < sizes[-1] < 1.1 * longest
    assert len(set(sizes[-50:])) == 1
