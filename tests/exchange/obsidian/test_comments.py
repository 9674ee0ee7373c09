"""What Obsidian does not show, or what lies behind a link, is no part of a card; all of it is told."""

from pathlib import Path

from quizapp.exchange.notes import Loss
from quizapp.exchange.obsidian import read
from tests.exchange.drafts import texts_of
from tests.exchange.markdown_cards import LIMIT, written


def test_comments_are_left_out_and_told(tmp_path: Path) -> None:
    text = "q %%of mine%%::a\n\nfront\n?\nback %%one\ntwo%% more\n\nA ==gap== %%not %a% gap%% here.\n"
    found = read(written(tmp_path, text, "note.md"), LIMIT)
    assert texts_of(found) == [
        ("basic", "q", "a"),
        ("basic", "front", "back  more"),
        ("cloze", "A ==gap==  here.", ""),
    ]
    assert [(told.place, told.what) for told in found.told] == [
        ("note.md:1", "a comment is left out: of mine"),
        ("note.md:3", "a comment is left out: one two"),
        ("note.md:8", "a comment is left out: not %a% gap"),
    ]


def test_what_is_no_comment_stays(tmp_path: Path) -> None:
    text = "100% of `%%x%%`::50%% more\n"
    found = read(written(tmp_path, text, "note.md"), LIMIT)
    assert texts_of(found) == [("basic", "100% of `%%x%%`", "50%% more")]
    assert found.told == ()


def test_a_card_that_is_all_comment_is_told(tmp_path: Path) -> None:
    found = read(written(tmp_path, "q::%%later%%\n", "note.md"), LIMIT)
    assert (found.notes, found.told[-2].loss) == ((), Loss.NOTE)


def test_links_that_are_not_followed_are_told(tmp_path: Path) -> None:
    vault, elsewhere = tmp_path / "vault", tmp_path / "elsewhere"
    written(vault, "#flashcards\nq::a", "one.md")
    written(elsewhere, "#flashcards\nq2::a", "two.md")
    (vault / "two.md").symlink_to(elsewhere / "two.md")
    (vault / "folder").symlink_to(elsewhere)
    written(vault, "#flashcards\nq3::a", "inside/three.md")
    (vault / "again").symlink_to(vault / "inside")
    (vault / "same.md").symlink_to(vault / "one.md")
    found = read(vault, LIMIT)
    assert len(found.notes) == 3
    assert [(told.place, told.loss) for told in found.told] == [
        (name, Loss.PART) for name in ("again", "folder", "two.md")
    ]
