"""Front matter, folders, pictures, and the database that stays behind."""

from pathlib import Path

import pytest

from quizapp.errors import UsageError
from quizapp.exchange.hashcards.reading import read
from quizapp.exchange.markdown import source
from quizapp.exchange.notes import Loss
from tests.exchange.markdown_cards import LIMIT, assert_cards, written
from tests.exchange.meaning import in_time


def test_the_front_matter_names_the_deck(tmp_path: Path) -> None:
    found = read(written(tmp_path, '---\nname = "Cell Biology"\nauthor = "me"\n---\n\nQ: a\nA: b'), LIMIT)
    assert [(note.deck, note.place) for note in found.notes] == [(("Cell Biology",), "deck.md:6")]
    assert [told.what for told in found.told] == ["not read: author"]


@pytest.mark.parametrize("head", ["---\n---\n", "---\n"])
def test_front_matter_may_be_empty_or_a_separator(head: str, tmp_path: Path) -> None:
    found = read(written(tmp_path, f"{head}Q: a\nA: b"), LIMIT)
    assert [note.deck for note in found.notes] == [("deck",)]
    assert not found.told


@pytest.mark.parametrize(
    "text", ["name = Cell Biology", f"name = {'[' * 5_000}", f"name = {'9' * 5_000}", f"{'.'.join('a' * 60_000)} = 1"]
)
def test_front_matter_that_is_no_toml_is_told(tmp_path: Path, text: str) -> None:
    with in_time():
        found = read(written(tmp_path, f"---\n{text}\n---\nQ: a\nA: b"), LIMIT)
    assert (len(found.notes), [told.loss for told in found.told]) == (1, [Loss.PART])


def test_a_folder_gives_all_its_decks_but_hidden_ones(tmp_path: Path) -> None:
    for name in ("b/two.md", "one.md", ".git/no.md", ".no.md", "no.txt"):
        written(tmp_path, f"Q: {name}\nA: b", name)
    (tmp_path / "hashcards.db").write_bytes(b"SQLite")
    found = read(tmp_path, LIMIT)
    assert [(note.place, note.deck) for note in found.notes] == [("b/two.md:1", ("two",)), ("one.md:1", ("one",))]
    assert [told.place for told in found.told] == ["hashcards.db"]


def test_a_folder_of_more_files_than_anybody_writes_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MOST_FILES", 2)
    for name in ("a/one.md", "a/two.md"):
        written(tmp_path, f"Q: {name}\nA: b", name)
    assert len(read(tmp_path, LIMIT).notes) == 2
    written(tmp_path, "Q: a\nA: b", "b/three.md")
    with pytest.raises(UsageError, match="has more than 2 files"):
        read(tmp_path, LIMIT)


def test_a_folder_is_bounded(tmp_path: Path) -> None:
    for name in ("one.md", "two.md"):
        written(tmp_path, "Q: a\nA: b", name)
    with pytest.raises(UsageError):
        read(tmp_path, 15)


def test_pictures_are_found_beside_the_deck_and_from_the_root(tmp_path: Path) -> None:
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "a b.png").write_bytes(b"top")
    (tmp_path / "sub" / "img").mkdir(parents=True)
    (tmp_path / "sub" / "img" / "A-b.png").write_bytes(b"sub")
    text = 'Q: ![x](<img/a b.png> "t") ![](@/img/a%20b.png)\nA: ![](img/A-b.png) `![](no.png)` ![](https://x/y.png)'
    written(tmp_path, text, "sub/deck.md")
    found = read(tmp_path, LIMIT)
    [note] = found.notes
    assert note.draft.prompt == '![x](media/a-b.png "t") ![](media/a-b.png)'
    assert note.draft.answer == "![](media/A-b-2.png) `![](no.png)` ![](https://x/y.png)"
    assert note.media == ("a-b.png", "A-b-2.png")
    assert {name: content() for name, content in found.media.items()} == {"a-b.png": b"top", "A-b-2.png": b"sub"}
    assert not found.told
    assert_cards(found)


def test_no_picture_comes_from_outside_the_folder(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "secret.png").write_bytes(b"secret")
    (inside / "link.png").symlink_to(tmp_path / "secret.png")
    outside = tmp_path / "secret.png"
    found = read(
        written(inside, f"Q: ![](../secret.png) ![](link.png) ![](//{outside}) ![]({outside})\nA: ![](x.mp3)"), LIMIT
    )
    assert not found.media
    assert "media/" not in found.notes[0].draft.prompt
    assert [told.loss for told in found.told] == [Loss.PART] * 4


def test_pictures_are_bounded(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"x" * 2000)
    with pytest.raises(UsageError):
        read(written(tmp_path, "Q: a\nA: ![](a.png)"), 1000)


def test_a_link_out_of_the_folder_is_not_read(tmp_path: Path) -> None:
    written(tmp_path, "Q: a\nA: b", "outside/a.md")
    inside = written(tmp_path, "Q: c\nA: d", "inside/c.md").parent
    (inside / "a.md").symlink_to(tmp_path / "outside" / "a.md")
    assert [note.place for note in read(inside, LIMIT).notes] == ["c.md:1"]
