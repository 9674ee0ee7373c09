"""What is asked of many cards at once is what is asked of each alone."""

from typing import Any

import pytest
from sqlalchemy import Connection

from quizapp.scheduling.log import What
from quizapp.store.collection import Collection
from quizapp.store.log.rows import read_row
from quizapp.store.statements.portions import MOST_VALUES
from quizapp.store.statements.prepared import Prepared
from tests.conftest import ENGINES, NOW, questions, write_cards
from tests.store.rows import good, row, undo

pytestmark = pytest.mark.parametrize("place", ENGINES, indirect=True)


@pytest.fixture
def filled(collection: Collection, tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """A collection of a few cards, one of them archived, with some past."""
    root = write_cards(
        tmp_path_factory.mktemp("cards"), {"a/one.md": questions("x", "y"), "b/two.md": questions("z", "w")}
    )
    collection.read_folders([root], NOW)
    (root / "b/two.md").write_text(questions("w"))
    collection.read_folders([root], NOW)
    taken = good("one/x", milliseconds=7)
    collection.append([good("one/x"), taken, row("one/y", What.SUSPEND), row("two/z", What.LEARNED, typed="图")])
    collection.append([undo(taken)])
    return collection


IDS = ["two/w", "one/x", "one/y", "two/z", "no/such"]


def test_cards_are_those_in_use(filled: Collection) -> None:
    found = filled.cards(IDS)
    assert set(found) == {"one/x", "one/y", "two/w"}
    assert all(found[id_] == filled.card(id_) for id_ in found)


def test_standings_are_those_of_the_schedule(filled: Collection) -> None:
    found = filled.standings(IDS)
    assert set(found) == {"one/x", "one/y", "two/z"}
    assert all(found[id_] == filled.standing(id_) for id_ in found)


def test_histories_are_whole_and_in_order(filled: Collection) -> None:
    found = filled.histories(IDS)
    assert set(found) == {"one/x", "one/y", "two/z"}
    assert all(found[id_] == filled.history(id_) for id_ in found)
    assert [len(found[id_]) for id_ in ("one/x", "one/y", "two/z")] == [3, 1, 1]


def test_the_rows_of_all_cards_come_oldest_first(filled: Collection) -> None:
    found = [read_row(*columns) for columns in filled.rows()]
    assert found == sorted(found, key=lambda one: one.entry.order)
    assert found == filled.since(NOW)
    assert len(found) == 5


def test_hundreds_of_cards_take_one_statement(filled: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    plainly = Prepared.plainly

    def counting(self: Prepared, connection: Connection, **given: Any) -> list[tuple[Any, ...]]:
        asked.append(len(given))
        return plainly(self, connection, **given)

    monkeypatch.setattr(Prepared, "plainly", counting)
    many = [*IDS, *(f"no/{number}" for number in range(MOST_VALUES))]
    for question in (filled.cards, filled.standings, filled.histories):
        assert question(many) == question(IDS)
    assert len(asked) == 3 * (2 + 1)
    assert [*filled.cards([]), *filled.standings([]), *filled.histories([])] == []
