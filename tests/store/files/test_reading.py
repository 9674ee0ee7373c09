"""Reading the folders of cards: only what changed, and nothing that was learned is lost."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.cards.parse import READER, parse_file
from quizapp.cards.parts import FilePart
from quizapp.store.collection import Collection
from quizapp.store.files.reading import Reading
from tests.conftest import ENGINES, NOW, questions, write_cards
from tests.store.rows import good

pytestmark = pytest.mark.parametrize("place", ENGINES, indirect=True)

Read = Callable[..., Reading]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with two decks: `a/one.md` with two cards, `b/two.md` with one."""
    return write_cards(tmp_path / "cards", {"a/one.md": questions("x", "y"), "b/two.md": questions("z")})


@pytest.fixture
def read(collection: Collection, root: Path) -> Read:
    """Reads the folder, or other folders."""
    return lambda *roots: collection.read_folders(roots or (root,), NOW)


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are parsed from now on."""
    names: list[str] = []

    def counting(content: bytes, file: str, deck: str) -> FilePart:
        names.append(Path(file).name)
        return parse_file(content, file, deck)

    monkeypatch.setattr("quizapp.store.files.changes.parsed", counting)
    return names


def ids(collection: Collection) -> list[str]:
    return [card.id for card in collection.listed()]


def test_the_first_reading_takes_everything(collection: Collection, read: Read) -> None:
    assert read() == Reading(files=2, topics=2)
    assert ids(collection) == ["one/x", "one/y", "two/z"]
    assert [deck.id for deck in collection.decks()] == ["a", "b"]


def test_unchanged_files_are_not_parsed_again(read: Read, parsed: list[str]) -> None:
    read()
    parsed.clear()
    assert read() == Reading(files=0, topics=0)
    assert parsed == []


def test_a_touched_file_with_the_same_content_is_not_parsed(root: Path, read: Read, parsed: list[str]) -> None:
    read()
    parsed.clear()
    os.utime(root / "a/one.md", (1, 1))
    assert read() == Reading(files=0, topics=0)
    assert parsed == []


def test_a_touched_file_is_looked_into_once(root: Path, read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    read()
    os.utime(root / "a/one.md", (1, 1))
    read()
    (root / "a/one.md").chmod(0o600)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path} is read again"))
    assert read() == Reading(files=0, topics=0)


def test_only_the_changed_file_is_parsed(root: Path, collection: Collection, read: Read, parsed: list[str]) -> None:
    read()
    parsed.clear()
    write_cards(root, {"a/one.md": questions("x", "w")})
    assert read() == Reading(files=1, topics=1)
    assert parsed == ["one.md"]
    assert ids(collection) == ["one/x", "one/w", "two/z"]


def test_a_change_of_the_same_length_is_noticed_by_its_time(root: Path, collection: Collection, read: Read) -> None:
    read()
    write_cards(root, {"a/one.md": questions("x", "v")})
    os.utime(root / "a/one.md", (1, 1))
    read()
    assert ids(collection) == ["one/x", "one/v", "two/z"]


def test_a_vanished_card_is_archived_and_returns_with_its_history(
    root: Path, collection: Collection, read: Read
) -> None:
    read()
    collection.append([good("one/x")])
    write_cards(root, {"a/one.md": questions("y")})
    read()
    assert ids(collection) == ["one/y", "two/z"]
    assert collection.card("one/x") is None
    write_cards(root, {"a/one.md": questions("x", "y")})
    read()
    assert collection.card("one/x") is not None
    assert collection.standing("one/x").memory.interval == 1
    assert len(collection.history("one/x")) == 1


def test_a_deleted_file_archives_its_cards(root: Path, collection: Collection, read: Read) -> None:
    read()
    (root / "a/one.md").unlink()
    assert read() == Reading(files=0, topics=1)
    assert ids(collection) == ["two/z"]
    assert [deck.id for deck in collection.decks()] == ["b"]


def test_a_renamed_file_keeps_a_topic_that_it_names_itself(root: Path, collection: Collection, read: Read) -> None:
    write_cards(root, {"a/one.md": f"---\ntopic: named\n---\n\n{questions('x')}"})
    read()
    collection.append([good("named/x")])
    (root / "a/one.md").rename(root / "a/other.md")
    read()
    assert ids(collection) == ["named/x", "two/z"]
    assert collection.standing("named/x").memory.interval == 1


def test_a_file_moved_to_another_folder_changes_deck_and_keeps_its_cards(
    root: Path, collection: Collection, read: Read
) -> None:
    read()
    collection.append([good("one/x")])
    (root / "c").mkdir()
    (root / "a/one.md").rename(root / "c/one.md")
    read()
    assert {card.id: card.deck for card in collection.listed()} == {"two/z": "b", "one/x": "c", "one/y": "c"}
    assert collection.standing("one/x").memory.interval == 1


def test_a_topic_split_off_into_another_file_keeps_its_history_under_the_same_id(
    root: Path, collection: Collection, read: Read
) -> None:
    write_cards(root, {"a/one.en.md": f"---\ntopic: one\n---\n\n{questions('x', 'y')}"})
    (root / "a/one.md").unlink()
    read()
    collection.append([good("one/x")])
    (root / "a/one.en.md").unlink()
    write_cards(root, {"b/first.en.md": f"---\ntopic: one\n---\n\n{questions('x', 'y')}"})
    read()
    assert collection.faults() == []
    assert {card.id: card.deck for card in collection.listed()} == {"one/x": "b", "one/y": "b", "two/z": "b"}
    assert len(collection.history("one/x")) == 1


def test_a_second_language_joins_the_same_cards(root: Path, collection: Collection, read: Read) -> None:
    (root / "a/one.md").rename(root / "a/one.en.md")
    read()
    chinese = "# 题目\n\n## 什么是 x？ {#x}\n\n答案。\n\n## 什么是 y？ {#y}\n\n答案。\n"
    write_cards(root, {"a/one.zh.md": chinese})
    assert read() == Reading(files=1, topics=1)
    card = collection.card("one/x")
    assert card is not None
    assert set(card.faces) == {"en", "zh"}
    assert collection.faults() == []


def test_a_language_taken_away_leaves_the_other(root: Path, collection: Collection, read: Read) -> None:
    (root / "a/one.md").rename(root / "a/one.en.md")
    write_cards(root, {"a/one.zh.md": questions("x", "y")})
    read()
    (root / "a/one.zh.md").unlink()
    read()
    card = collection.card("one/x")
    assert card is not None
    assert set(card.faces) == {"en"}


def test_a_folder_that_is_missing_for_a_while_keeps_its_cards(
    root: Path, collection: Collection, read: Read, tmp_path: Path, parsed: list[str]
) -> None:
    stick = write_cards(tmp_path / "stick", {"s/three.md": questions("w")})
    read(root, stick)
    parsed.clear()
    stick.rename(tmp_path / "elsewhere")
    read(root, stick)
    assert "three/w" in ids(collection)
    (tmp_path / "elsewhere").rename(stick)
    read(root, stick)
    assert parsed == []


def test_a_folder_taken_out_of_the_settings_archives_its_cards(
    root: Path, collection: Collection, read: Read, tmp_path: Path
) -> None:
    stick = write_cards(tmp_path / "stick", {"s/three.md": questions("w")})
    read(root, stick)
    read(root)
    assert "three/w" not in ids(collection)


def test_of_two_files_with_one_topic_that_of_the_earlier_folder_holds(
    root: Path, collection: Collection, read: Read, tmp_path: Path
) -> None:
    mine = write_cards(tmp_path / "mine", {"m/one.md": questions("mine")})
    read(root, mine)
    assert ids(collection) == ["one/x", "one/y", "two/z"]
    (fault,) = collection.faults()
    assert fault.file == str(mine / "m/one.md")
    shutil.rmtree(root / "a")
    read(root, mine)
    assert ids(collection) == ["two/z", "one/mine"]
    assert collection.faults() == []


def test_another_version_of_the_parser_reads_everything_again(
    read: Read, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read()
    parsed.clear()
    monkeypatch.setattr("quizapp.store.files.changes.READER", READER + 1)
    assert read() == Reading(files=2, topics=2)
    assert sorted(parsed) == ["one.md", "two.md"]


def test_progress_counts_the_files_that_are_looked_into(root: Path, collection: Collection) -> None:
    told: list[tuple[int, int]] = []
    collection.read_folders((root,), NOW, lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]


def test_more_files_than_a_statement_can_hold_are_no_matter(root: Path, collection: Collection, read: Read) -> None:
    write_cards(root, {f"many/t{number}.md": questions("q") for number in range(1100)})
    assert read().files == 1102
    shutil.rmtree(root / "many")
    assert read() == Reading(files=0, topics=1100)
    assert ids(collection) == ["one/x", "one/y", "two/z"]
