import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizapp.cards.insert_ids import with_ids
from quizapp.cards.parse import parse_file
from quizapp.cards.parts import FilePart
from tests.soak import examples

_WORDS = [
    "What",
    "is",
    "卷积",
    "😀",
    "C#",
    "a\\",
    "`code`",
    "`{#x}`",
    "$x$",
    "x_{n}",
    "**bold**",
    "[a](b)",
    "{a}",
    "é",
    "==",
]
_BRACES = [
    "",
    "",
    "",
    " {.reverse}",
    " {.typed}",
    " {.reverse }",
    "{.reverse}",
    " {}",
    " \\{#id}",
    " {#own}",
    " { .typed}",
]
_TAILS = ["", "", " ", "  \t", " #", " ##  ", "#", " \\#", "\\", "　"]
_BODIES = [
    "answer",
    "- a\n- b",
    "1. a\n2. b",
    "```\n## no card\n```",
    "> ## no card",
    "- ## no card",
    "more\n\n---\n\nanswer",
]
_ENDS = ["\n", "\r\n", "\r"]

_HEADINGS = st.tuples(
    st.sampled_from(["## ", "##\t", "  ##  ", "# ", "### "]),
    st.lists(st.sampled_from(_WORDS) | st.text(max_size=4), min_size=1, max_size=5).map(" ".join),
    st.sampled_from(_BRACES),
    st.sampled_from(_TAILS),
).map("".join)


@st.composite
def _files(draw: st.DrawFn) -> bytes:
    """A card file as people's editors leave them, each line with an end of its own, some bytes no UTF-8."""
    sections = draw(st.lists(st.tuples(_HEADINGS, st.sampled_from(_BODIES)), max_size=6))
    text = "\n\n".join(f"{heading}\n\n{body}" for heading, body in sections)
    lines = [line.encode("utf-8", "replace") for line in re.split("[\r\n]", text)]
    lines = [line + draw(st.sampled_from([b"", b"", b"", b"", b"\xff", b" \xe5\x8d"])) for line in lines]
    ends = [draw(st.sampled_from(_ENDS)).encode() for _ in lines]
    ends[-1] = draw(st.sampled_from([b"", b"\n", b"\r\n\r\n"]))
    return draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + b"".join(map(bytes.__add__, lines, ends))


def _read(content: bytes) -> FilePart:
    return parse_file(content, "notes.md", "deck")


def _without(fixed: bytes, original: bytes, part: FilePart) -> bytes:
    """`fixed` with each id that was missing taken out again, in order."""
    pieces, rest = [], fixed
    for card in part.insertions:
        id_ = re.escape(card.id.encode())
        match = re.search(rb" \{#" + id_ + rb"\}|(?<=\{)#" + id_ + rb" ", rest)
        assert match, f"{card.id} was not written into {original!r}"
        pieces.append(rest[: match.start()])
        rest = rest[match.end() :]
    return b"".join([*pieces, rest])


@settings(max_examples=examples(250), deadline=None)
@given(_files())
@example(b"## a {#b}\n\n## what is `{#x}` {.reverse}\n\nx")
@example(b"## a   {.reverse}  ##  \r\nx\r## b #\r\ny")
def test_only_the_ids_are_added(content: bytes) -> None:
    part = _read(content)
    assert _without(with_ids(content, part), content, part) == content


@settings(max_examples=examples(250), deadline=None)
@given(_files())
def test_the_same_cards_are_read_again_now_named(content: bytes) -> None:
    before = _read(content)
    after = _read(with_ids(content, before))
    assert after.cards == tuple(card.model_copy(update={"named": True}) for card in before.cards)


@settings(max_examples=examples(200), deadline=None)
@given(_files())
def test_a_second_time_changes_nothing(content: bytes) -> None:
    once = with_ids(content, _read(content))
    assert with_ids(once, _read(once)) == once
