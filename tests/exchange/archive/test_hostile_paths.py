"""A path in an export names a place in the cards folder, or nothing: whatever it says, nothing else is touched."""

import json
import os
from pathlib import Path

import pytest

from quizapp.exchange.archive.bringing import Brought
from quizapp.exchange.archive.names import flaw_of
from quizapp.study.opening import Desk
from tests.exchange.archive.homes import brought, exported, home

HOSTILE = (
    "../out.md",
    "a/../../out.md",
    "/tmp/out.md",
    "a//out.md",
    "./out.md",
    "",
    ".git/hooks/post-commit",
    "a/.hidden.md",
    "a/.bundled/b.md",
    ".bundled/../out.md",
    ".bundled/.hidden.md",
    ".bundled/",
    "..\\out.md",
    "C:out.md",
    "a.md:stream",
    "con",
    "a/NUL.md",
    "com1.txt",
    "LPT¹.md",
    "aux .md",
    "a/b\x1b[2J.md",
    "a\n.md",
    "a\u202e.md",
    "trailing.",
    "trailing ",
    " leading",
    "a\x00.md",
    "x" * 256,
    "/".join("d" * 33),
    "长" * 90,
)
FINE = (
    ".bundled/a.md",
    "a.md",
    "a/b/c.zh.md",
    "console.md",
    "中文/注意　力.md",
    "what? really*.md",
    "a b/c..d.md",
    "com10.md",
    "x" * 255,
)


@pytest.mark.parametrize("path", HOSTILE)
def test_it_is_refused_and_told_and_the_rest_comes(path: str, tmp_path: Path) -> None:
    with home(tmp_path / "one", {"a.md": b"## One?\n\n1\n"}) as one, home(tmp_path / "other", {}) as other:
        before = _files(tmp_path)
        done = _brought_as(one, other, path, tmp_path)
        assert list(done.placed.refused) == [path]
        assert list(done.placed.missing) == [other.places.cards / "b.md"]
        new = _files(tmp_path) - before
        assert {name for name in new if not name.startswith(("export.json", "other/quizapp.db"))} == {
            "other/cards/b.md"
        }


@pytest.mark.parametrize("path", FINE)
def test_names_that_people_give_are_no_flaw(path: str) -> None:
    assert flaw_of(path) is None


@pytest.mark.parametrize("link", ["deck", "deck/a.md", "deck/deeper"])
def test_no_link_is_followed(link: str, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    with home(tmp_path / "one", {"x.md": b"## One?\n\n1\n"}) as one, home(tmp_path / "other", {}) as other:
        at = other.places.cards / link
        at.parent.mkdir(parents=True, exist_ok=True)
        at.symlink_to(outside / "a.md" if link.endswith(".md") else outside)
        path = "deck/deeper/a.md" if link.endswith("deeper") else "deck/a.md"
        done = _brought_as(one, other, path, tmp_path)
        assert done.placed.refused == {path: "a link lies in its way"}
        assert list(outside.iterdir()) == []


def test_a_pipe_or_a_folder_in_the_way_is_left_alone(tmp_path: Path) -> None:
    with home(tmp_path / "one", {"x.md": b"## One?\n\n1\n"}) as one, home(tmp_path / "other", {}) as other:
        os.mkfifo(other.places.cards / "pipe.md")
        (other.places.cards / "folder.md").mkdir()
        for path in ("pipe.md", "folder.md", "pipe.md/a.md"):
            done = _brought_as(one, other, path, tmp_path)
            assert done.placed.refused == {path: "something else lies in its way"}


def test_a_folder_of_cards_that_is_itself_a_link_is_the_learners_wish(tmp_path: Path) -> None:
    (tmp_path / "synced").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "cards").symlink_to(tmp_path / "synced")
    with home(tmp_path / "one") as one, home(tmp_path / "other", {}) as other:
        assert brought(other, exported(one), tmp_path).placed.refused == {}
        assert (tmp_path / "synced" / "vision/nets/nets.md").is_file()


def _brought_as(one: Desk, other: Desk, path: str, folder: Path) -> Brought:
    """What comes of an export with one file under another name, and a second one that is sound."""
    document = json.loads(exported(one))
    document["files"] = [{"path": path, "text": "## Two?\n\n2\n"}, {"path": "b.md", "text": "## Three?\n\n3\n"}]
    return brought(other, json.dumps(document).encode(), folder)


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
