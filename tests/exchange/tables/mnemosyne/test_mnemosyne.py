"""Mnemosyne's text files: fields parted by tabs, HTML in them, no header."""

import time
from pathlib import Path

import pytest

from quizapp.errors import UsageError
from quizapp.exchange.notes import Found
from quizapp.exchange.tables.mnemosyne import read_mnemosyne
from tests.exchange.drafts import texts_of, told_of


def _read(folder: Path, content: str | bytes) -> Found:
    path = folder / "cards.txt"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_mnemosyne(path, 1 << 26)


def test_two_fields_are_question_and_answer(tmp_path: Path) -> None:
    found = _read(tmp_path, "What is a stride?\tA step\r\n\r\n问题：\t答案")
    assert texts_of(found) == [("basic", "What is a stride?", "A step"), ("basic", "问题：", "答案")]
    assert [note.place for note in found.notes] == ["cards.txt:1", "cards.txt:3"]
    assert found.told == ()


def test_three_fields_are_a_word_asked_both_ways(tmp_path: Path) -> None:
    found = _read(tmp_path, "水\tshuǐ\twater\nfeu\t\tfire\tnot few\n")
    assert texts_of(found) == [("reverse", "水", "water\n\nshuǐ"), ("reverse", "feu", "fire\n\nnot few")]


def test_fields_are_html_with_latex(tmp_path: Path) -> None:
    text = "<b>a</b> * b<br>c\t<$>x_{1}^{{2}}</$> and <latex>$y$</latex>\nq\t<$$>\\sum_i</$$>\n"
    assert texts_of(_read(tmp_path, text)) == [
        ("basic", "**a** \\* b\\\nc", "$x_{1}^{{2}}$ and $y$"),
        ("basic", "q", "$$\\sum_i$$"),
    ]


def test_references_are_read_before_the_line_is_parted(tmp_path: Path) -> None:
    text = "&#33267;&#x4e00;\tx &#60;b&#62;y&#60;/b&#62;\nq&#9;a\nq2\t&#0; &#99999999; &lt;\n"
    assert texts_of(_read(tmp_path, text))[:2] == [("basic", "至一", "x **y**"), ("basic", "q", "a")]


def test_a_backslash_and_quotes_are_text(tmp_path: Path) -> None:
    assert texts_of(_read(tmp_path, '"a\\n\tb"\n# c\td\n')) == [("basic", '"a\\n', 'b"'), ("basic", "\\# c", "d")]


def test_lines_that_are_no_card_are_told_and_left_out(tmp_path: Path) -> None:
    found = _read(tmp_path, "q\ta\nno answer\n\tno question\nword\tsound\t\tnote\n")
    assert [prompt for _, prompt, _ in texts_of(found)] == ["q"]
    assert told_of(found) == [
        "cards.txt:2: “no answer” has no tab, and so no answer (note)",
        "cards.txt:3: the prompt is empty: no question (note)",
        "cards.txt:4: “word” has no answer (note)",
    ]


def test_what_a_text_file_cannot_bring_is_told(tmp_path: Path) -> None:
    found = _read(tmp_path, 'q <img src="net.png">\ta <audio src="a.mp3"></audio>\nw\tp\tm\tn\tfifth\tsixth\n')
    assert len(found.notes) == 2
    picture, audio, fifth = sorted(told_of(found), key=lambda told: ("net.png" not in told, "fifth" in told))
    assert picture.startswith("cards.txt:1: the picture net.png is no part of a text file")
    assert "a.mp3" in audio or "audio" in audio
    assert fifth == "cards.txt:2: what stands behind the fourth field is left out: fifth sixth (part)"


def test_a_mark_at_the_beginning_is_no_text(tmp_path: Path) -> None:
    assert texts_of(_read(tmp_path, "\ufeffq\ta".encode())) == [("basic", "q", "a")]


def test_a_file_without_tabs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no tabs"):
        _read(tmp_path, "question,answer\n")


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    assert told_of(_read(tmp_path, "\n \n")) == ["cards.txt:1: the file holds no cards (nothing)"]


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    text = "q\t<i>a</i>\nbad\nw\tp\tm\n"
    assert _read(tmp_path, text) == _read(tmp_path, text)


@pytest.mark.parametrize("sign", ["{", "=", ":", "<", "&#", "<$>"])
def test_a_long_line_takes_no_long_time(tmp_path: Path, sign: str) -> None:
    begun = time.process_time()
    _read(tmp_path, f"q\t{sign * (100_000 // len(sign) ** 2)}\n")
    assert time.process_time() - begun < 1
