from quizapp.cards.faces import BasicFace, TypedFace
from tests.cards.reading import card, face


def test_a_prompt_goes_on_in_the_body_up_to_a_break() -> None:
    found = face("## What is printed?\n\n```python\nprint(1)\n```\n\nThink.\n\n---\n\n1\n\nBecause.", BasicFace)
    assert found.prompt == "## What is printed?\n\n```python\nprint(1)\n```\n\nThink."
    assert (found.title, found.answer, found.explanation) == ("What is printed?", "1", "Because.")


def test_only_the_first_break_ends_the_prompt() -> None:
    found = face("## Q\n\nmore\n\n---\n\nA\n\n---\n\nB", BasicFace)
    assert (found.answer, found.explanation) == ("A", "---\n\nB")


def test_a_break_right_below_the_heading_changes_nothing() -> None:
    found = face("## Q\n\n---\n\nA", BasicFace)
    assert (found.prompt, found.answer) == ("## Q", "A")


def test_a_break_may_stand_above_any_kind_of_answer() -> None:
    assert face("## Q {.typed}\n\nmore\n\n***\n\nA", TypedFace).accepted == ("A",)


def test_breaks_in_code_and_quotes_end_no_prompt() -> None:
    found = face("## Q\n\n```\n---\n```\n\n> a\n>\n> ---\n", BasicFace)
    assert found.answer == "```\n---\n```"


def test_a_prompt_keeps_its_markup() -> None:
    found = face("## Why `a_b` and $x_1$ and **c**?\n\nA", BasicFace)
    assert found.prompt == "## Why `a_b` and $x_1$ and **c**?"
    assert found.title == "Why a_b and x_1 and c?"


def test_a_sharp_at_a_prompts_end_is_not_lost() -> None:
    assert face("## What is # {#sharp}\n\nA", BasicFace).prompt == "## What is # ##"
    assert face("## What is C#\n\nA", BasicFace).title == "What is C#"


def test_two_prompts_that_begin_alike_are_two_cards() -> None:
    first = card("## What is printed?\n\n`print(1)`\n\n---\n\n1")
    second = card("## What is printed?\n\n`print(2)`\n\n---\n\n2")
    assert first.id != second.id


def test_pictures_alone_are_called_by_their_files() -> None:
    found = face("## ![](media/a%20cat.png)\n\nA cat.\n", BasicFace)
    assert (found.prompt, found.title) == ("## ![](media/a%20cat.png)", "a cat.png")
    assert face("## Which? ![](cat.png)\n\nA cat.\n", BasicFace).title == "Which?"
    assert card("## [![](b.png)](https://c.d/e)\n\nA dog.\n").id != card("## ![](cat.png)\n\nA dog.\n").id
