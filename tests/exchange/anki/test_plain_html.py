"""Texts in which little is marked become the HTML that the parser of Markdown makes of them, or are left to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.exchange.anki import html
from quizapp.exchange.anki.html import html_of
from quizapp.exchange.anki.plain_html import plain_html
from quizapp.visible import visible

_PIECES = (
    *("a", "bc ", "1", "2.", "3) ", "中文", "。", "é", "“", "\u3000", "\xa0", " ", "  ", "\n", "\n\n", "\t"),
    *("**", "*", "**bold**", "a**b**c", "**中**", "`", "`code`", "`**`", "```", "```python\nx = 1\n```", "~", "~~"),
    *("_", "=", "==", "==gap==", "{{c1::", "}}", "::", "[sound:a]", "[a]: b", "[a](b)", "![", "!", "\\", "\\*", "\\("),
    *(
        "<",
        ">",
        "> ",
        "&",
        "&amp;",
        '"',
        "'",
        "$",
        "$x$",
        "$$",
        "|",
        "a|b",
        "---",
        "- ",
        "+ ",
        "#",
        "## ",
        "(",
        "http://a.b",
    ),
)


@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=9).map("".join))
def test_what_is_not_left_to_the_parser_is_as_it_makes_it(markdown: str) -> None:
    text = visible(markdown).strip("\n")
    plain = plain_html(text)
    assert plain is None or plain == html._parsed(text, ())


@pytest.mark.parametrize(
    ("markdown", "written"),
    [
        ("What is **max pooling**?", "What is <strong>max pooling</strong>?"),
        ("`x[i]` < 3", None),
        ("It is `x[i]`.\n\nTwice.", "<p>It is <code>x[i]</code>.</p>\n<p>Twice.</p>"),
        (
            "```python\nif a < b:\n\n    pass\n```",
            '<pre><code class="language-python">if a &lt; b:\n\n    pass\n</code></pre>',
        ),
        ("感受野：**一个**单元", "感受野：<strong>一个</strong>单元"),
        ('say "{{c1"', "say &quot;{&#123;c1&quot;"),
        ("1. one", None),
        ("a **b", None),
        ("a | b\n--|--", None),
        ("A ==gap==.", None),
        ("$x$", None),
    ],
)
def test_plain_texts_need_no_parser_and_others_do(markdown: str, written: str | None) -> None:
    assert plain_html(markdown) == written
    assert html_of(markdown) == (written or html._parsed(markdown, ()))


def test_a_long_text_that_is_not_plain_is_given_up_soon() -> None:
    for hostile in ("```\n" * 50_000, "a **b `c " * 50_000, "a\n" * 100_000 + "|", "**a" * 100_001):
        assert plain_html(hostile) is None
