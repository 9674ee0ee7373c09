"""What almost is a card of some kind is told with its place, and takes no other card away."""

import pytest

from tests.cards.reading import noted, read, told, told_of_one_card


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("## Q", "1:1: the card has no answer"),
        ("## Use `a ==b==`", "1:1: the card has no answer"),
        ("## It is $==a== + 1$", "1:1: the card has no answer"),
        ("## Q\n\nmore of it\n\n---\n", "1:1: the card has no answer"),
        ("## Q {.reverse}", "1:1: the card has no answer"),
        ("## Q {.typed}", "1:1: the card has no answer"),
        ("## Q {.typed}\n\n&nbsp;", "3:1: the card has no answer"),
        ("## Q {.reverse}\n\n\ufeff\u200b", "3:1: the card has no answer"),
        ("## Q\n\nmore of it\n\n---\n\n\u00a0\n\u3000 \u2003", "7:1: the card has no answer"),
        ("## Q\n\n\u200b\n\nA", "3:1: the card has no answer"),
        ("##\n\nanswer", "1:1: the heading is empty"),
        ("## {#id}\n\nanswer", "1:1: the heading is empty"),
        ("## Q\n\n- [x] only", "3:1: a choice needs two options or more, one of them right"),
        ("## Q\n\n- [ ] a\n- [ ] b", "3:1: a choice needs two options or more, one of them right"),
        ("## Q\n\n- [x] a\n- [ ] b\n- c", "5:1: this item is no option, and others of its list are"),
        ("## Q\n\n- a\n- [x] b", "3:1: this item is no option, and others of its list are"),
        ("## Q\n\n- [x] a\n- [ ]", "4:1: this option is empty"),
        ("## Q\n\n- [x]a\n- [ ]b", "3:1: this looks like the options of a choice, but is not read so"),
        ("## Q\n\n- [] a\n- [] b", "3:1: this looks like the options of a choice, but is not read so"),
        ("## Q\n\n1. [x] a\n2. [ ] b", "3:1: this looks like the options of a choice, but is not read so"),
        ("## Q\n\nmore\n\n- [x] a\n- [ ] b", "5:1: this looks like the options of a choice, but is not read so"),
        ("## Q {.order}\n\n- a\n- b", "3:1: an order card needs a numbered list of two items or more"),
        ("## Q {.order}\n\n1. a", "3:1: an order card needs a numbered list of two items or more"),
        ("## Q {.order}\n\n1. a\n2.", "3:1: an order card needs a numbered list of two items or more"),
        ("## Q {.order}\n\nfirst\n\n1. a\n2. b", "3:1: an order card needs a numbered list of two items or more"),
        ("## Q {.order}", "1:1: an order card needs a numbered list of two items or more"),
        ("## Q {.points}\n\n1. a\n2. b", "3:1: a points card needs a bullet list of two points or more"),
        ("## Q {.points}\n\n- a", "3:1: a points card needs a bullet list of two points or more"),
        ("## Q {.typed}\n\n$$\nx\n$$", "3:1: nothing here can be typed"),
        ("## Q {.typed}\n\n```\n\n```", "3:1: nothing here can be typed"),
        ("## Q {#q .revers}\n\nA", "1:10: unknown kind `.revers`"),
        ("## Q {#q lang=en}\n\nA", "1:10: unknown attribute `lang`"),
        ("## Q {.typed .reverse}\n\nA", "1:1: `.typed` and `.reverse` make two cards of one"),
        ("## Q {.points}\n\n- [x] a\n- [ ] b", "1:1: `.points` and `- [x]` make two cards of one"),
        ("## A ==gap== {.typed}\n\nA", "1:1: `.typed` and `==gap==` make two cards of one"),
        ("## A ==gap==\n\n- [x] a\n- [ ] b", "1:1: `- [x]` and `==gap==` make two cards of one"),
        ("## Q {.order}\n\n```check\nanswer: 1\n```", "1:1: `check` and `.order` make two cards of one"),
        ("## Q\n\n```check\nanswer: 1\n```\n\n```check\nanswer: 2\n```", "7:1: a second computed question in one card"),
        ("## Q {#a.b}\n\nA", "1:6: `{#a.b}` is not read as the card's id or kind"),
        ("## Q{#a}\n\nA", "1:5: `{#a}` is not read as the card's id or kind"),
        ("## Q { .Typed,}\n\nA", "1:6: `{ .Typed,}` is not read as the card's id or kind"),
        ("## Q {.reverse} {#a}\n\nA", "1:6: `{.reverse}` is not read as the card's id or kind"),
        ("## Q {#a:b}\n\nA", "1:7: `a:b` is no card id"),
        ("## Q {#-a}\n\nA", "1:7: `-a` is no card id"),
    ],
)
def test_a_card_at_fault_is_told_and_left_out(text: str, fault: str) -> None:
    assert told_of_one_card(text) == [f"topic.md:{fault}"]


@pytest.mark.parametrize("prompt", ["What does `{#each x` do?", "Why `{.x`", "Why $a_{.b$ c", "[l](u{#a) b"])
def test_braces_in_code_maths_and_addresses_are_no_marks_gone_wrong(prompt: str) -> None:
    part = read(f"## {prompt}\n\nA\n\n## {prompt} {{#id}}\n\nA\n")
    assert (told(part.faults), [card.face.prompt for card in part.cards]) == ([], [f"## {prompt}"] * 2)


def test_a_line_of_dashes_right_below_text_is_told_and_still_ends_the_prompt() -> None:
    part = read("## Q\n\nmore\n---\n\nA\n")
    assert told(part.faults) == ["topic.md:4:1: other Markdown readers take this line and the one above for a heading"]
    assert [(card.face.prompt, card.face.kind) for card in part.cards] == [("## Q\n\nmore", "basic")]


def test_lines_that_no_one_takes_for_a_heading_are_not_told() -> None:
    for line in ("***", "___", "- - -"):
        assert not read(f"## Q\n\nmore\n{line}\n\nA\n").faults


def test_a_fence_that_is_not_closed_is_told() -> None:
    part = read("## Q\n\n```python\nx\n\n## Lost?\n\nyes\n")
    assert told(part.faults) == ["topic.md:3:1: this code block is not closed, and holds the rest of the file"]
    assert len(part.cards) == 1


def test_a_closed_fence_is_not_told() -> None:
    for fence in ("```\nx\n```", "~~~~\n```\n~~~~~  ", "```\n```", "  ```\n  x\n  ```"):
        assert not read(f"## Q\n\n{fence}\n").faults


def test_front_matter_that_is_not_closed_is_told() -> None:
    part = read("---\ntopic: x\n\n## Q\n\nA\n")
    assert told(part.faults) == ["topic.md:1:1: front matter begins here and does not end"]
    assert len(part.cards) == 1


def test_gaps_that_hide_nothing_are_noted_and_the_card_is_kept() -> None:
    part = read("## Q\n\nThe ==gap==.\n")
    assert noted(part.faults) == ["topic.md:3:1: gaps below the heading hide nothing"]
    assert [card.face.kind for card in part.cards] == ["basic"]


def test_marks_in_an_explanation_are_not_noted() -> None:
    assert not read("## Q\n\nA\n\nThis ==matters==.\n").faults


@pytest.mark.parametrize(("answer", "mark"), [("2*3*4", "*"), ("2*n | n*2", "*"), ("__init__", "__"), ("~~4~~", "~~")])
def test_emphasis_in_what_is_to_be_typed_is_noted(answer: str, mark: str) -> None:
    part = read(f"## Q {{.typed}}\n\n{answer}\n")
    assert noted(part.faults) == [f"topic.md:3:1: `{mark}` emphasizes here, and is not part of what is typed"]
    assert [card.face.kind for card in part.cards] == ["typed"]


def test_marks_that_are_typed_are_not_noted() -> None:
    for answer in (r"2\*3\*4", "`__init__`", "2 * 3 * 4", "2*3", "snake_case_name"):
        assert not read(f"## Q {{.typed}}\n\n{answer}\n\nAn *explanation*.\n").faults


def test_a_title_below_the_cards_is_noted() -> None:
    part = read("# One\n\n## Q\n\nA\n\n# Two\n\n## R\n\nB\n")
    assert noted(part.faults) == ["topic.md:7:1: a title below the cards belongs to the card above it"]
    assert len(part.cards) == 2


def test_all_faults_of_a_file_are_told_at_once() -> None:
    part = read("## A\n\n## B {.order}\n\nx\n\n## C {#c!}\n\nx\n\n## D\n\nd\n")
    assert [fault.line for fault in part.faults] == [1, 5, 7]
    assert [card.face.title for card in part.cards] == ["D"]


@pytest.mark.parametrize("prompt", ["Use `git commit --==amend==`", "It is $==a==$"])
def test_a_gap_in_code_or_maths_is_told_to_hide_nothing(prompt: str) -> None:
    (fault,) = read(f"## {prompt}\n").faults
    assert fault.mend == "write it below the heading; `==…==` hides nothing in code or maths: put it around them"


@pytest.mark.parametrize("prompt", ["It keeps the ==largest value", "It keeps the ==largest value == here"])
def test_a_gap_that_is_not_closed_is_told_so(prompt: str) -> None:
    (fault,) = read(f"## {prompt}\n").faults
    assert fault.mend == "write it below the heading, or close the gap: a second `==` right behind what it hides"


def test_a_comparison_is_not_taken_for_a_gap() -> None:
    (fault,) = read("## When is `a == b` true?\n").faults
    assert fault.mend == "write it below the heading"


@pytest.mark.parametrize(
    ("heading", "braces"),
    [
        ("What is pooling? {#what}XX", "{#what}"),
        ("What is pooling? {#what .typed}.", "{#what .typed}"),
        ("`{#a}` {#what}`b`", "{#what}"),
    ],
)
def test_an_id_with_something_glued_to_it_is_told(heading: str, braces: str) -> None:
    part = read(f"## {heading}\n\nAn answer.\n")
    assert part.cards == ()
    (fault,) = part.faults
    assert fault.what == f"`{braces}` is not read as the card's id or kind"
    assert fault.column == 4 + heading.index(braces)


@pytest.mark.parametrize(
    "heading",
    [
        "Write `{#id}` where?",
        "What is {#id} here",
        r"Is \{#a} text?",
        "Is $\\{#A\\}$ a size?",
        "A { # b } c",
    ],
)
def test_what_is_no_id_is_text(heading: str) -> None:
    part = read(f"## {heading} {{#x}}\n\nAn answer.\n")
    assert (len(part.cards), part.faults) == (1, ())
