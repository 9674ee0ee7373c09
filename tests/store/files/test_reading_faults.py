"""Faults of card files, as the collection keeps them: told as long as they last, no longer."""

import os
from pathlib import Path

import pytest

from quizapp.store.collection import Collection
from tests.conftest import ENGINES, NOW, questions, write_cards

pytestmark = pytest.mark.parametrize("place", ENGINES, indirect=True)

BROKEN = "## What? {#a}\n\nAn answer.\n\n## What else? {#a}\n\nAnother.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with one sound and one faulty file."""
    return write_cards(tmp_path / "cards", {"d/sound.md": questions("x"), "d/broken.md": BROKEN})


def told(collection: Collection, root: Path) -> list[str]:
    """The names of the files with faults, after reading."""
    collection.read_folders((root,), NOW)
    return [Path(fault.file).name for fault in collection.faults()]


def test_a_fault_is_kept_with_its_place_and_the_sound_cards_load(collection: Collection, root: Path) -> None:
    assert told(collection, root) == ["broken.md"]
    (fault,) = collection.faults()
    assert (fault.file, fault.line) == (str(root / "d/broken.md"), 5)
    assert collection.card("broken/a") is not None


def test_a_fault_stays_while_its_file_stays(collection: Collection, root: Path) -> None:
    told(collection, root)
    assert told(collection, root) == ["broken.md"]


def test_a_mended_file_has_no_fault(collection: Collection, root: Path) -> None:
    told(collection, root)
    write_cards(root, {"d/broken.md": questions("a", "b")})
    assert told(collection, root) == []


def test_another_fault_takes_the_place_of_the_first(collection: Collection, root: Path) -> None:
    told(collection, root)
    write_cards(root, {"d/broken.md": f"Notes.\n\n{BROKEN}"})
    assert told(collection, root) == ["broken.md"]
    assert [fault.line for fault in collection.faults()] == [7]


def test_a_deleted_file_takes_its_faults_along(collection: Collection, root: Path) -> None:
    told(collection, root)
    (root / "d/broken.md").unlink()
    assert told(collection, root) == []


def test_a_faulty_deck_file_is_told_until_it_is_mended(collection: Collection, root: Path) -> None:
    write_cards(root, {"d/deck.toml": "order = ", "d/broken.md": questions("a")})
    assert told(collection, root) == ["deck.toml"]
    assert told(collection, root) == ["deck.toml"]
    write_cards(root, {"d/deck.toml": 'order = 3\ntitle = "D"\n'})
    assert told(collection, root) == []
    (deck,) = collection.decks()
    assert (deck.order, deck.titles) == (3, {"every": "D"})


def test_a_deck_file_that_changed_gives_new_order_and_titles(collection: Collection, root: Path) -> None:
    write_cards(root, {"e/more.md": questions("m"), "d/deck.toml": "order = 1", "e/deck.toml": "order = 2"})
    told(collection, root)
    write_cards(root, {"d/deck.toml": 'order = 3\ntitle = {en = "D", zh = "丁"}'})
    told(collection, root)
    assert [(deck.id, deck.order) for deck in collection.decks()] == [("e", 2), ("d", 3)]
    assert collection.decks()[1].titles == {"en": "D", "zh": "丁"}


def test_a_file_that_cannot_be_read_for_a_while_keeps_its_cards_and_its_own_faults(
    collection: Collection, root: Path
) -> None:
    told(collection, root)
    file, away = root / "d/broken.md", root.parent / "away.md"
    stamp = file.stat()
    file.rename(away)
    file.symlink_to(root / "d/nowhere.md")
    assert told(collection, root) == ["broken.md"]
    assert "cannot be read" in collection.faults()[0].what
    assert collection.card("broken/a") is not None
    file.unlink()
    away.rename(file)
    os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert told(collection, root) == ["broken.md"]
    assert "already has" in collection.faults()[0].what


@pytest.mark.parametrize(("name", "shown"), [(b"caf\xe9.md", "caf\ufffd.md"), (b"a\x1b[2J.md", "a␛[2J.md")])
def test_a_name_that_is_no_plain_text_is_told_and_stops_nothing(
    collection: Collection, root: Path, name: bytes, shown: str
) -> None:
    (root / "d" / os.fsdecode(name)).write_text(questions("q"))
    for _ in range(2):
        assert sorted(told(collection, root)) == sorted(["broken.md", shown])
    assert [card.id for card in collection.listed()] == ["broken/a", "sound/x"]


def test_a_folder_that_cannot_be_read_for_a_while_keeps_its_cards_and_faults(
    collection: Collection, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(collection, root)
    with monkeypatch.context() as closed:
        look = os.scandir

        def refusing(path: str) -> object:
            if Path(path).name == "d":
                raise PermissionError(13, "Permission denied", str(path))
            return look(path)

        closed.setattr(os, "scandir", refusing)
        assert told(collection, root) == ["d", "broken.md"]
    assert [card.id for card in collection.listed()] == ["broken/a", "sound/x"]
    assert told(collection, root) == ["broken.md"]
