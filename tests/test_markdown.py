"""The dialect: what of it is ours, and what of CommonMark is left out."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.token import Token

from quizapp.markdown import attributes_at_end, fenced, outline_of, tokens_of

PIECES = (
    *(
        "# ",
        "## ",
        "- ",
        "1. ",
        "> ",
        "---\n",
        "```\n",
        "$$\n",
        "| a |\n|---|\n",
        "    ",
        "\n",
        "\n\n",
        "\r\n",
        "\0",
        "\\",
    ),
    *("a", " ", "`", "==", "[a]", "[a]: /x\n", " {#b}", "{#b .c}", "{.d}", "{", "}", "&#125;", "*", "!["),
)


def _blocks(source: str) -> list[str]:
    return [token.type for token in tokens_of(source) if token.nesting >= 0 and token.type != "inline"]


def _inline(source: str) -> list[tuple[str, str]]:
    (inline,) = [token for token in tokens_of(source) if token.type == "inline"]
    return [(child.type, child.content) for child in inline.children or [] if child.content or child.type != "text"]


def _maths(source: str) -> list[str]:
    return [content for type_, content in _inline(source) if type_.startswith("math_inline")]


def _gaps(source: str) -> list[str]:
    pieces = [content if type_ == "text" else f"<{type_}>" for type_, content in _inline(source)]
    return "".join(pieces).replace("<gap_open>", "⟨").replace("<gap_close>", "⟩").split("|")


def test_html_is_text() -> None:
    assert _inline("a vector<int> & <b>c</b>") == [("text", "a vector<int> & <b>c</b>")]
    assert _blocks("<div>\n\ntext") == ["paragraph_open", "paragraph_open"]


def test_nothing_becomes_a_link_by_itself() -> None:
    assert _inline("see www.a.org and main.py") == [("text", "see www.a.org and main.py")]


def test_a_line_below_text_is_a_break_and_never_an_underline() -> None:
    assert _blocks("text\n---") == ["paragraph_open", "hr"]
    assert _blocks("text\n===") == ["paragraph_open"]


def test_tables_and_strikethrough_are_read() -> None:
    assert _blocks("| a |\n|---|\n| b |")[0] == "table_open"
    assert ("s_open", "") in _inline("~~a~~")


@pytest.mark.parametrize(
    ("source", "maths"),
    [
        ("$x$", ["x"]),
        ("a $x_1$ b $y$", ["x_1", "y"]),
        ("$x$ is 2", ["x"]),
        ("$k^2$ = 9", ["k^2"]),
        (r"$a \$ b$", [r"a \$ b"]),
        ("($x$)", ["x"]),
        ("$$x$$ inside", ["x"]),
        ("a $$x + $y$ z$$ b", ["x + $y$ z"]),
        ("it costs $5 and $6", []),
        ("US$5-$10", []),
        ("5$ or 6$", []),
        ("$ x $", []),
        (r"\$x$", []),
        ("`$x$`", []),
        ("$x", []),
        ("$$", []),
        ("$", []),
    ],
)
def test_maths_stands_between_dollars_that_cling_to_it(source: str, maths: list[str]) -> None:
    assert _maths(source) == maths


def test_nothing_in_maths_is_markup() -> None:
    assert _inline("$a *b* ==c== `d` [e](f) \\\\$")[0] == ("math_inline", "a *b* ==c== `d` [e](f) \\\\")


@pytest.mark.parametrize(
    ("source", "content"),
    [
        ("$$\nx\n$$", "\nx\n"),
        ("$$x$$", "x"),
        ("$$ x\n+ y $$  ", " x\n+ y "),
        ("$$\n## a\n- b\n$$", "\n## a\n- b\n"),
    ],
)
def test_maths_may_stand_on_lines_of_its_own(source: str, content: str) -> None:
    block, after = [token for token in tokens_of(f"{source}\nafter") if token.nesting == 0]
    assert (block.type, block.content, block.map) == ("math_block", content, [0, source.count("\n") + 1])
    assert after.content == "after"


@pytest.mark.parametrize("source", ["$$\nx\n\ny\n$$", "$$\nx", "$$", "$$ a $$ b", "    $$\n    x\n    $$", "- $$\n$$"])
def test_what_is_not_closed_in_time_is_no_maths(source: str) -> None:
    assert "math_block" not in _blocks(source)


def test_maths_in_an_item_ends_with_the_item() -> None:
    assert _blocks("- $$\n  x\n  $$\n- b").count("math_block") == 1


@pytest.mark.parametrize(
    ("source", "gaps"),
    [
        ("a ==b== c", "a ⟨b⟩ c"),
        ("==a====b==", "⟨a====b⟩"),
        ("==a== ==b==", "⟨a⟩ ⟨b⟩"),
        ("a==b==c", "a⟨b⟩c"),
        ("==一==二", "⟨一⟩二"),
        ("==a b==", "⟨a b⟩"),
        ("==a=b==", "⟨a=b⟩"),
        ("==a ==b==", "==a ⟨b⟩"),
        ("==a ==b== c==", "==a ⟨b⟩ c=="),
        ("==a", "==a"),
        ("== a==", "== a=="),
        ("==a ==", "==a =="),
        ("====", "===="),
        ("a === b === c", "a === b === c"),
        ("if a == b and c == d", "if a == b and c == d"),
        ("\\==a==", "==a=="),
    ],
)
def test_a_gap_clings_to_its_marks_and_holds_no_other(source: str, gaps: str) -> None:
    assert _gaps(source) == [gaps]


def test_a_gap_may_hold_markup() -> None:
    assert [type_ for type_, _ in _inline("==`a==` **b** $c==$==")] == [
        *["gap_open", "code_inline", "text", "strong_open", "text", "strong_close", "text", "math_inline", "gap_close"]
    ]


def test_marks_in_code_maths_and_links_open_no_gap() -> None:
    for source in ("`==a==`", "$==a==$", "[x](==a==)", "<https://==a==>"):
        assert not [type_ for type_, _ in _inline(source) if type_ == "gap_open"]


def test_emphasis_does_not_cross_a_gap() -> None:
    types = [type_ for type_, _ in _inline("*a ==b* c==")]
    assert types == ["text", "gap_open", "text", "gap_close"]


@pytest.mark.parametrize("read", [tokens_of, outline_of])
@pytest.mark.parametrize(
    ("source", "attributes", "content"),
    [
        ("# a {#b}", {"id": "b"}, "a"),
        ("## a {#b .c .d}", {"id": "b", "class": "c d"}, "a"),
        ("### a {k=v}", {"k": "v"}, "a"),
        ("## a {#b} ##", {"id": "b"}, "a"),
        ("## {#b}", {"id": "b"}, ""),
        ("## a{#b}", {}, "a{#b}"),
        ("## a {b}", {}, "a {b}"),
        ("## a \\{#b}", {}, "a \\{#b}"),
        ("## a {#b} c", {}, "a {#b} c"),
        ("## `a {#b}`", {}, "`a {#b}`"),
        ("## \\*{#b}", {}, "\\*{#b}"),
        ("## a {}", {}, "a {}"),
        ("a {#b}", {}, "a {#b}"),
    ],
)
def test_attributes_stand_at_the_end_of_a_heading(
    source: str, attributes: dict[str, str], content: str, read: Callable[[str], list[Token]]
) -> None:
    opening, inline, _ = read(source)
    assert (opening.attrs, inline.content) == (attributes, content)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_the_outline_is_all_that_is_read_but_what_texts_are_made_of(source: str) -> None:
    tokens = tokens_of(source)
    for token in tokens:
        token.children = None
    outline = outline_of(source)
    for token in outline:
        token.children = None
    assert outline == tokens


def test_where_attributes_begin() -> None:
    assert attributes_at_end("a {#b}") == (2, {"id": "b"})
    assert attributes_at_end("{#b}") == (0, {"id": "b"})
    assert attributes_at_end("a {#b} c") is None
    assert attributes_at_end("") is None


def test_links_know_the_definition_that_made_them() -> None:
    environment: dict[str, Any] = {}
    tokens = tokens_of("[A b][] and [c](d)\n\n[a  B]: /x", environment)
    (inline,) = [token for token in tokens if token.type == "inline"]
    links = [child.meta.get("label") for child in inline.children or [] if child.type == "link_open"]
    assert [environment["references"][label]["href"] for label in links if label] == ["/x"]
    assert len(links) == 2


def test_one_text_leaves_nothing_behind_for_the_next() -> None:
    tokens_of("[a]: /x")
    assert [type_ for type_, _ in _inline("[a]")] == ["text"]


def test_front_matter_stands_at_the_beginning_only() -> None:
    assert _blocks("---\na: b\n---\n\ntext") == ["front_matter", "paragraph_open"]
    assert "front_matter" not in _blocks("text\n\n---\na: b\n---")


@pytest.mark.parametrize("code", ["x = 1", "x = '```'", "`````\n"])
def test_code_as_a_block_stays_a_block(code: str) -> None:
    (token,) = tokens_of(fenced(code, "python"))
    assert (token.type, token.info, token.content) == ("fence", "python", code.rstrip() + "\n")


def test_no_code_is_no_block() -> None:
    assert fenced("\n", "python") == ""
