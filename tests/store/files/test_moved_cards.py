"""A card that keeps the id of another topic, while that topic gets and loses a card of the same id."""

from pathlib import Path

import pytest

from quizapp.store.collection import Collection
from tests.conftest import ENGINES, NOW, write_cards

pytestmark = pytest.mark.parametrize("place", ENGINES, indirect=True)


def test_a_card_gives_way_once_the_topic_of_its_id_has_one_like_it(collection: Collection, tmp_path: Path) -> None:
    write_cards(tmp_path, {"new.md": '## A? {#a of="old"}\n\nmoved\n', "old.md": "## B? {#b}\n\nb\n"})
    collection.read_folders([tmp_path], NOW)
    assert _topic_of(collection, "old/a") == "new"
    write_cards(tmp_path, {"old.md": "## B? {#b}\n\nb\n\n## A? {#a}\n\nhome\n"})
    collection.read_folders([tmp_path], NOW)
    assert _topic_of(collection, "old/a") == "old"
    assert [fault.file for fault in collection.faults()] == [str(tmp_path / "new.md")]
    write_cards(tmp_path, {"old.md": "## B? {#b}\n\nb\n"})
    collection.read_folders([tmp_path], NOW)
    assert _topic_of(collection, "old/a") == "new"


def _topic_of(collection: Collection, id_: str) -> str:
    card = collection.card(id_)
    assert card is not None
    return card.topic
