"""Changes to several files: nothing is lost where they are cut short, and no card goes where it would not be read."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.cards.draft import Draft
from quizapp.cards.files import make_file
from quizapp.cards.folders import LARGEST_FILE
from quizapp.errors import StoreError, UsageError
from quizapp.study.editing import pages as writing
from quizapp.study.editing.files import add
from quizapp.study.editing.pages import Pages, Written
from quizapp.study.editing.revising import begin
from quizapp.study.editing.shelf import Target
from quizapp.study.editing.taking_out import delete, move
from quizapp.study.editing.trash import in_trash, put_back
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

    for name in ("make_file", "replace_file"):
        monkeypatch.setattr(writing, name, write)


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


def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(learning: Learning) -> None:
    (learning.own / "mine.md").unlink()
    os.mkfifo(learning.own / "mine.md")
    with pytest.raises(StoreError, match="is not a plain file"):
        begin(learning.desk, learning.card("mine/one"), "en", learning.now)
    with pytest.raises(StoreError, match="is not a plain file"):
        add(learning.desk, Target("", "mine"), {"every": Draft(prompt="Q", answer="A")}, learning.now)


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


def test_two_paths_that_lead_to_one_file_are_not_written_one_over_the_other(learning: Learning) -> None:
    (learning.own / "link.md").symlink_to("mine.md")
    learning.read()
    with pytest.raises(UsageError, match="are one file"):
        move(learning.desk, ["mine/one"], Target("", "link"), learning.now)
    assert learning.text("mine.md") == MINE


def test_a_new_file_is_not_put_in_the_place_of_one_that_came_meanwhile(
    learning: Learning, monkeypatch: pytest.MonkeyPatch
) -> None:
    def makes_after_another(path: Path, content: bytes) -> None:
        path.write_bytes(b"theirs")
        make_file(path, content)

    monkeypatch.setattr(writing, "make_file", makes_after_another)
    with pytest.raises(StoreError, match="cannot be written"):
        add(learning.desk, Target("", "new"), {"every": Draft(prompt="Q", answer="A")}, learning.now)
    assert learning.files == {"mine.md": MINE.encode(), "new.md": b"theirs"}


def test_nothing_is_put_below_a_code_block_that_is_open(tmp_path: Path) -> None:
    file, pages = tmp_path / "a.md", Pages()
    file.write_bytes(b"## A?\n\n```\nopen\n")
    with pytest.raises(UsageError, match="is not closed"):
        pages.append(file, "## B?\n\nb\n")


def test_nothing_is_put_below_front_matter_that_does_not_end(tmp_path: Path) -> None:
    file, pages = tmp_path / "a.md", Pages()
    file.write_bytes(b"---\ntitle: A\n\n## A?\n\na\n")
    with pytest.raises(UsageError, match=r"front matter in .* does not end"):
        pages.append(file, "## B?\n\nmore\n\n---\n\nb\n")


@pytest.mark.parametrize("begun", ["***", " ---", "- - -", "---\ntitle: A\n---"])
def test_a_file_that_begins_otherwise_takes_cards(tmp_path: Path, begun: str) -> None:
    file, pages = tmp_path / "a.md", Pages()
    file.write_text(f"{begun}\n")
    pages.append(file, "## B?\n\nb\n")
    assert list(pages.cards(file)) == ["b"]


def test_a_file_does_not_grow_beyond_what_is_read(tmp_path: Path) -> None:
    file, pages = tmp_path / "a.md", Pages()
    file.write_bytes(b"# A\n" + b"x" * (LARGEST_FILE - 10) + b"\n")
    with pytest.raises(UsageError, match="larger than 16 MiB"):
        pages.append(file, "## B?\n\nb\n")


def _folders(learning: Learning) -> set[Path]:
    data = learning.desk.places.data
    return {path for path in (*learning.own.rglob("*"), *data.rglob("*")) if path.is_dir()}


def test_folders_made_for_a_card_go_when_it_is_taken_back(learning: Learning) -> None:
    before = _folders(learning)
    draft = Draft(kind="basic", prompt="Why?", answer="So.")
    added = add(learning.desk, Target("vision/deep", "why"), {"en": draft}, learning.now)
    assert (learning.own / "vision/deep").is_dir()
    added.written.undo(learning.desk, learning.now)
    assert _folders(learning) == before


def test_a_folder_with_something_of_the_learners_stays(learning: Learning) -> None:
    moved = move(learning.desk, ["mine/one"], Target("vision/deep", "why"), learning.now)
    (learning.own / "vision/notes.txt").write_text("mine")
    moved.undo(learning.desk, learning.now)
    assert (learning.own / "vision/notes.txt").exists()
    assert not (learning.own / "vision/deep").exists()


def test_folders_made_for_what_could_not_be_written_go(learning: Learning, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _folders(learning)

    def fails(path: Path, _content: bytes) -> None:
        path.parent.mkdir(parents=True)
        raise OSError(28, "no room")

    monkeypatch.setattr(writing, "make_file", fails)
    with pytest.raises(StoreError):
        move(learning.desk, ["mine/one"], Target("vision/deep", "why"), learning.now)
    assert _folders(learning) == before


def test_the_trash_keeps_no_empty_folder_of_what_came_back(learning: Learning) -> None:
    for put_back_by in (lambda written: written.undo(learning.desk, learning.now), _restored(learning)):
        put_back_by(delete(learning.desk, ["mine/one"], learning.now))
        assert list(learning.desk.places.trash.glob("*")) == []


def _restored(learning: Learning) -> Callable[[Written], object]:
    return lambda _written: put_back(learning.desk, next(in_trash(learning.desk)).name, learning.now)
