"""Files that Anki 26.9 exported, as they are, from a collection with a note of each type it brings along.

The fields of the notes were made up for it; pictures and sounds are only named.
"""

from pathlib import Path

from quizapp.exchange.anki_text.reading import read_anki_text
from quizapp.exchange.notes import Found
from tests.exchange.drafts import texts_of, told_of


def _read(name: str) -> Found:
    return read_anki_text(Path(__file__).parent / "files" / name, 1 << 20)


def test_notes_in_plain_text() -> None:
    found = _read("notes.txt")
    assert texts_of(found) == [
        ("basic", "\\# tab here", "line\\\ntwo <b> \\*x\\*"),
        ("reverse", 'say "hi"', "yes\n\nno"),
        ("reverse", "q", "a"),
        ("basic", "q2", "a2"),
        ("typed", "type", "` 2*3 | x `"),
        ("cloze", r"==$\frac{a}{b_{c} }$== *(hint)* and two", "extra"),
        ("cloze", r"$\frac{a}{b_{c} }$ and ==two==", "extra"),
        ("basic", "code", "```\na\n\tb # c\n```"),
    ]
    assert [note.key for note in found.notes] == ["g1", "g2", 'g3"#', "g4", "g5", "g6", "g6-c2", "g8"]
    assert {note.deck for note in found.notes} == {("Deep", "Learning"), ("Deep",)}
    picture = "the picture a.png is no part of a text file: put it into the folder `media` beside the card"
    assert told_of(found) == [
        f"notes.txt:13: {picture} (part)",
        "notes.txt:13: the sound b.mp3 is left out (part)",
        "notes.txt:13: “![a.png](media/a.png)x” has no answer (note)",
    ]


def test_cards_in_plain_text() -> None:
    found = _read("cards.txt")
    assert texts_of(found) == [
        ("basic", "\\# tab here", "line\\\ntwo <b> \\*x\\*"),
        ("basic", 'say "hi"', "yes\n\nno"),
        ("basic", "yes\n\nno", 'say "hi"'),
        ("basic", "q", "a"),
        ("basic", "a", "q"),
        ("basic", "q2", "a2"),
        ("basic", r"$\frac{a}{b_{c} }$ and \[...]", "$\\frac{a}{b_{c} }$ and two\\\n extra"),
        ("basic", "\\[hint] and two", "$\\frac{a}{b_{c} }$ and two\\\n extra"),
        ("basic", "code", "```\na\n\tb # c\n```"),
    ]
    assert told_of(found)[0] == "cards.txt:9: “type” has no answer (note)"
