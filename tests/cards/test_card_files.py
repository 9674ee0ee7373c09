"""Which files of a folder are card files, and what of it cannot be read."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quizapp.cards.faults import Fault
from quizapp.cards.folders import CardFile, card_files
from quizapp.cards.library import read_library
from tests.conftest import write_cards

_NOBODY = 65534


def _found(root: Path) -> list[str]:
    return [found.path.relative_to(root).as_posix() for found in card_files(root) if isinstance(found, CardFile)]


def _faults(root: Path) -> list[tuple[str, str]]:
    return [(Path(found.file).name, found.what) for found in card_files(root) if isinstance(found, Fault)]


@contextmanager
def _as_nobody_special() -> Iterator[Path]:
    """A folder anyone may enter, and no right to more than the permissions say, even for root."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        user = os.geteuid()
        try:
            yield Path(folder)
        finally:
            os.seteuid(user)
            for path in [Path(folder), *Path(folder).rglob("*")]:
                path.chmod(0o755)


def _drop_rights(folder: Path) -> None:
    if os.geteuid() == 0:
        for path in [folder, *folder.rglob("*")]:
            os.chown(path, _NOBODY, -1)
        os.seteuid(_NOBODY)


def test_markdown_files_are_found_in_order_at_any_depth(tmp_path: Path) -> None:
    write_cards(
        tmp_path, dict.fromkeys(["b.md", "a.zh.md", "a.en.md", "z/y/x.md", "c.txt", "d.md.bak", "e.markdown"], "")
    )
    assert _found(tmp_path) == ["a.en.md", "a.zh.md", "b.md", "z/y/x.md"]


def test_readmes_and_the_like_are_passed_over(tmp_path: Path) -> None:
    passed = ["README.md", "readme.zh.md", "LICENSE.md", "CHANGELOG.md", "CONTRIBUTING.md", "REVIEW.md", "a/ReadMe.md"]
    write_cards(tmp_path, dict.fromkeys([*passed, "reading.md", "review.md"], ""))
    assert _found(tmp_path) == ["reading.md", "review.md"]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    write_cards(tmp_path, dict.fromkeys([".git/a.md", ".obsidian/b/c.md", ".#d.md", "e.md"], ""))
    assert _found(tmp_path) == ["e.md"]


def test_a_hidden_root_is_read_all_the_same(tmp_path: Path) -> None:
    assert _found(write_cards(tmp_path / ".cards", {"a.md": ""})) == ["a.md"]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert not list(card_files(tmp_path / "nowhere"))


def test_a_file_that_is_too_large_is_told_and_left_alone(tmp_path: Path) -> None:
    write_cards(tmp_path, {"big.md": "x" * (2**20 + 1), "largest.md": "x" * 2**20})
    found = list(card_files(tmp_path, 2**20))
    assert [one.path.name for one in found if isinstance(one, CardFile)] == ["largest.md"]
    assert [one.what for one in found if isinstance(one, Fault)] == ["larger than 1 MiB"]


def test_a_link_that_leads_out_is_told_and_not_followed(tmp_path: Path) -> None:
    outside = write_cards(tmp_path / "outside", {"secret.md": "## S\n\ns\n"})
    root = write_cards(tmp_path / "cards", {"own.md": ""})
    (root / "file.md").symlink_to(outside / "secret.md")
    (root / "folder").symlink_to(outside)
    assert _found(root) == ["own.md"]
    what = "a link that leads out of the folder"
    assert sorted(_faults(root)) == [("file.md", what), ("folder", what)]


def test_a_link_inside_the_folder_is_no_second_file(tmp_path: Path) -> None:
    root = write_cards(tmp_path / "cards", {"a.md": "## Q\n\nA\n", "sub/b.md": "## R\n\nB\n"})
    (root / "same.md").symlink_to("a.md")
    (root / "again").symlink_to("sub")
    library = read_library([root])
    assert not library.faults
    assert [topic.id for topic in library.topics] == ["a", "b"]


def test_only_links_are_resolved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_cards(tmp_path / "cards", {f"a/{number}.md": "## Q\n\nA\n" for number in range(20)})
    (root / "a" / "link.md").symlink_to(root / "a" / "1.md")
    resolved: list[str] = []
    resolve = Path.resolve

    def counted(self: Path, strict: bool = False) -> Path:
        resolved.append(self.name)
        return resolve(self, strict)

    monkeypatch.setattr(Path, "resolve", counted)
    assert len(list(card_files(root))) == 21
    assert [name for name in resolved if name.endswith(".md")] == ["link.md"]


def test_links_that_lead_nowhere_are_told(tmp_path: Path) -> None:
    (tmp_path / "gone.md").symlink_to("nothing.md")
    (tmp_path / "loop.md").symlink_to("loop.md")
    write_cards(tmp_path, {"own.md": ""})
    assert _found(tmp_path) == ["own.md"]
    assert [name for name, _ in _faults(tmp_path)] == ["gone.md", "loop.md"]


def test_what_is_no_plain_file_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    assert _faults(tmp_path) == [("pipe.md", "not a plain file")]


def test_a_folder_with_the_ending_of_a_file_is_a_deck(tmp_path: Path) -> None:
    write_cards(tmp_path, {"deck.md/a.md": ""})
    assert _found(tmp_path) == ["deck.md/a.md"]
    assert not _faults(tmp_path)


def test_a_name_that_is_no_text_is_told(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.md"))).write_text("## Q\n\nA\n")
    write_cards(tmp_path, {"b\x1b[31m.md": "## Q\n\nA\n"})
    assert not _found(tmp_path)
    what = "its name, or that of its folder, is not plain text"
    assert _faults(tmp_path) == [("a\ufffd.md", what), ("b␛[31m.md", what)]


def test_what_may_not_be_read_is_told_and_the_rest_is_read() -> None:
    with _as_nobody_special() as root:
        write_cards(root, {"a.md": "## A\n\na\n", "closed.md": "## B\n\nb\n", "shut/c.md": "## C\n\nc\n"})
        (root / "closed.md").chmod(0)
        (root / "shut").chmod(0)
        _drop_rights(root)
        library = read_library([root])
        assert [topic.id for topic in library.topics] == ["a"]
        assert [(Path(fault.file).name, fault.what) for fault in library.faults] == [
            ("closed.md", "cannot be read (Permission denied)"),
            ("shut", "cannot be read (Permission denied)"),
        ]
