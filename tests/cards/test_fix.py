import os
import resource
import tempfile
from pathlib import Path

import pytest

from quizapp.cards.faults import Fault
from quizapp.cards.files import make_file, remove_file, replace_file
from quizapp.cards.insert_ids import with_ids
from quizapp.cards.lint import Fixed, fix, lint
from quizapp.cards.parse import parse_file
from tests.conftest import write_cards

_NOBODY = 65534


def _fixed(content: str) -> str:
    raw = content.encode()
    return with_ids(raw, parse_file(raw, "a.md", "deck")).decode()


@pytest.mark.parametrize(
    ("heading", "with_id"),
    [
        ("## What is A?", "## What is A? {#what-is-a}"),
        ("## What is A?   ", "## What is A? {#what-is-a}   "),
        ("## What is A? ##", "## What is A? {#what-is-a} ##"),
        ("  ##\tWhat is A?\t#  ", "  ##\tWhat is A? {#what-is-a}\t#  "),
        ("## What is A? {.reverse}", "## What is A? {#what-is-a .reverse}"),
        ("## What is A? { .reverse } ##", "## What is A? {#what-is-a  .reverse } ##"),
        ("## What is `A`?", "## What is `A`? {#what-is-a}"),
        ("## What is A#", "## What is A# {#what-is-a-0f985580}"),
        ("## What is `{.A}`", "## What is `{.A}` {#what-is-a-b0b8ab5e}"),
    ],
)
def test_an_id_is_written_at_the_end_of_the_heading(heading: str, with_id: str) -> None:
    fixed = _fixed(f"{heading}\n\nanswer\n")
    assert fixed == f"{with_id}\n\nanswer\n"
    assert fixed.encode() == with_ids(fixed.encode(), parse_file(fixed.encode(), "a.md", "deck"))


def test_cards_that_have_an_id_and_headings_that_are_no_cards_are_let_be() -> None:
    text = "# T\n\n## A {#a}\n\n```\n## B\n```\n\n> ## C\n\n### D\n\n## E\n"
    assert _fixed(text) == text


def test_folders_and_files_are_fixed_and_told(tmp_path: Path) -> None:
    write_cards(
        tmp_path,
        {"one/a.md": "## Q\r\n\r\nA\r\n\r\n## R\r\n\r\nB", "one/b.md": "## Q {#q}\n\nA\n", "c.md": "## S\n\nC\n"},
    )
    paths = [tmp_path / "one", tmp_path / "c.md", tmp_path / "c.md"]
    assert list(fix(paths)) == [Fixed(tmp_path / "one" / "a.md", 2), Fixed(tmp_path / "c.md", 1)]
    assert (tmp_path / "one" / "a.md").read_bytes() == b"## Q {#q}\r\n\r\nA\r\n\r\n## R {#r}\r\n\r\nB"
    assert list(fix(paths)) == []


def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    file = write_cards(tmp_path, {"a.md": "## Q\n\nA\n"}) / "a.md"
    file.chmod(0o640)
    assert list(fix([file])) == [Fixed(file, 1)]
    assert file.stat().st_mode & 0o7777 == 0o640


def test_a_link_stays_a_link_and_what_it_leads_to_is_fixed(tmp_path: Path) -> None:
    write_cards(tmp_path, {"real/a.md": "## Q\n\nA\n"})
    (tmp_path / "link.md").symlink_to("real/a.md")
    assert list(fix([tmp_path / "link.md"])) == [Fixed(tmp_path / "link.md", 1)]
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real" / "a.md").read_text() == "## Q {#q}\n\nA\n"


def _nothing_happened(folder: Path, found: list[Fixed | Fault], reason: str) -> None:
    (fault,) = found
    assert isinstance(fault, Fault)
    assert (Path(fault.file).name, fault.what) == ("a.md", f"the ids cannot be written into it ({reason})")
    assert [path.name for path in folder.iterdir()] == ["a.md"]
    assert (folder / "a.md").read_text() == "## Q\n\nA\n"


def test_a_read_only_file_is_told_and_let_be(tmp_path: Path) -> None:
    file = write_cards(tmp_path / "cards", {"a.md": "## Q\n\nA\n"}) / "a.md"
    file.chmod(0o444)
    _nothing_happened(file.parent, list(fix([file])), "Permission denied")


def test_a_read_only_folder_is_told_and_let_be() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = write_cards(Path(name), {"a.md": "## Q\n\nA\n"})
        (folder / "a.md").chmod(0o666)
        folder.chmod(0o555)
        user = os.geteuid()
        try:
            if user == 0:  # root may write anywhere
                os.seteuid(_NOBODY)
            found = list(fix([folder]))
        finally:
            os.seteuid(user)
        _nothing_happened(folder, found, "Permission denied")
        folder.chmod(0o755)


def test_a_full_disk_is_told_and_leaves_nothing_behind(tmp_path: Path) -> None:
    file = write_cards(tmp_path / "cards", {"a.md": "## Q\n\nA\n"}) / "a.md"
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4, hard))
    try:
        found = list(fix([file]))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    _nothing_happened(file.parent, found, "File too large")


def test_replacing_raises_what_the_system_says(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        replace_file(tmp_path / "gone.md", b"")


def test_a_file_is_made_only_where_there_is_none(tmp_path: Path) -> None:
    file = tmp_path / "deck" / "a.md"
    make_file(file, b"a")
    with pytest.raises(FileExistsError):
        make_file(file, b"b")
    assert {path.name: path.read_bytes() for path in file.parent.iterdir()} == {"a.md": b"a"}


def test_a_file_that_cannot_be_made_leaves_nothing_behind(tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            make_file(tmp_path / "a.md", b"more than four")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []


def test_a_file_with_faults_gets_ids_for_its_sound_cards_only(tmp_path: Path) -> None:
    file = write_cards(tmp_path, {"a.md": "---\ntitle: a: b\n---\n\n## Q\n\n## R\n\nA\n\n## r\n\nB\n"}) / "a.md"
    before = lint([file])
    assert list(fix([file])) == [Fixed(file, 1)]
    assert file.read_text() == "---\ntitle: a: b\n---\n\n## Q\n\n## R {#r}\n\nA\n\n## r\n\nB\n"
    assert [fault.line for fault in lint([file])] == [fault.line for fault in before] == [2, 5, 11]


def test_a_file_that_its_owner_made_read_only_is_not_removed(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"a")
    file.chmod(0o444)
    with pytest.raises(PermissionError):
        remove_file(file)
    file.chmod(0o644)
    remove_file(file)
    remove_file(file)
    assert not file.exists()
