"""Whatever a draft holds, its section is one card and leaves the cards around it alone."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizapp.cards.draft import Draft
from quizapp.cards.faces import Kind
from quizapp.cards.parse import parse_file
from quizapp.cards.parts import FilePart
from quizapp.cards.writing import extents, section_of
from tests.cards.reading import ALSO_SOUND, SOUND
from tests.soak import examples

_PIECES = st.sampled_from(
    [
        *[
            "# ",
            "## ",
            "### ",
            "#",
            "\n",
            "\n\n",
            "---\n",
            "***\n",
            "\n---\n",
            "- [x] ",
            "- [ ] ",
            "- ",
            "1. ",
            "> ",
            " ",
        ],
        *["```", "```check\n", "```exercise\n", "~~~\n", "==", "===", "$", "$$", "`", "{#id}", "{.typed}", "{", "}"],
        *[
            "[",
            "]",
            "(",
            ")",
            "[a]: /x\n",
            "*",
            "_",
            "~~",
            "|",
            "\\",
            "<b>",
            "word",
            "问题",
            "？",
            "\t",
            "    ",
            "\r\n",
        ],
        *["\x1b", "\x00", "a | b", "= =", "a==b", "x", "[✓] ", "![](m.png)", "&amp;", "!"],
    ]
)
_TEXTS = st.lists(_PIECES, max_size=12).map("".join)
_ALONE = _TEXTS.filter(lambda text: "[a]: " not in text)
"""Without link definitions, which belong to the file."""

_FREE: list[Kind] = ["basic", "reverse"]
"""Kinds that every text with a prompt and an answer can have."""


def _between(section: str) -> FilePart:
    return parse_file(f"{SOUND}{section}{ALSO_SOUND}".encode(), "topic.md", "deck")


@given(_TEXTS, _TEXTS, st.sampled_from(_FREE))
@example("`a\nb` c", "x", "basic")
@example("a ==b== c", "x", "basic")
@example("`==a` ==b==", "x", "basic")
@example("x {#y}", "x", "basic")
@example("q", "```\nopen", "basic")
@example("q", "- [x] a\n- b", "reverse")
@example("q", "one\n---\ntwo", "basic")
@example("q", "## not a card\n\nx", "basic")
@example("- a\n- b", "x", "basic")
@example("a\n    b", "x", "basic")
@settings(max_examples=examples(400), deadline=None)
def test_a_draft_is_one_card_of_its_kind_and_takes_nothing_from_its_neighbours(
    prompt: str, answer: str, kind: Kind
) -> None:
    draft = Draft(kind=kind, prompt=f"Why? {prompt}", answer=f"Since {answer}", tags=("a", "b::c"))
    part = _between(section_of(draft))
    before, card, after = part.cards
    assert (before.id, after.id) == ("before", "after")
    assert card.face.kind == kind
    assert card.tags == ("a", "b::c")
    assert not [fault for fault in part.faults if not fault.note]


@given(_ALONE, _ALONE)
@settings(max_examples=examples(300), deadline=None)
def test_what_was_written_once_is_written_the_same_again(prompt: str, answer: str) -> None:
    first = section_of(Draft(prompt=f"Why? {prompt}", answer=f"Since {answer}"))
    (extent,) = extents(first.encode(), "topic.md").values()
    assert section_of(extent.draft) == first


@given(_ALONE, _ALONE)
@example("\n- [x] \n---\n- [x] |\n---\n", "")
@example("\n~~~\n\t~~~\n", "")
@settings(max_examples=examples(200), deadline=None)
def test_an_id_that_is_not_given_is_the_one_that_the_prompt_gives(prompt: str, answer: str) -> None:
    section = section_of(Draft(prompt=f"Why? {prompt}", answer=f"Since {answer}"))
    (card,) = parse_file(section.encode(), "topic.md", "deck").cards
    bare = section.replace(f" {{#{card.id}}}", "", 1)
    assert [card.id] == [other.id for other in parse_file(bare.encode(), "topic.md", "deck").cards] or bare.split("\n")[
        0
    ].endswith(("#", "}"))
