from quizapp.cards.faces import (
    BasicFace,
    ChoiceFace,
    ClozeFace,
    Option,
    OrderFace,
    PointsFace,
    ReverseFace,
    TypedFace,
)
from tests.cards.reading import card, face


def test_the_first_block_is_the_answer_and_the_rest_explains_it() -> None:
    found = face("## Why?\n\nBecause\nof this.\n\nMore.\n\n### Deeper\n\n- a list", BasicFace)
    assert (found.prompt, found.title, found.line) == ("## Why?", "Why?", 1)
    assert found.answer == "Because\nof this."
    assert found.explanation == "More.\n\n### Deeper\n\n- a list"


def test_a_list_a_fence_a_table_or_maths_may_be_the_answer() -> None:
    for answer in ("- a\n- b", "```python\nx = 1\n```", "| a | b |\n|---|---|\n| 1 | 2 |", "$$\nx^2\n$$", "> quoted"):
        found = face(f"## Q\n\n{answer}\n\nmore", BasicFace)
        assert (found.answer, found.explanation) == (answer, "more")


def test_all_gaps_of_the_prompt_make_one_cloze() -> None:
    found = face("## ==BN== comes before ==`ReLU`==\n\nUsually.", ClozeFace)
    assert found.gaps == ("BN", "ReLU")
    assert found.title == "[…] comes before […]"
    assert (found.prompt, found.explanation) == ("## ==BN== comes before ==`ReLU`==", "Usually.")


def test_gaps_before_the_break_make_a_cloze_too() -> None:
    found = face("## Fill in\n\nA ==long\ngap== here.\n\n---\n\nDone.", ClozeFace)
    assert found.gaps == ("long gap",)
    assert found.prompt == "## Fill in\n\nA ==long\ngap== here."
    assert found.explanation == "Done."


def test_a_cloze_needs_no_explanation() -> None:
    assert face("## The ==gap==", ClozeFace).explanation == ""


def test_a_task_list_makes_a_choice() -> None:
    found = face("## Which?\n\n- [ ] this\n- [X] **that**\n- [ ] none\n\nBecause.", ChoiceFace)
    assert found.options == (
        Option(text="this", right=False),
        Option(text="**that**", right=True),
        Option(text="none", right=False),
    )
    assert found.explanation == "Because."
    assert not found.several


def test_several_right_options_must_all_be_picked() -> None:
    assert face("## Which?\n\n* [x] a\n* [x] b\n* [ ] c", ChoiceFace).several


def test_a_numbered_list_of_an_order_card_is_its_order() -> None:
    for mark in (".", ")"):
        found = face(f"## Steps {{.order}}\n\n1{mark} first\n2{mark} then\n\nWhy.", OrderFace)
        assert (found.items, found.explanation) == (("first", "then"), "Why.")


def test_the_bullets_of_a_points_card_are_its_points() -> None:
    for mark in "-*+":
        found = face(f"## Explain {{.points}}\n\n{mark} one\n{mark} two\n\nMore.", PointsFace)
        assert (found.points, found.explanation) == (("one", "two"), "More.")


def test_a_typed_card_accepts_each_of_its_alternatives() -> None:
    found = face("## How many? {.typed}\n\n7 | **seven** | 7×7\n\nCount.", TypedFace)
    assert found.accepted == ("7", "seven", "7×7")
    assert (found.answer, found.explanation) == ("7 | **seven** | 7×7", "Count.")


def test_a_bar_in_code_or_without_spaces_parts_no_alternatives() -> None:
    assert face("## Or? {.typed}\n\n`a | b`", TypedFace).accepted == ("a | b",)
    assert face("## Norm? {.typed}\n\n|x|", TypedFace).accepted == ("|x|",)


def test_code_may_be_the_answer_to_type() -> None:
    assert face("## Write it {.typed}\n\n```python\na | b\n```", TypedFace).accepted == ("a | b",)


def test_a_reverse_card_has_an_answer_and_an_explanation() -> None:
    found = face("## Term {#t .reverse}\n\nMeaning\n\nMore.", ReverseFace)
    assert (found.prompt, found.answer, found.explanation) == ("## Term", "Meaning", "More.")


def test_a_kind_needs_no_id() -> None:
    found = card("## Term {.reverse}\n\nMeaning")
    assert (found.id, found.named, found.face.kind) == ("term", False, "reverse")
