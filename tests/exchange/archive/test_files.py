"""Which files of the cards folder go along, and what becomes of them where some are there already."""

from pathlib import Path

import pytest

from quizapp.cards.draft import Draft
from quizapp.errors import StoreError
from quizapp.exchange.archive import bringing, files
from quizapp.exchange.archive.writing import archive_of
from quizapp.exchange.progress import ProgressWanted
from quizapp.study.editing.files import replace
from tests.conftest import write_cards
from tests.exchange.archive.homes import FILES, all_of, brought, exported, home, parsed
from tests.exchange.exported import MOMENT
from tests.study.editing.conftest import POOLING

ONE = b"## One? {#one}\n\n1\n"


def test_hidden_files_and_links_stay(tmp_path: Path) -> None:
    with home(tmp_path / "one", {"a.md": ONE, ".git/config": b"x", "b/.stfolder": b"x"}) as one:
        (tmp_path / "secret").write_text("secret", encoding="utf-8")
        (one.places.cards / "link.txt").symlink_to(tmp_path / "secret")
        (one.places.cards / "folder").symlink_to(tmp_path)
        assert [file.path for file in parsed(one).files] == ["a.md"]


def test_what_stays_behind_is_told_and_stands_in_the_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST_FILE", 100)
    monkeypatch.setattr(files, "MOST", 110)
    sizes = {"big.png": b"x" * 101, "z.md": ONE, "a.png": b"x" * 90, "b.png": b"x" * 90, "aux.md": ONE}
    told: list[str] = []
    with home(tmp_path / "one", sizes) as one:
        list(archive_of(one, ProgressWanted(MOMENT, tell=told.append)))
        part = parsed(one)
    assert [file.path for file in part.files] == ["a.png", "z.md"]
    assert [(one.path, one.why) for one in part.files_left_out] == [
        ("aux.md", "it is the name of a device"),
        ("b.png", "all files together are larger than 256 MiB"),
        ("big.png", "it is larger than 16 MiB"),
    ]
    assert told[0] == "aux.md is not in it: it is the name of a device"
    assert len(told) == 3


def test_more_files_than_an_export_holds_stay_behind_and_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST_FILES", 1)
    with home(tmp_path / "one", {"a.png": b"x", "b.png": b"x", "z.md": ONE}) as one:
        part = parsed(one)
    assert [file.path for file in part.files] == ["z.md"]
    assert [one.path for one in part.files_left_out] == ["a.png", "b.png"]


def test_a_name_that_is_no_text_is_told_and_harms_nothing(tmp_path: Path) -> None:
    with home(tmp_path / "one", {"a.md": ONE}) as one:
        (one.places.cards / "b\udcff.txt").write_bytes(b"x")
        part = parsed(one)
    assert [one.path for one in part.files_left_out] == ["b\\xff.txt"]


def test_a_file_that_differs_is_left_alone_and_named(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one, home(tmp_path / "other", {"vision/nets/nets.md": ONE}) as other:
        done = brought(other, exported(one), tmp_path)
        path = other.places.cards / "vision/nets/nets.md"
        assert done.placed.differing == [path]
        assert path.read_bytes() == ONE
        assert len(done.placed.missing) == len(FILES) - 1


def test_cards_that_lie_in_another_file_do_not_come_twice(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one, home(tmp_path / "other", {"nets.md": FILES["vision/nets/nets.md"]}) as other:
        done = brought(other, exported(one), tmp_path)
        assert done.placed.there == [other.places.cards / "vision/nets/nets.md"]
        (other.places.cards / "nets.md").write_bytes(FILES["vision/nets/nets.md"] + b"\n## More?\n\nYes.\n")
        other.read_cards(MOMENT)
        done = brought(other, exported(one), tmp_path)
        assert done.placed.refused == {"vision/nets/nets.md": "cards of it stand in another file of yours"}
        assert [fault for fault in other.collection.faults() if "already has a card" in fault.what] == []


def test_ones_own_copy_of_a_bundled_card_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.paths._PACKAGE", tmp_path / "program")
    write_cards(tmp_path / "program/content", {"06-conv/pooling.en.md": POOLING})
    with home(tmp_path / "one", {}) as one, home(tmp_path / "other", {}) as other:
        for desk in (one, other):
            desk.choose("bundled", True)
            desk.read_cards(MOMENT)
        card = one.collection.card("pooling/keep")
        assert card
        replace(one, card, {"en": Draft(prompt="What is kept?", answer="All.")}, MOMENT)
        brought(other, exported(one), tmp_path)
        found = other.collection.card("pooling/keep")
        assert found
        assert (found.edited, found.face("en").title) == (True, "What is kept?")
        assert all_of(other)["files"] == all_of(one)["files"] != {}


def test_where_one_file_cannot_be_written_none_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def make(path: Path, content: bytes) -> None:
        if path.name == "注意.md":
            raise OSError(28, "No space left on device")
        path.write_bytes(content)

    monkeypatch.setattr(bringing, "make_file", make)
    with home(tmp_path / "one") as one, home(tmp_path / "other", {}) as other:
        one.choose("language", "zh")
        with pytest.raises(StoreError, match="cannot be written"):
            brought(other, exported(one), tmp_path)
        assert list(other.places.cards.iterdir()) == []
        assert other.collection.settings() == {}
