"""A card put in, replaced or taken out: every other byte of the file stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.cards.draft import Draft
from quizapp.cards.writing import Extent, extents, section_of
from quizapp.cards.writing.changes import before, replaced, text_of, with_section, without
from quizapp.cards.writing.marks import as_tag, with_marks

HEAD = "---\ntopic: t\n---\n\n# Title\n\nNotes with [a link][x].\n\n"
ONE = "## One? {#one}\n\n1\n"
TWO = '##   Two?   {.typed #two tags="a"}   \n\n2\n\n- more\n- and more\n'
THREE = "## Three? ##\n\n```\n## no card\n```\n"
DEFINITION = "\n[x]: https://example.org\n"
NEW = "## New? {#new}\n\nnew\n"


def _file(end: str = "\n", mark: bytes = b"") -> bytes:
    return mark + "\n".join([HEAD + ONE, TWO, THREE + DEFINITION]).replace("\n", end).encode()


def _extent(content: bytes, key: str) -> Extent:
    return extents(content, "t.md")[key]


ENDS = st.sampled_from(["\n", "\r\n", "\r"])
MARKS = st.sampled_from([b"", b"\xef\xbb\xbf"])


@given(ENDS, MARKS)
def test_one_that_is_replaced_leaves_the_others(end: str, mark: bytes) -> None:
    content = _file(end, mark)
    changed = replaced(content, _extent(content, "two"), NEW)
    expected = mark + "\n".join([HEAD + ONE, NEW, THREE + DEFINITION]).replace("\n", end).encode()
    assert changed == expected


@given(ENDS, MARKS)
def test_one_that_is_taken_out_takes_the_empty_line_below_it_along(end: str, mark: bytes) -> None:
    content = _file(end, mark)
    assert without(content, _extent(content, "one")) == (
        mark + "\n".join([HEAD + TWO, THREE + DEFINITION]).replace("\n", end).encode()
    )


def test_link_definitions_below_the_last_card_are_the_files() -> None:
    content = _file()
    assert without(content, _extent(content, "three")).endswith(b"- and more\n\n[x]: https://example.org\n")


@given(ENDS)
def test_one_that_is_put_in_stands_where_it_is_meant_to(end: str) -> None:
    content = _file(end)
    above = before(content, _extent(content, "two"), NEW)
    assert list(extents(above, "t.md")) == ["one", "new", "two", "three"]
    assert without(above, _extent(above, "new")) == content
    below = with_section(content, NEW)
    assert below.endswith((end * 2 + NEW.replace("\n", end)).encode())
    assert list(extents(below, "t.md")) == ["one", "two", "three", "new"]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"# Title", b"# Title\n"])
def test_a_file_without_cards_takes_one(content: bytes) -> None:
    changed = with_section(content, NEW)
    assert list(extents(changed, "t.md")) == ["new"]
    assert changed.endswith(NEW.encode())


def test_the_last_card_leaves_what_stands_above_it() -> None:
    content = with_section(b"# Title\n", NEW)
    assert without(content, _extent(content, "new")) == b"# Title\n"
    alone = NEW.encode()
    assert without(alone, _extent(alone, "new")) == b""


def test_a_cards_text_is_its_own_lines() -> None:
    content = _file("\r\n")
    assert text_of(content, _extent(content, "two")) == TWO
    assert text_of(content, _extent(content, "three")) == THREE


@pytest.mark.parametrize(
    ("prompt", "heading"),
    [
        ("- The ==mitochondria== is the powerhouse", r"## The \[…\] is the powerhouse {#"),
        ("> quoted ==gap==", r"## quoted \[…\] {#"),
        ("| a | ==b== |\n|---|---|\n| c | d |", "## a {#"),
    ],
)
def test_a_heading_that_stands_in_for_blocks_tells_nothing_that_they_hide(prompt: str, heading: str) -> None:
    section = section_of(Draft(kind="cloze", prompt=prompt))
    assert section.startswith(heading)
    (extent,) = extents(section.encode(), "t.md").values()
    assert extent.card.face.kind == "cloze"


@pytest.mark.parametrize(
    "prompt",
    [
        "What does `{#each x` do?",
        "What does `{.x`",
        "What does `{x}`",
        "What does `{#x}`",
        "Why $a_{.b$ c",
        "[l](u{#a) b",
        "![m](u{.x) c",
    ],
)
def test_braces_that_are_no_text_are_written_as_they_were_given(prompt: str) -> None:
    section = section_of(Draft(prompt=prompt, answer="a"))
    assert section.startswith(f"## {prompt} {{#")
    (extent,) = extents(section.encode(), "t.md").values()
    assert extent.draft.prompt == prompt


@pytest.mark.parametrize(
    ("prompt", "heading"),
    [
        ("x `a` {.b", r"x `a` \{.b"),
        ("a {.b `c` d", r"a \{.b `c` d"),
        ("x `{` {#y}", r"x `{` \{#y}"),
        ("x {#y}", r"x \{#y}"),
    ],
)
def test_braces_that_would_be_read_as_marks_are_escaped(prompt: str, heading: str) -> None:
    assert section_of(Draft(prompt=prompt, answer="a")).startswith(f"## {heading} {{#")


@given(st.lists(st.sampled_from(["x", "y::z", "中文", "a-b/c.d+e"]), unique=True))
@settings(deadline=None)
def test_marks_change_nothing_but_the_braces(tags: list[str]) -> None:
    content = _file()
    changed = with_marks(content, _extent(content, "two"), tags)
    assert extents(changed, "t.md")["two"].card.tags == tuple(tags)
    told = f'{{#two .typed tags="{" ".join(tags)}"}}' if tags else "{#two .typed}"
    assert changed == content.replace(b'{.typed #two tags="a"}', told.encode())


def test_an_id_is_written_before_closing_signs() -> None:
    content = _file()
    assert b"## Three? {#three} ##\n" in with_marks(content, _extent(content, "three"))


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("a b", "a_b"),
        (' "x" ', "x"),
        ("_x_", "x"),
        ("c++", "c++"),
        ("a::b", "a::b"),
        ("{}", ""),
        ("中 文", "中_文"),
        ("a__b", "a__b"),
        ("a:_b_:c", "a:b:c"),
        ("a/[b]/c", "a/b/c"),
    ],
)
def test_a_text_becomes_a_tag(text: str, tag: str) -> None:
    assert as_tag(text) == tag


@given(st.lists(st.text("ab中_:/-.#^*é\u0301\u200b", max_size=9), max_size=4))
@settings(deadline=None)
def test_what_became_a_tag_is_read_as_one(texts: list[str]) -> None:
    tags = [tag for tag in dict.fromkeys(map(as_tag, texts)) if tag]
    content = _file()
    assert extents(with_marks(content, _extent(content, "two"), tags), "t.md")["two"].card.tags == tuple(tags)


def test_bytes_that_are_no_text_come_out_as_they_went_in() -> None:
    content = b"## One? {#one}\n\n\xc4\xe3 \x07\n\n## \xba\xc3? {#two}\n\n2\n"
    text = text_of(content, _extent(content, "one"))
    assert with_section(b"", text) == b"## One? {#one}\n\n\xc4\xe3 \x07\n"
    assert b'## \xba\xc3? {#two tags="x"}\n' in with_marks(content, _extent(content, "two"), ["x"])


@pytest.mark.parametrize("content", [b"# a\n\n## B?\r\n\nb\n", b"# a\r\n\n## B?\n\nb\n", b"# a\r\n## B?\n\nb\n"])
def test_where_line_ends_are_mixed_the_first_is_taken(content: bytes) -> None:
    end = b"\n" if content.startswith(b"# a\n") else b"\r\n"
    assert with_section(content, NEW).endswith(NEW.encode().replace(b"\n", end))
