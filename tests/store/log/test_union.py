"""Rows of another log come in as columns, on either engine, and where their cards stand with them is known before."""

from pathlib import Path

import pytest

from quizapp.scheduling.log import What
from quizapp.store.collection import Collection
from quizapp.store.log.folding import read_standing
from quizapp.store.log.rows import columns_of, read_row
from quizapp.store.values import LogRow
from tests.conftest import ENGINES, NOW, questions, write_cards
from tests.store.rows import good, row, undo

pytestmark = pytest.mark.parametrize("place", ENGINES, indirect=True)


@pytest.fixture
def before(collection: Collection, tmp_path_factory: pytest.TempPathFactory) -> LogRow:
    """An answer, of one of three cards, that is there already."""
    root = write_cards(tmp_path_factory.mktemp("cards"), {"a/t.md": questions("x", "y", "z")})
    collection.read_folders([root], NOW)
    taken = good("t/x")
    collection.append([taken])
    return taken


def coming(before: LogRow) -> list[LogRow]:
    """Rows of all kinds, of three cards and of one that is not here."""
    learned = row("t/z", What.LEARNED)
    return [undo(before), good("t/y"), row("t/y", What.SUSPEND), learned, row("t/z", What.BURY), good("no/such")]


def test_they_are_there_as_they_came(collection: Collection, before: LogRow) -> None:
    rows = coming(before)
    with collection.taking_in() as incoming:
        assert incoming.length == 1
        assert incoming.add([columns_of(each) for each in rows], {}) == len(rows)
        assert incoming.add([columns_of(rows[0])], {}) == 0
        assert incoming.length == 1 + len(rows)
    assert set(map(str, collection.rows_of([each.entry.uuid for each in rows]))) == set(map(str, rows))
    assert {uuid: read_row(*found) for uuid, found in collection.known([before.entry.uuid, "none"]).items()} == {
        before.entry.uuid: before
    }


def test_cards_that_are_in_use_are_told_from_others(collection: Collection, before: LogRow, tmp_path: Path) -> None:
    root = write_cards(tmp_path / "later", {"a/t.md": questions("x", "z")})
    assert collection.used([before.entry.card, "t/y", "no/such"]) == {"t/x", "t/y"}
    collection.read_folders([root], NOW)
    assert collection.used([before.entry.card, "t/y", "no/such"]) == {"t/x"}


def test_the_schedule_says_where_they_lead(collection: Collection, before: LogRow) -> None:
    columns = [columns_of(each) for each in coming(before)]
    standings = collection.standings_with(columns)
    with collection.taking_in() as incoming:
        incoming.add(columns, standings)
    assert collection.differences() == []
    found = {card: read_standing(*stood) for card, stood in standings.items()}
    assert found == {card: collection.standing(card) for card in ("t/x", "t/y", "t/z", "no/such")}


def test_so_it_does_where_nobody_said_before(collection: Collection, before: LogRow) -> None:
    with collection.taking_in() as incoming:
        incoming.add([columns_of(each) for each in coming(before)], {})
    assert collection.differences() == []


def test_nothing_is_believed_where_a_row_is_there_already(collection: Collection, before: LogRow) -> None:
    taken = good("t/y")
    collection.append([taken])
    columns = [columns_of(taken._replace(entry=taken.entry._replace(card="t/z"))), columns_of(good("t/x"))]
    with collection.taking_in() as incoming:
        assert incoming.add(columns, collection.standings_with(columns)) == 1
    assert collection.differences() == []
