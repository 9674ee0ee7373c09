"""A file that grew by a card is what reading all of it gives, though only the card was read."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizapp.cards import grown as module
from quizapp.cards.draft import Draft
from quizapp.cards.grown import grown
from quizapp.cards.parse import parse_file
from quizapp.cards.parts import FilePart
from quizapp.cards.writing import section_of
from quizapp.cards.writing.changes import with_section
from tests.cards.test_parser_properties import TEXTS

HELD = b"---\ntopic: t\ntitle: T\n---\n\nNotes.\n\n## Why? {#a}\n\nBecause.\n"
SECTION = "## And then? {#b}\n\nThat.\n\n- one\n- two\n"
SOUND = st.sampled_from(
    ["word ", "问题", "`x`", "*a* ", "$x$ ", "$$x$$", "> q", "- a", "1. b", "\n", "\n\n", "| a |", "    "]
)
TEXT = st.lists(SOUND, min_size=1, max_size=8).map("".join)


def _grown(held: bytes, content: bytes) -> FilePart | None:
    return grown(content, held, parse_file(held, "a.en.md", ""))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("left", ["", "\n", "\n\n\n"])
def test_only_the_card_that_came_is_read(end: str, left: str, monkeypatch: pytest.MonkeyPatch) -> None:
    held = (HELD.decode() + left).replace("\n", end).encode()
    content = with_section(held, SECTION)
    part, whole = parse_file(held, "a.en.md", ""), parse_file(content, "a.en.md", "")
    read: list[bytes] = []

    def parse(text: bytes, file: str, deck: str) -> FilePart:
        read.append(text)
        return parse_file(text, file, deck)

    monkeypatch.setattr(module, "parse_file", parse)
    assert grown(content, held, part) == whole
    assert [text.lstrip(b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n").decode() for text in read] == [SECTION]


@pytest.mark.parametrize(
    ("held", "content"),
    [
        (HELD, HELD),
        (HELD, HELD + b"More.\n"),
        (HELD, HELD + b"\nMore.\n\n## And then? {#b}\n\nThat.\n"),
        (HELD, HELD + b"## And then? {#b}\n\nThat.\n"),
        (HELD.replace(b"\n", b"\r\n"), (HELD + b"## And then? {#b}\n\nThat.\n").replace(b"\n", b"\r\n")),
        (b"---x\n\nWhy?\n", b"---x\n\nWhy?\n\n## And then?\n\n---\n"),
        (HELD, with_section(HELD.replace(b"Because", b"Since"), SECTION)),
        (HELD, with_section(HELD, "## Why again? {#a}\n\nThat.\n")),
        (HELD, with_section(HELD, "## And then? {#b}\n\nThat [one].\n\n[one]: /x\n")),
        (HELD, with_section(HELD, '## And then? {#b of="t"}\n\nThat.\n')),
        (HELD, with_section(HELD, "## \n\nThat.\n")),
        (HELD + b"\n```\n", with_section(HELD + b"\n```\n", SECTION)),
        (b"---\nopen\n", b"---\nopen\n\n## And then? {#b}\n\nq\n\n---\n\nThat.\n"),
        (b"", SECTION.encode()),
    ],
)
def test_where_more_may_be_changed_all_is_to_be_read(held: bytes, content: bytes) -> None:
    assert _grown(held, content) is None


@settings(deadline=None)
@given(TEXTS, TEXTS)
@example("- a\n\n  b", "word")
def test_whatever_comes_below_whatever_it_is_as_reading_all_of_it(before: str, after: str) -> None:
    held = before.encode("utf-8", "surrogatepass")
    content = with_section(held, f"## {after}\n")
    found = _grown(held, content)
    assert found is None or found == parse_file(content, "a.en.md", "")


@settings(deadline=None)
@given(st.lists(TEXT, max_size=3), TEXT, TEXT)
def test_cards_added_one_after_the_other_are_as_reading_all_of_them(
    before: list[str], prompt: str, answer: str
) -> None:
    held = HELD
    for number, text in enumerate(before):
        held = with_section(held, section_of(Draft(kind="basic", prompt=f"Q {text}", answer=text, id=f"b{number}")))
    content = with_section(held, section_of(Draft(kind="basic", prompt=f"Q {prompt}", answer=answer, id="new")))
    found, whole = _grown(held, content), parse_file(content, "a.en.md", "")
    assert found == whole or (found is None and whole.faults)
