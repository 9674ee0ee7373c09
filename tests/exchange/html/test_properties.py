"""Whatever text HTML holds, the Markdown says it, and nothing in it becomes markup."""

import re
from html import escape

from hypothesis import assume, given
from hypothesis import strategies as st

from quizapp.exchange.html.conversion import markdown_of
from tests.exchange.meaning import said, types

# Markup of every kind, beside letters, digits and blanks: most random characters are none.
_SIGNS = [
    *"\\`*_[](){}<>#$=|~-+1.!:&;\"'^/@ab7 \n中：",
    "==",
    "~~",
    "**",
    "$$",
    "---",
    "1. ",
    "# ",
    "&amp;",
    "[a](/b)",
    "![a](/b)",
    "<http://a.b>",
]
_FORMULA = re.compile(r"\\[(\[]")
_TEXTS = st.lists(st.sampled_from(_SIGNS), max_size=25).map("".join)
_TAGS = st.sampled_from(
    ["<span>", "</span>", "<br>", "<div>", "</div>", "<p>", "</p>", "<font color=red>", "<li>", "<h2>", "<u>", "</h2>"]
)


@given(_TEXTS)
def test_text_means_itself(text: str) -> None:
    assume(not _FORMULA.search(text))
    markdown = markdown_of(escape(text)).markdown
    assert said(markdown) == "".join(text.split())
    assert set(types(markdown)) <= {"paragraph_open"}


@given(st.lists(st.one_of(_TEXTS.map(escape), _TAGS), max_size=12).map("".join))
def test_text_means_itself_between_tags(html: str) -> None:
    assume(not _FORMULA.search(html))
    markdown = markdown_of(html).markdown
    assert set(types(markdown)) <= {"paragraph_open", "hardbreak", "bullet_list_open", "list_item_open", "heading_open"}


@given(
    st.lists(
        st.tuples(st.sampled_from(["b", "i", "s", "code", "span", "td", "li", "h3", "a href='http://a.b'"]), _TEXTS),
        max_size=8,
    )
)
def test_text_survives_every_style(pieces: list[tuple[str, str]]) -> None:
    html = "".join(f"<{tag}>{escape(text)}</{tag.split()[0]}>" for tag, text in pieces)
    assume(not _FORMULA.search(html))
    assert _letters(said(markdown_of(html).markdown)) == _letters("".join(text for _tag, text in pieces))


@given(st.text(max_size=60))
def test_any_text_at_all_is_taken(html: str) -> None:
    markdown_of(html)


def _letters(text: str) -> str:
    return "".join(character for character in text if character in "#~-7中：*`")
