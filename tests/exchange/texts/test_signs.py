"""What a terminal should not be given is told where it is replaced, in each format."""

from pathlib import Path

import pytest

from quizapp.exchange.incoming.recognizing import FORMATS
from quizapp.exchange.notes import Loss
from tests.exchange.anki.building import BASIC, Building


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\x1b"])
@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("csv", "What is it,That.\nnext,ca?rd\n", 2),
        ("mnemosyne", "one\ttwo\nnext\tca?rd\n", 2),
        ("anki-text", "#separator:tab\n#html:true\none\ttwo\nnext\tca?rd\n", 4),
        ("hashcards", "Q: one\nA: two\nQ: next\nA: ca?rd\n", 4),
        ("obsidian", "one::two\n\nnext::ca?rd\n", 3),
        ("headings", "# one\n\ntwo\n\n# next\n\nca?rd\n", 7),
    ],
)
def test_what_is_replaced_in_a_text_file_is_told(name: str, text: str, line: int, sign: str, tmp_path: Path) -> None:
    file = tmp_path / "deck.md"
    file.write_text(text.replace("?", sign), encoding="utf-8", newline="")
    found = next(known for known in FORMATS if known.name == name).read(file, 2**20)
    assert [(one.place, f"U+{ord(sign):04X}" in one.what, one.loss) for one in found.told] == [
        (f"deck.md:{line}", True, Loss.PART)
    ]
    file.write_text(text.replace("?", ""), encoding="utf-8", newline="")
    assert next(known for known in FORMATS if known.name == name).read(file, 2**20).told == ()


def test_what_is_replaced_in_a_package_is_told_once_a_note(tmp_path: Path) -> None:
    building = Building()
    building.note(BASIC, "a \u202eb", "c &#x2066;d")
    building.note(BASIC, "e\u2028f", "g")
    found = FORMATS[0].read(building.latest(tmp_path / "deck.apkg"), 2**20)
    assert [one.what for one in found.told] == [
        f"signs that could confuse a terminal are replaced, such as U+{sign}" for sign in ("202E", "2066")
    ]


def test_a_line_separator_in_a_table_is_told(tmp_path: Path) -> None:
    file = tmp_path / "deck.csv"
    file.write_text("one\u2028more,two\n", encoding="utf-8")
    (told,) = FORMATS[2].read(file, 2**20).told
    assert (told.place, "U+2028" in told.what) == ("deck.csv:1", True)
