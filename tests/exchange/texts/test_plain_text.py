"""Text files come in with any encoding mark and line end, and plain text means itself in Markdown."""

import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizapp.cards.plain import plain
from quizapp.errors import UsageError
from quizapp.exchange.notes import Told
from quizapp.exchange.texts.plain_text import as_markdown, read_text, with_plain_ends
from quizapp.markdown import tokens_of
from quizapp.visible import one_line
from tests.soak import examples

_LIMIT = 1 << 20
_SIGNS = st.text(alphabet="ab1_*`[]()<>#$=|~-+.:\\!&;{}@/ \n\t\"'é中：", max_size=30)


def _file(folder: Path, content: bytes) -> Path:
    path = folder / "deck.txt"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_encoding_follows_from_the_mark_at_the_beginning(tmp_path: Path, encoding: str) -> None:
    assert read_text(_file(tmp_path, "问题\t答案".encode(encoding)), _LIMIT) == ("问题\t答案", ())


def test_any_end_of_a_line_is_one(tmp_path: Path) -> None:
    assert read_text(_file(tmp_path, b"a\r\nb\rc\nd"), _LIMIT)[0] == "a\nb\nc\nd"


def test_bytes_that_are_no_text_are_replaced_and_their_first_line_is_told(tmp_path: Path) -> None:
    text, told = read_text(_file(tmp_path, b"fine\r\nfine\rna\xefve\n\xff"), _LIMIT)
    assert text == "fine\nfine\nna\ufffdve\n\ufffd"
    assert [found.place for found in told] == ["deck.txt:3"]


def test_half_a_character_at_the_end_of_a_wide_file_is_told(tmp_path: Path) -> None:
    _, told = read_text(_file(tmp_path, "a\nb".encode("utf-16") + b"\x00"), _LIMIT)
    assert told == (Told("deck.txt:2", "bytes that are no UTF-16-LE text are shown as �: save the file as UTF-8"),)


def test_a_file_as_long_as_the_limit_is_read_and_a_longer_one_is_not(tmp_path: Path) -> None:
    path = _file(tmp_path, b"12345")
    assert read_text(path, 5)[0] == "12345"
    with pytest.raises(UsageError, match="more than 4 bytes"):
        read_text(path, 4)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no text file"):
        read_text(_file(tmp_path, b"PK\x03\x04\x00\x00"), _LIMIT)


def test_a_folder_or_a_missing_file_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.txt"):
        with pytest.raises(UsageError, match="cannot be read"):
            read_text(path, _LIMIT)


@given(_SIGNS | st.text(max_size=30))
@example("a\n---|---")
@example("a | b\n--- | ---")
@example("1) x\n2. y\n- z\n+ w\n> q\n# h\n#")
@example("==gap== a===b a==b")
@example("~~~\n~~x~~ ``` `c`")
@example("<https://x.org> vector<int> <a@b.c> &lt; &#65; R&D;")
@example("![x](y) [z]: /u\n[z]")
@example("snake_case _x_ __init__ a_ _b")
@example("$5 or $6$ $$x$$")
@example("ends in \\\nx\\")
@example("***\n___\n- - -\n---")
@example("\u2028a\x85b\x0cc\xa0")
@settings(max_examples=examples(500), deadline=None)
def test_plain_text_as_markdown_reads_as_the_text(text: str) -> None:
    tokens = tokens_of(as_markdown(text))
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    kinds = {child.type for token in tokens for child in token.children or []}
    assert kinds <= {"text", "text_special", "hardbreak"}
    assert " ".join(plain(token) for token in tokens if token.type == "inline") == one_line(with_plain_ends(text))


def test_lines_stay_lines_and_empty_lines_part_paragraphs() -> None:
    assert as_markdown("\n one\ntwo  \r\n\n\n three\n") == "one\\\ntwo\n\nthree"


def test_what_marks_nothing_is_left_as_it_is() -> None:
    for text in ("snake_case and vector<int>", "R&D: a = b, a === b", "a-b + c | d #tag", "3.5 (x) {y}"):
        assert as_markdown(text) == text


@pytest.mark.parametrize("sign", ["{", "=", "==x", ":", "<a", "&a", "_", "~", "1", "#", "-"])
def test_a_long_line_takes_no_long_time(sign: str) -> None:
    begun = time.process_time()
    as_markdown(sign * 100_000)
    assert time.process_time() - begun < 1
