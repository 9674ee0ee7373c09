"""Changes to several files: nothing is lost where they are cut short, and no card goes where it would not be read."""

from pathlib import Path

import pytest

from quizapp.cards.folders import LARGEST_FILE
from quizapp.errors import StoreError, UsageError
from quizapp.study.editing import pages as writing
from quizapp.study.editing.pages import Pages
from quizapp.study.editing.shelf import Target
from quizapp.study.editing.taking_out import delete, move
from tests.study.editing.conftest import MINE, Learning


class _PowerFails(BaseException):
    """Nothing is tidied up after it."""


@pytest.fixture
def writes_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The power fails after the first file."""
    written: list[Path] = []

    def write(path: Path, content: bytes) -> None:
        if written:
            raise _PowerFails
        written.append(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    monkeypatch.setattr(writing, "write_file", write)


@pytest.mark.usefixtures("writes_once")
def test_a_card_that_is_moved_stands_in_one_file_at_least(learning: Learning) -> None:
    with pytest.raises(_PowerFails):
        move(learning.desk, ["mine/one"], Target("", "other"), learning.now)
    assert "## One?" in learning.text("other.md")
    assert learning.text("mine.md") == MINE


@pytest.mark.usefixtures("writes_once")
def test_a_card_that_is_deleted_is_in_the_trash_first(learning: Learning) -> None:
    with pytest.raises(_PowerFails):
        delete(learning.desk, ["mine/one"], learning.now)
    kept = [file.read_text() for file in learning.desk.places.trash.rglob("*.md")]
    assert any("## One?" in text for text in (*kept, learning.text("mine.md")))


def test_where_one_file_cannot_be_written_all_are_as_they_were(learning: Learning) -> None:
    pages = Pages()
    pages[learning.own / "new.md"] = b"## New?\n\nnew\n"
    pages[learning.own / "mine.md"] = b"# Mine\n"
    (learning.own / "mine.md").chmod(0o444)
    with pytest.raises(StoreError, match="cannot be written"):
        pages.write()
    assert learning.files == {"mine.md": MINE.encode()}


def test_a_file_that_was_changed_meanwhile_is_not_written_over(learning: Learning) -> None:
    pages = Pages()
    pages[learning.own / "new.md"] = b"## New?\n\nnew\n"
    pages[learning.own / "mine.md"] = b"# Mine\n"
    (learning.own / "mine.md").write_text("theirs")
    with pytest.raises(UsageError, match="changed meanwhile"):
        pages.write()
    assert learning.files == {"mine.md": b"theirs"}


def test_nothing_is_put_below_a_code_block_that_is_open(tmp_path: Path) -> None:
    file, pages = tmp_path / "a.md", Pages()
    file.write_bytes(b"## A?\n\n```\nopen\n")
    with pytest.raises(UsageError, match="is not closed"):
        pages.append(file, "## B?\n\nb\n")


def test_a_file_does_not_grow_beyond_what_is_read(tmp_path: Path) -> None:
    file, pages = tmp_path / "a.md", Pages()
    file.write_bytes(b"# A\n" + b"x" * (LARGEST_FILE - 10) + b"\n")
    with pytest.raises(UsageError, match="larger than 16 MiB"):
        pages.append(file, "## B?\n\nb\n")
