"""New cards come topic by topic, in the order that the deck says."""

from pathlib import Path

import pytest

from quizapp.paths import Places
from quizapp.store.collection import Collection
from tests.conftest import NOW, questions, write_cards
from tests.faults.schemas import make_older


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A deck of four topics, two of which it puts first."""
    files = {f"deck/{name}.md": questions(f"{name}1", f"{name}2") for name in "abcd"}
    return write_cards(tmp_path / "cards", {**files, "deck/deck.toml": 'topics = ["c", "a"]'})


def _new(collection: Collection, folder: Path) -> list[str]:
    collection.read_folders([folder], NOW)
    return [waiting.card.split("/")[1] for waiting in collection.waits(NOW.date()).new()]


def test_listed_topics_come_first_and_the_others_by_their_ids(collection: Collection, folder: Path) -> None:
    assert _new(collection, folder) == ["c1", "c2", "a1", "a2", "b1", "b2", "d1", "d2"]


def test_another_list_is_enough_to_move_them(collection: Collection, folder: Path) -> None:
    _new(collection, folder)
    write_cards(folder, {"deck/deck.toml": 'topics = ["d"]'})
    assert _new(collection, folder) == ["d1", "d2", "a1", "a2", "b1", "b2", "c1", "c2"]


def test_the_order_outlives_a_change_of_a_topic(collection: Collection, folder: Path) -> None:
    _new(collection, folder)
    write_cards(folder, {"deck/c.md": questions("c2", "c3")})
    assert _new(collection, folder)[:3] == ["c2", "c3", "a1"]


def test_a_database_from_before_is_brought_into_order(collection: Collection, where: Places, folder: Path) -> None:
    _new(collection, folder)
    collection.close()
    make_older(where.database, "0002")
    with Collection(where.database, where.backups, NOW) as upgraded:
        assert _new(upgraded, folder)[:3] == ["c1", "c2", "a1"]
