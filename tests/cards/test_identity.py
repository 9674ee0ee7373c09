import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.cards.identity import id_of_prompt, is_id, normalised
from tests.cards.reading import card, read
from tests.soak import examples


def test_case_width_space_and_closing_punctuation_do_not_matter() -> None:
    for prompt in ("what is a cnn", "What  is a CNN?", " What is a ＣＮＮ？", "What is a CNN ?!", "What is a\tCNN…"):
        assert normalised(prompt) == "what is a cnn"
    assert normalised("什么是卷积？") == normalised("什么是卷积。") == "什么是卷积"


def test_everything_else_matters() -> None:
    prompts = ["a b", "ab", "a-b", "a, b", ".a b", "a b)", "(a b", "b a", "ä b", "a²b"]
    assert len({id_of_prompt(prompt) for prompt in prompts}) == len(prompts)


def test_punctuation_alone_is_still_a_prompt() -> None:
    assert id_of_prompt("?") != id_of_prompt("!")


def test_a_short_plain_prompt_is_its_own_id() -> None:
    assert id_of_prompt("What is a CNN?") == "what-is-a-cnn"


def test_ids_never_change() -> None:
    """History hangs on them: these are fixed for ever."""
    assert id_of_prompt("什么是卷积？") == "什么是卷积"
    assert id_of_prompt("Why is `x*y` slower than x@y?") == "why-is-x-y-slower-than-x-y-82b0e132"
    assert id_of_prompt("word " * 30) == "word-word-word-word-word-word-word-word-word-5d113e37"


@settings(max_examples=examples(300), deadline=None)
@given(st.text(min_size=1, max_size=80))
def test_an_id_of_any_prompt_is_an_id(prompt: str) -> None:
    assert is_id(id_of_prompt(prompt))


@settings(max_examples=examples(300), deadline=None)
@given(st.text(max_size=30))
def test_normalising_twice_is_normalising_once(prompt: str) -> None:
    assert normalised(normalised(prompt)) == normalised(prompt)


def test_a_cards_id_does_not_depend_on_the_cards_around_it() -> None:
    one, two, three = ("## What is one?\n\n1\n\n", "## Two = 2?\n\n2\n\n", "## 三\n\n3\n\n")
    alone = {card(text).id for text in (one, two, three)}
    for text in (one + two + three, three + one + two, "# T\n\nnotes\n\n" + two + one + three):
        assert {found.id for found in read(text).cards} == alone


def test_markup_in_the_heading_does_not_matter_for_the_id() -> None:
    assert card("## What is **a** `CNN`?\n\nA").id == card("## What is a CNN\n\nA").id


def test_the_answer_does_not_matter_for_the_id() -> None:
    assert card("## Why?\n\nA").id == card("## Why?\n\nB\n\nC").id


@pytest.mark.parametrize(
    "of", ["---\ntopic: {id}\n---\n\n## Q\n\nA\n", "## Q {{#{id}}}\n\nA\n", '## Q {{#a of="{id}"}}\n\nA\n']
)
def test_an_id_whose_accents_are_characters_of_their_own_is_told_how_to_be_one(of: str) -> None:
    (fault,) = read(of.format(id="e\u0301te\u0301")).faults
    assert "(NFC), as `\u00e9t\u00e9`" in fault.mend
    assert not read(of.format(id="\u00e9t\u00e9")).faults
    (other,) = read(of.format(id="x\u0301")).faults
    assert other.mend == "use letters, digits and hyphens"
