"""A fault made while editing takes no card away: the version before it stays in use until it is mended."""

from pathlib import Path

import pytest

from quizapp.store.collection import Collection
from tests.conftest import ENGINES, NOW, write_cards

pytestmark = pytest.mark.parametrize("place", ENGINES, indirect=True)

SOUND = "## A? {#a}\n\nfirst\n\n## B? {#b .order}\n\n1. x\n2. y\n\n## C? {#c}\n\nthird\n"


def _read(collection: Collection, root: Path, text: str) -> dict[str, str]:
    """Ids of the cards in use, with the file's text for `a`."""
    write_cards(root, {"t.md": text})
    collection.read_folders([root], NOW)
    found = {id_: collection.card(f"t/{id_}") for id_ in "abc"}
    return {id_: card.face("en").kind for id_, card in found.items() if card is not None}


@pytest.fixture
def root(collection: Collection, tmp_path: Path) -> Path:
    """A folder that was read while it was sound."""
    _read(collection, tmp_path, SOUND)
    return tmp_path


ALL = {"a": "basic", "b": "order", "c": "basic"}


@pytest.mark.parametrize(
    "broken",
    [
        SOUND.replace("2. y\n", ""),  # a list of one item
        SOUND.replace(".order", ".oder"),
        SOUND.replace("{#b .order}", "{#b .order"),
        SOUND.replace("first", ""),
        SOUND.replace("first", "```python\nopen"),  # holds the rest of the file
    ],
    ids=["list", "kind", "braces", "answer", "fence"],
)
def test_every_card_stays_in_use(collection: Collection, root: Path, broken: str) -> None:
    assert _read(collection, root, broken) == ALL
    assert [fault for fault in collection.faults() if not fault.note]


def test_the_others_are_read_as_they_are_now(collection: Collection, root: Path) -> None:
    _read(collection, root, SOUND.replace("2. y\n", "").replace("third", "changed"))
    card = collection.card("t/c")
    assert card is not None
    assert card.face("en").model_dump()["answer"] == "changed"


def test_a_card_that_was_removed_beside_a_fault_is_gone(collection: Collection, root: Path) -> None:
    text = SOUND.replace("2. y\n", "").replace("## C? {#c}\n\nthird\n", "")
    assert _read(collection, root, text) == {"a": "basic", "b": "order"}


def test_what_is_mended_is_read(collection: Collection, root: Path) -> None:
    _read(collection, root, SOUND.replace("2. y\n", ""))
    assert _read(collection, root, SOUND.replace("{#b .order}", "{#b}")) == {**ALL, "b": "basic"}
    assert not collection.faults()


def test_a_file_that_never_was_sound_has_only_its_sound_cards(collection: Collection, tmp_path: Path) -> None:
    assert _read(collection, tmp_path, SOUND.replace("2. y\n", "")) == {"a": "basic", "c": "basic"}
