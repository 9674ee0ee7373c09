"""Changed files are noticed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.study.editing.watching import INTERVAL, SHARE, Watch, changed, stamps
from tests.conftest import write_cards


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Cards, a deck's folder, and what is neither."""
    files = {"a.md": "# A\n", "deck/b.md": "# B\n", "deck/deck.toml": "order = 1\n", "c.txt": "c", ".hidden/d.md": "d"}
    return write_cards(tmp_path / "cards", files)


def _names(paths: Iterator[str] | set[str] | list[str]) -> list[str]:
    return sorted(Path(path).name for path in paths)


def test_card_files_and_what_is_said_of_decks_are_looked_at(folder: Path) -> None:
    assert _names(list(stamps([folder]))) == ["a.md", "b.md", "deck.toml"]


def test_what_was_changed_added_and_removed_is_told_apart_from_the_rest(folder: Path) -> None:
    before = stamps([folder])
    write_cards(folder, {"a.md": "# A, longer\n", "deck/e.md": "# E\n", "c.txt": "another"})
    (folder / "deck" / "deck.toml").unlink()
    assert _names(changed(before, stamps([folder]))) == ["a.md", "deck.toml", "e.md"]


def test_the_first_look_finds_nothing_and_each_other_what_changed_since(folder: Path) -> None:
    watch = Watch(lambda: [folder])
    assert watch.look() == 0
    write_cards(folder, {"a.md": "# A, longer\n"})
    assert watch.look() == 1
    assert watch.look() == 0


def test_a_folder_that_is_not_there_is_no_error(folder: Path) -> None:
    watch = Watch(lambda: [folder, folder / "nowhere"])
    watch.look()
    folder.rename(folder.parent / "away")
    assert watch.look() == 3
    (folder.parent / "away").rename(folder)
    assert watch.look() == 3


def test_a_link_that_leads_round_in_a_circle_is_not_followed(folder: Path) -> None:
    (folder / "deck" / "again").symlink_to(folder)
    assert len(stamps([folder])) == 3


@pytest.mark.parametrize(("cost", "pause"), [(0.001, INTERVAL), (1.0, SHARE)], ids=["cheap", "dear"])
def test_a_dear_look_is_taken_less_often(folder: Path, cost: float, pause: float) -> None:
    ticks = iter([0.0, cost])
    watch = Watch(lambda: [folder], clock=lambda: next(ticks))
    assert watch.pause == INTERVAL
    watch.look()
    assert watch.pause == pause
