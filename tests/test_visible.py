import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.visible import one_line, visible
from tests.soak import examples

_ANY_TEXT = st.text(st.characters(categories=None, exclude_categories=()), max_size=60)


def test_plain_text_stays_as_it_is() -> None:
    for text in ("", "plain", "tab\tand\nline", "卷积", "👩‍👩‍👧 é", "מימין", "␛"):
        assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "␛[31m"),
        ("\x00\x08\x0b\x0c\r\x1f", "␀␈␋␌␍␟"),
        ("\x7f", "␡"),
        ("\x85\x9b\x9d", "\ufffd\ufffd\ufffd"),
        ("\u2028\u2029\u202a\u202e\u2066\u2069", "\ufffd" * 6),
        ("\ud800a\udfff", "\ufffda\ufffd"),
        ("a" + "\u0301\u0489" * 15 + "b", "a" + "\u0301\u0489" * 15 + "b"),
        ("a" + "\u0301\u0489" * 16 + "b", "a" + "\u0301\u0489" * 15 + "\ufffd\ufffdb"),
    ],
)
def test_what_could_drive_a_terminal_becomes_a_picture(text: str, shown: str) -> None:
    assert visible(text) == shown


@settings(max_examples=examples(500), deadline=None)
@given(_ANY_TEXT)
def test_nothing_else_is_left_and_the_length_stays(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert {unicodedata.category(character) for character in shown if character not in "\t\n"}.isdisjoint(
        {"Cc", "Cs", "Zl", "Zp"}
    )
    assert shown.encode() == visible(shown).encode()


@settings(max_examples=examples(300), deadline=None)
@given(_ANY_TEXT)
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


def test_one_line_has_single_spaces_and_none_around_it() -> None:
    assert one_line("  a\n\tb   c\x1b\n") == "a b c␛"
