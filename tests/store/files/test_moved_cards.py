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


def test_a_card_that_waited_for_the_id_of_a_third_topic_has_it_once_another_gives_it_up(
    collection: Collection, tmp_path: Path
) -> None:
    lent = '## A? {#a of="old"}\n\nmoved\n'
    write_cards(tmp_path, {"one.md": lent})
    collection.read_folders([tmp_path], NOW)
    write_cards(tmp_path, {"two.md": lent})
    collection.read_folders([tmp_path], NOW)
    assert [fault.file for fault in collection.faults()] == [str(tmp_path / "two.md")]
    write_cards(tmp_path, {"one.md": "## B? {#b}\n\nb\n"})
    collection.read_folders([tmp_path], NOW)
    assert (_topic_of(collection, "old/a"), collection.faults()) == ("two", [])
    (tmp_path / "two.md").unlink()
    collection.read_folders([tmp_path], NOW)
    assert collection.card("old/a") is None


def _topic_of(collection: Collection, id_: str) -> str:
    card = collection.card(id_)
    assert card is not None
    return card.topic
