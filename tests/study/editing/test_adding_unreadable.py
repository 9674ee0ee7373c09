"""What was typed and makes no card is told in words for the form: its fields and lines, no heading and no file."""

import pytest

from quizapp.cards.faces import Kind
from quizapp.study.editing.adding import proposed
from quizapp.study.editing.form import Form, Texts

STAR = "`*` before each right one"


@pytest.mark.parametrize(
    ("kind", "prompt", "answer", "told"),
    [
        ("cloze", "It keeps it.", "", "Prompt: nothing is hidden: put `==` before and behind what is to be recalled"),
        ("cloze", "It ==keeps it.", "", "Prompt: the gap is not closed: put a second `==` right behind what it hides"),
        ("cloze", "It ==keeps it.", "x", "Prompt: the gap is not closed: put a second `==` right behind what it hides"),
        ("cloze", "It `==is==`.", "", "Prompt: `==…==` hides nothing in code or maths: put it around them"),
        ("choice", "Which?", "one\ntwo", f"Answer: none is marked right: {STAR}"),
        ("choice", "Which?", "- one\n- two", f"Answer: none is marked right: {STAR}"),
        ("choice", "Which?", "- [ ] one\n- [ ] two", "Answer: none is marked right: `[x]` in each right one"),
        ("choice", "Which?", "* one", f"Answer: a choice has two options or more: write one a line, {STAR}"),
        (
            "choice",
            "Which?",
            "- one\n* two",
            "Answer: a mark stands before every line: leave wrong ones without: `*` before right ones alone",
        ),
        ("order", "Order?", "one", "Answer: this is one line alone: write two lines or more"),
        ("points", "Why?", "- one", "Answer: this is one line alone: write two lines or more"),
        ("points", "Why?", "one\n\ntwo", "Answer: an empty line parts these: write them right below one another"),
        ("order", "Order?", "- a\n- b", "Answer: these lines make no list: write each without a mark, none empty"),
        ("basic", "Why?", "[a]: address", "Answer: the card has no answer: write it"),
        ("reverse", "Why?", "[a]: address", "Answer: the card has no answer: write it"),
        ("typed", "Why?", "$$\nx\n$$", "Answer: nothing here can be typed: begin with the text to be typed"),
        ("basic", "[a]: address", "So.", "Prompt: nothing of this can be shown: write the question"),
    ],
)
def test_it_is_told_in_its_field(kind: Kind, prompt: str, answer: str, told: str) -> None:
    proposal = proposed(Form(kind=kind, texts={"en": Texts(prompt=prompt, answer=answer)}))
    assert [str(fault) for fault in proposal.faults] == [told]


def test_a_fault_of_an_option_is_told_as_it_is() -> None:
    proposal = proposed(Form(kind="choice", texts={"en": Texts(prompt="Which?", answer="- [x] a\n- [ ]")}))
    assert [str(fault) for fault in proposal.faults] == [
        "Answer, line 2: this option is empty: write its text behind the brackets"
    ]


def test_each_language_is_named_where_there_are_several() -> None:
    texts = Texts(prompt="Which?", answer="one\ntwo")
    one, two = proposed(Form(kind="choice", texts={"en": texts, "zh": texts})).faults
    assert one.told(several=True) == f"English, Answer: none is marked right: {STAR}"
    assert two.told(several=True) == f"中文, Answer: none is marked right: {STAR}"


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("$x$", "Tags: $x$ cannot be a tag: write x"),
        ("==a==", "Tags: ==a== cannot be a tag: write a"),
        ("`~`", "Tags: `~` cannot be a tag: use letters and digits"),
    ],
)
def test_a_tag_that_would_not_be_read_belongs_to_the_tags(tag: str, told: str) -> None:
    texts = {"en": Texts(prompt="Why?", answer="So."), "zh": Texts(prompt="为什么？", answer="因为。")}
    proposal = proposed(Form(tags=("cnn", tag), texts=texts))
    assert [str(fault) for fault in proposal.faults] == [told]
    assert proposal.card is not None
    assert proposal.card.tags == ("cnn",)


@pytest.mark.parametrize(("prompt", "tags"), [("Why?", ("`", "a`")), ("Why `x?", ("a`",)), ("Why *x?", ("a*",))])
def test_a_sign_that_makes_a_pair_is_told_too(prompt: str, tags: tuple[str, ...]) -> None:
    proposal = proposed(Form(tags=tags, texts={"en": Texts(prompt=prompt, answer="So.")}))
    assert [fault.field for fault in proposal.faults] == ["tags"] * len(tags)


@pytest.mark.parametrize("tag", ["a=b", "c++", "C/C++", "a.b", "<x>", "基础", "it's"])
def test_a_tag_that_is_read_as_it_is_typed_is_none_of_them(tag: str) -> None:
    assert proposed(Form(tags=(tag,), texts={"en": Texts(prompt="Why?", answer="So.")})).ready
