"""Fields are Markdown, and the kind of a card follows from its texts as it does in card files."""

import time
from pathlib import Path

import pytest

from tests.exchange.drafts import drafts_of, face_of, texts_of, told_of
from tests.exchange.tables.csv.reading import read


def test_markdown_in_fields_means_what_it_means_in_card_files(tmp_path: Path) -> None:
    ((_, prompt, answer),) = texts_of(read(tmp_path, "**Bold** and $x_1$?,`code` *a*\n"))
    assert (prompt, answer) == ("**Bold** and $x_1$?", "`code` *a*")


def test_gaps_make_a_cloze_and_options_a_choice(tmp_path: Path) -> None:
    text = 'A stride of ==two== halves.,\nWhich?,"- [x] this\n- [ ] that"\n'
    found = read(tmp_path, f"prompt,answer\n{text}")
    assert [kind for kind, _, _ in texts_of(found)] == ["cloze", "choice"]


def test_a_kind_that_is_named_holds(tmp_path: Path) -> None:
    found = read(tmp_path, "prompt,answer,kind\nq ==x==,a,basic\nq,7 | 7x7,Typed\nq3,1. a,order\nq4,a,magic\n")
    assert [kind for kind, _, _ in texts_of(found)] == ["basic", "typed", "basic"]
    assert told_of(found) == [
        "deck.csv:4: “q3” makes no card: an order card needs a numbered list of two items or more (note)",
        "deck.csv:5: there is no kind “magic”: the card is read as basic (nothing)",
    ]


def test_a_cloze_without_a_gap_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, "prompt,answer,kind\nno gap,a,cloze\n")
    assert found.notes == ()
    assert told_of(found) == ["deck.csv:2: “no gap” makes no card: its text makes it a card of the kind basic (note)"]


def test_html_stays_text_and_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, "q<br>r,vector<int>\n")
    assert texts_of(found) == [("basic", "q<br>r", "vector<int>")]
    assert told_of(found) == ["deck.csv:1: HTML in fields is read as text, as in card files (nothing)"]


def test_html_is_read_where_the_caller_says_so(tmp_path: Path) -> None:
    found = read(tmp_path, "<b>q</b> *x*,a<br>b &lt;\n", html=True)
    ((_, prompt, answer),) = texts_of(found)
    assert prompt == "**q** \\*x\\*"
    assert face_of(found.notes[0].draft).prompt == "## **q** \\*x\\*"
    assert answer == "a\\\nb \\<"


def test_a_picture_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, "q,![a net](media/net.png) ![](https://example.org/x.png)\n")
    what = "the picture media/net.png is no part of a text file: put it into the folder `media` beside the card"
    assert told_of(found) == [f"deck.csv:1: {what} (part)"]


def test_what_would_drive_a_terminal_is_a_picture_of_itself(tmp_path: Path) -> None:
    assert drafts_of(read(tmp_path, "q\x1b[31m,a\x07\n"))[0].prompt == "q␛[31m"


@pytest.mark.parametrize("sign", ["{", "=", ":", '"', ",", '"a",', "[x](", "**", "<b ", "$", "`"])
def test_a_long_line_takes_no_long_time(tmp_path: Path, sign: str) -> None:
    begun = time.process_time()
    read(tmp_path, f"q,a\nq,{sign * (100_000 // len(sign) ** 2)}\n")
    assert time.process_time() - begun < 1
