"""A reverse card is asked both ways: the second way is a sibling with an id of its own."""

from quizapp.cards.faces import ReverseFace
from quizapp.cards.languages import topic_of
from quizapp.cards.models import Card
from tests.cards.reading import read


def _siblings(*texts: tuple[str, str]) -> tuple[Card, Card]:
    topic, faults = topic_of(read(text, f"a.{suffix}.md") for suffix, text in texts)
    assert not faults
    forwards, backwards = topic.cards
    return forwards, backwards


def _face(card: Card, language: str = "en") -> ReverseFace:
    face = card.face(language)
    assert isinstance(face, ReverseFace)
    return face


def test_it_is_asked_from_the_answer_to_the_prompt() -> None:
    forwards, backwards = _siblings(("en", "## What is **ReLU**? {#relu .reverse}\n\nThe *positive part*.\n\nCheap."))
    assert (forwards.id, backwards.id) == ("a/relu", "a/relu~reverse")
    assert _face(forwards).answer == "The *positive part*."
    back = _face(backwards)
    assert (back.prompt, back.title) == ("The *positive part*.", "The positive part.")
    assert (back.answer, back.explanation) == ("## What is **ReLU**?", "Cheap.")


def test_siblings_are_one_family_at_one_place() -> None:
    forwards, backwards = _siblings(("en", "## A {#a .reverse}\n\nB"))
    assert backwards.family == forwards.family == "a/a"
    assert backwards.places == forwards.places
    assert backwards.position == forwards.position


def test_the_sibling_has_every_language_of_the_card() -> None:
    _, backwards = _siblings(("en", "## A {#a .reverse}\n\nB"), ("zh", "## 甲 {#a .reverse}\n\n乙"))
    assert {language: _face(backwards, language).prompt for language in ("en", "zh")} == {"en": "B", "zh": "乙"}


def test_a_prompt_of_several_blocks_is_the_answer_as_a_whole() -> None:
    _, backwards = _siblings(("en", "## Which is it? {#a .reverse}\n\n`x * y`\n\n---\n\nThe product\n\nof *x*."))
    assert _face(backwards).prompt == "The product"
    assert _face(backwards).answer == "## Which is it?\n\n`x * y`"
    assert _face(backwards).explanation == "of *x*."


def test_code_or_a_list_can_be_what_is_asked() -> None:
    for answer, title in (("```python\nx @ y\nz\n```", "x @ y"), ("- one\n- two", "one"), ("$$\nx^2\n$$", "x^2")):
        _, backwards = _siblings(("en", f"## Q {{#a .reverse}}\n\n{answer}"))
        assert (_face(backwards).prompt, _face(backwards).title) == (answer, title)
