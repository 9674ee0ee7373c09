"""Links between notes become their words; embedded pictures come along from within the vault."""

from pathlib import Path

import pytest

from quizapp.exchange.notes import Loss
from quizapp.exchange.obsidian import read
from tests.exchange.markdown_cards import LIMIT, assert_cards, written


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("[[Note]]", "Note"),
        ("[[Note#Part|the words]]", "the words"),
        ("[[Note\\|in a table]]", "in a table"),
        ("[[a_b*c]]", "a\\_b\\*c"),
        ("`[[code]]`", "`[[code]]`"),
        ("[web](page)", "[web](page)"),
    ],
)
def test_a_link_becomes_its_words(link: str, words: str, tmp_path: Path) -> None:
    found = read(written(tmp_path, f"q::a {link} b"), LIMIT)
    assert_cards(found)
    assert [note.draft.answer for note in found.notes] == [f"a {words} b"]
    assert [told.loss for told in found.told] == ([Loss.NOTHING] if link.startswith("[[") else [])


def test_embedded_pictures_come_along_from_anywhere_in_the_vault(tmp_path: Path) -> None:
    (tmp_path / "files" / "deep").mkdir(parents=True)
    (tmp_path / "files" / "deep" / "Pasted image.png").write_bytes(b"1")
    (tmp_path / "files" / "b.PNG").write_bytes(b"2")
    written(tmp_path, "#flashcards\n==![[Pasted image.png|300]]== ![[b.PNG|words]] ![](../files/b.PNG)", "notes/n.md")
    found = read(tmp_path, LIMIT)
    assert_cards(found)
    [note] = found.notes
    assert note.draft.prompt == "==![](media/Pasted-image.png)== ![words](media/b.PNG) ![](media/b.PNG)"
    assert set(note.media) == {"Pasted-image.png", "b.PNG"}
    assert {name: content() for name, content in found.media.items()} == {"Pasted-image.png": b"1", "b.PNG": b"2"}
    assert not found.told


@pytest.mark.parametrize("target", ["sound.mp3", "Note", "gone.png", "../secret.png", "link.png"])
def test_what_is_no_picture_of_the_vault_is_told(target: str, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"secret")
    vault = tmp_path / "vault"
    vault.mkdir()
    (vault / "link.png").symlink_to(tmp_path / "secret.png")
    written(vault, f"#flashcards\nq::a ![[{target}]]", "note.md")
    found = read(vault, LIMIT)
    assert_cards(found)
    assert (found.media, found.notes[0].draft.answer) == ({}, f"a {target}")
    assert [told.loss for told in found.told] == [Loss.PART]
