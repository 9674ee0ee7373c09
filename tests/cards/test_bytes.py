"""Files are read whatever bytes they hold; what is no plain text is told with its place and shown as a picture."""

import pytest

from quizapp.cards.faces import BasicFace
from quizapp.cards.parse import parse_file
from quizapp.cards.parts import FilePart
from tests.cards.reading import told


def _read(content: bytes) -> FilePart:
    return parse_file(content, "a.md", "deck")


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_any_line_end_is_one(end: bytes) -> None:
    content = end.join([b"---", b"topic: t", b"---", b"", b"## Q {#q}", b"", b"A", b"B", b"", b"## R", b"", b"x"])
    part = _read(content)
    assert not part.faults
    assert part.topic == "t"
    assert [(card.id, card.face.line) for card in part.cards] == [("q", 5), ("r", 10)]
    assert isinstance(part.cards[0].face, BasicFace)
    assert part.cards[0].face.answer == "A\nB"


def test_line_ends_may_be_mixed() -> None:
    part = _read(b"## Q\r\n\r## R\n\r\nx\r\r\n## S\n\ny")
    assert [card.face.line for card in part.cards] == [3, 7]
    assert told(part.faults) == ["a.md:1:1: the card has no answer"]


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    part = _read(b"\xef\xbb\xbf---\ntopic: t\n---\n\n## Q\n\nA\n")
    assert (part.topic, part.faults) == ("t", ())
    assert [card.face.line for card in _read(b"\xef\xbb\xbf## Q\n\nA").cards] == [1]


@pytest.mark.parametrize(
    ("character", "picture"),
    [
        ("\x00", "␀"),
        ("\x07", "␇"),
        ("\x1b", "␛"),
        ("\x0b", "␋"),
        ("\x0c", "␌"),
        ("\x7f", "␡"),
        ("\x85", "\ufffd"),
        ("\x9b", "\ufffd"),
        ("\u2028", "\ufffd"),
        ("\u2029", "\ufffd"),
        ("\u202e", "\ufffd"),
        ("\u2066", "\ufffd"),
    ],
)
def test_a_control_character_is_told_and_shown_as_a_picture(character: str, picture: str) -> None:
    part = _read(f"## 问题 a{character}b {{#q}}\n\nA\n\n## R\n\nx\n".encode())
    assert told(part.faults) == [f"a.md:1:8: control character U+{ord(character):04X}"]
    assert [card.face.title for card in part.cards] == [f"问题 a{picture}b", "R"]


def test_an_escape_sequence_cannot_reach_a_terminal() -> None:
    part = _read(b"# \x1b]0;title\x07\n\n\x1b[2J\n\n## Q \x1b[31m\n\nA \x1b[0m\n")
    assert "\x1b" not in part.model_dump_json(exclude={"faults"})
    assert "\\u001b" not in part.model_dump_json(exclude={"faults"})


def test_an_entity_cannot_bring_one_in() -> None:
    part = _read(b"## Q &#27; &#x202e; &#12; &#8232; {.typed}\n\n&#x9b;&#x202e;x\n")
    face = part.cards[0].face
    assert face.title.isprintable()
    assert all(text.isprintable() for text in face.model_dump()["accepted"])


def test_bytes_that_are_no_utf8_are_told_and_the_cards_load() -> None:
    part = _read(b"## Q\n\n\xe4\xb8\xad\xff\xfe x\n\n## \xb7\xa2 R\n\nx\n")
    assert told(part.faults) == ["a.md:3:2: byte 0xFF is not UTF-8", "a.md:5:4: byte 0xB7 is not UTF-8"]
    assert len(part.cards) == 2
    assert isinstance(part.cards[0].face, BasicFace)
    assert part.cards[0].face.answer == "中\ufffd\ufffd x"


def test_utf16_is_told() -> None:
    part = _read("## Q\n\nA\n".encode("utf-16"))
    assert told(part.faults)[0] == "a.md:1:1: byte 0xFF is not UTF-8"


def test_a_file_in_another_encoding_has_no_endless_list_of_faults() -> None:
    part = _read("问题\n".encode("gb18030") * 5_000)
    assert len(part.faults) == 100
    assert told(part.faults)[-1] == "a.md:100:1: this line and others below are not plain UTF-8"


def test_tabs_emoji_and_joiners_are_plain_text() -> None:
    assert not _read("## 👩‍👩‍👧 a\tb\u00a0c　d\n\né\n".encode()).faults
