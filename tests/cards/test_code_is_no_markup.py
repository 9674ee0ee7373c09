"""What stands in code, maths, a quote or a list opens no card, hides nothing and names nothing."""

import pytest

from tests.cards.reading import card, read, told_of_one_card


@pytest.mark.parametrize(
    "block",
    [
        "```\n## x\n```",
        "~~~~\n## x\n~~~\n## x\n~~~~",
        "    ## x",
        "> ## x",
        "- ## x",
        "1. a\n\n   ## x",
        "$$\n## x\n$$",
        "<!--\n### x\n-->",
        "\\## x",
        "###### x",
        "##x",
    ],
)
def test_it_opens_no_card(block: str) -> None:
    part = read(f"## Q\n\n{block}\n\nend")
    assert [found.face.title for found in part.cards] == ["Q"]


@pytest.mark.parametrize(
    "prompt",
    [
        "`a ==b== c`",
        "$a ==b== c$",
        "a \\==b\\== c",
        "a == b and c == d",
        "a ==b",
        "a === b === c",
        "==== x ====",
        "[x](a==b==c)",
        "<http://a==b==c>",
        "==`b==`",
    ],
)
def test_it_is_no_gap(prompt: str) -> None:
    assert card(f"## {prompt}\n\nA").face.kind == "basic"


@pytest.mark.parametrize(
    "answer", ["```\n- [x] a\n- [ ] b\n```", "    - [x] a", "`- [x] a`", "> - [x] a\n> - [ ] b", "-     [x] a"]
)
def test_it_is_no_option(answer: str) -> None:
    assert card(f"## Q\n\n{answer}").face.kind == "basic"


@pytest.mark.parametrize(
    "prompt", ["What is `{#id}`", "What is $x_{#id}$", "What is \\{#id}", "What is {#id} here", "`a` `{.typed}`"]
)
def test_it_is_no_id(prompt: str) -> None:
    found = card(f"## {prompt}\n\nA")
    assert not found.named
    assert found.face.prompt == f"## {prompt}"


def test_a_fence_in_a_quote_or_a_list_computes_nothing() -> None:
    for block in ("> ```check\n> answer: 1\n> ```", "- ```check\n  answer: 1\n  ```"):
        assert card(f"## Q\n\n{block}").face.kind == "basic"


def test_a_check_inside_another_fence_computes_nothing() -> None:
    assert card("## Q\n\n````markdown\n```check\nanswer: 1\n```\n````").face.kind == "basic"


def test_maths_with_an_empty_line_is_none_and_takes_no_card_away() -> None:
    part = read("## Costs\n\n$$ is what it costs\n\n## Q\n\nA $$\n")
    assert [found.face.title for found in part.cards] == ["Costs", "Q"]


def test_a_heading_inside_front_matter_is_a_comment() -> None:
    part = read("---\ntopic: a\n## no card\n---\n\n## Q\n\nA\n")
    assert not part.faults
    assert [found.face.title for found in part.cards] == ["Q"]


def test_html_stays_text() -> None:
    assert card("## Is `T` in vector<int> a type?\n\nA").face.title == "Is T in vector<int> a type?"
    assert told_of_one_card("## <b>\n\n") == ["topic.md:1:1: the card has no answer"]
