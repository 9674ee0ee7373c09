"""The lines at the top say how the rest is to be read."""

from pathlib import Path

import pytest

from quizapp.cards.draft import Draft
from quizapp.errors import UsageError
from tests.exchange.anki_text.reading import read
from tests.exchange.drafts import drafts_of, texts_of, told_of


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("Comma", ","),
        ("semicolon", ";"),
        (" Tab ", "\t"),
        ("Space", " "),
        ("pipe", "|"),
        ("Colon", ":"),
        (";", ";"),
        ("\t", "\t"),
    ],
)
def test_separators_are_named_or_written(tmp_path: Path, name: str, sign: str) -> None:
    found = read(tmp_path, f"#separator:{name}\n#html:false\nfront{sign}back\n")
    assert texts_of(found) == [("basic", "front", "back")]
    assert found.told == ()


@pytest.mark.parametrize("sign", ["tab", "pipe", "semicolon", "colon", "comma", "space"])
def test_without_a_line_for_it_the_separator_is_guessed_in_ankis_order_and_told(tmp_path: Path, sign: str) -> None:
    signs = {"tab": "\t", "pipe": "|", "semicolon": ";", "colon": ":", "comma": ",", "space": " "}
    rest = "".join(list(signs.values())[list(signs).index(sign) :])
    found = read(tmp_path, f"#html:false\nfront{rest}\n")
    what = f"no line says what parts the fields: {sign} is taken for it"
    assert told_of(found)[0] == f"deck.txt:2: {what} (nothing)"


def test_an_export_of_notes_is_read_with_guid_note_type_deck_and_tags(tmp_path: Path) -> None:
    head = "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n"
    row = "kQ~9(x\tBasic (and reversed card)\tCV::Pooling\tWhat?\t<b>That</b>\tone two::three\n"
    found = read(tmp_path, head + row)
    assert drafts_of(found) == [Draft(kind="reverse", prompt="What?", answer="**That**", tags=("one", "two::three"))]
    note = found.notes[0]
    assert (note.key, note.deck, note.place) == ("kQ~9(x", ("CV", "Pooling"), "deck.txt:7")
    assert found.told == ()


def test_deck_note_type_and_tags_may_hold_for_the_whole_file(tmp_path: Path) -> None:
    head = "#separator:tab\n#html:false\n#deck:A::B\n#notetype:Basic (type in the answer)\n#tags:x y\n#tags column:3\n"
    found = read(tmp_path, f"{head}q\ta\ty z\n")
    assert drafts_of(found) == [Draft(kind="typed", prompt="q", answer="a", tags=("x", "y", "z"))]
    assert found.notes[0].deck == ("A", "B")


def test_behind_the_fields_of_a_stock_type_stand_the_tags(tmp_path: Path) -> None:
    head = "#separator:tab\n#html:false\n#notetype:"
    assert drafts_of(read(tmp_path, f"{head}Basic\nq\ta\tx y\n"))[0].tags == ("x", "y")
    optional = "Basic (optional reversed card)"
    assert drafts_of(read(tmp_path, f"{head}{optional}\nq\ta\t\tx y\n"))[0].tags == ("x", "y")
    assert texts_of(read(tmp_path, f"{head}My own\nq\ta\tx y\n")) == [("basic", "q", "a\n\nx y")]


def test_columns_that_are_named_may_come_in_any_order(tmp_path: Path) -> None:
    found = read(tmp_path, "#separator:;\n#html:false\n#columns:Tags;Extra;Back;Front\nx;more;a;q\n")
    assert drafts_of(found) == [Draft(prompt="q", answer="a\n\nmore", tags=("x",))]


def test_old_files_begin_with_their_tags(tmp_path: Path) -> None:
    found = read(tmp_path, "\ufefftags:one two\nq\ta\n".encode())
    assert drafts_of(found) == [Draft(prompt="q", answer="a", tags=("one", "two"))]


def test_lines_that_say_nothing_known_are_told(tmp_path: Path) -> None:
    head = "#separator:tab\n#html:maybe\n#tags column:x\n#colour:red\n# only a comment\n#deck:1700000000000\n"
    found = read(tmp_path, f"{head}#if matches:keep both\nq\ta\n")
    assert texts_of(found) == [("basic", "q", "a")]
    assert told_of(found) == [
        "deck.txt:2: the line “#html:maybe” says nothing that is known here (nothing)",
        "deck.txt:3: the line “#tags column:x” says nothing that is known here (nothing)",
        "deck.txt:4: the line “#colour:red” says nothing that is known here (nothing)",
        "deck.txt:6: the number 1700000000000 names nothing outside the collection that it comes from (nothing)",
    ]


def test_without_a_line_for_it_tags_of_html_decide_and_that_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, "#separator:tab\nq<br>r\t&lt;\n")
    assert texts_of(found) == [("basic", "q\\\nr", "\\<")]
    what = "no line says so, but the fields look like HTML and are read so"
    assert told_of(found) == [f"deck.txt:2: {what} (nothing)"]
    assert texts_of(read(tmp_path, "#separator:tab\nvector<int>\tx\n")) == [("basic", "vector<int>", "x")]


@pytest.mark.parametrize("content", ["", "#separator:tab\n", "#separator:tab\n#html:true\n\n\n"])
def test_a_file_without_notes_is_told(tmp_path: Path, content: str) -> None:
    assert told_of(read(tmp_path, content)) == ["deck.txt:1: the file holds no cards (nothing)"]


def test_a_file_in_which_nothing_parts_fields_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no text file of Anki's"):
        read(tmp_path, "prose\nprose\n")
    with pytest.raises(UsageError, match="no text file"):
        read(tmp_path, b"PK\x03\x04\x00\x00")
