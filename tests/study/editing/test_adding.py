"""What would come of a form as it stands."""

import pytest

from quizapp.cards.faces import ChoiceFace, Kind, OrderFace, PointsFace
from quizapp.study.editing.adding import proposed
from quizapp.study.editing.form import Form, Texts
from quizapp.study.editing.templates import template


def form(kind: Kind = "basic", **texts: tuple[str, str]) -> Form:
    """A form with (prompt, answer) in each language."""
    return Form(
        kind=kind, texts={name: Texts(prompt=prompt, answer=answer) for name, (prompt, answer) in texts.items()}
    )


def told(asked: Form) -> list[str]:
    return [str(trouble) for trouble in proposed(asked).troubles]


def test_an_empty_form_lacks_a_prompt_and_an_answer_and_nothing_is_wrong() -> None:
    proposal = proposed(Form())
    assert [field for _, field in proposal.missing] == ["prompt", "answer"]
    assert (proposal.card, proposal.troubles, proposal.ready) == (None, (), False)


def test_a_prompt_and_an_answer_make_a_card() -> None:
    proposal = proposed(form(en=("Why?", "Because.")))
    assert proposal.ready
    assert proposal.card is not None
    assert proposal.card.face("en").prompt == "## Why?"


def test_a_cloze_needs_no_answer() -> None:
    assert proposed(form("cloze", en=("It keeps the ==largest== value.", ""))).ready


def test_a_cloze_that_hides_nothing_says_how_to_hide() -> None:
    assert told(form("cloze", en=("It keeps the largest value.", "Yes."))) == [
        "Prompt: nothing is hidden: put `==` before and behind what is to be recalled"
    ]


def test_the_gap_of_another_program_is_named_and_not_changed() -> None:
    asked = form("cloze", en=("It keeps the ==largest== {{c1::value}}.", ""))
    assert told(asked) == ["Prompt: `{{c1::…}}` is how Anki writes a gap: write `==…==`"]
    assert proposed(asked).ready


def test_lines_become_options_and_those_with_a_star_are_right() -> None:
    card = proposed(form("choice", en=("Which is even?", "one\n* two\nx four\n\nHalves are whole."))).card
    assert card is not None
    face = card.face("en")
    assert isinstance(face, ChoiceFace)
    assert [(option.text, option.right) for option in face.options] == [("one", False), ("two", True), ("four", True)]
    assert face.explanation == "Halves are whole."


def test_options_without_a_right_one_are_asked_for() -> None:
    assert told(form("choice", en=("Which?", "one\ntwo"))) == [
        "Answer: none is marked right: `*` before each right one"
    ]


def test_lines_become_items_and_points() -> None:
    order = proposed(form("order", en=("Order?", "a\nb"))).card
    points = proposed(form("points", en=("Why?", "a\nb\n\nBoth."))).card
    assert order is not None
    assert points is not None
    assert isinstance(face := order.face("en"), OrderFace)
    assert face.items == ("a", "b")
    assert isinstance(face := points.face("en"), PointsFace)
    assert face.points == ("a", "b")


def test_a_fault_is_told_in_its_field_on_its_line() -> None:
    asked = form("choice", en=("Which?\n\nMore of the prompt.", "- [x] two\n- [ ]\n- [ ] three"))
    (trouble,) = proposed(asked).troubles
    assert (trouble.field, trouble.line, trouble.fatal) == ("answer", 2, True)
    assert str(trouble) == "Answer, line 2: this option is empty: write its text behind the brackets"


def test_a_fault_of_a_block_is_told_on_its_line() -> None:
    block = template("check").replace("answer: h", "anwser: h", 1)
    (trouble,) = proposed(form("check", en=("{{h}}, {{k}}?", block))).troubles
    assert (trouble.field, trouble.line) == ("answer", 5)


def test_a_check_without_a_block_says_how_it_begins() -> None:
    assert told(form("check", en=("How many?", "Seven."))) == [
        "Answer: there is no check block: begin one with ```check and end it with ```"
    ]


def test_another_card_in_the_answer_is_a_heading_of_it() -> None:
    proposal = proposed(form(en=("Why?", "Because.\n\n## Another?\n\nNo.")))
    assert proposal.ready
    assert "### Another?" in proposal.sections["en"]


def test_two_languages_make_one_card_under_the_first_ones_id() -> None:
    proposal = proposed(form(zh=("为什么？", "因为。"), en=("Why?", "Because.")))
    assert proposal.card is not None
    assert list(proposal.card.faces) == ["en", "zh"]
    assert {draft.id for draft in proposal.drafts.values()} == {"why"}


def test_languages_that_disagree_are_told() -> None:
    asked = form("order", en=("Order?", "a\nb"), zh=("次序？", "甲\n乙\n丙"))
    proposal = proposed(asked)
    assert [str(fault) for fault in proposal.faults] == [
        "Prompt: there are more or fewer items: make the languages agree"
    ]
    assert proposal.faults[0].language == "zh"


def test_the_second_language_of_a_check_holds_texts_only() -> None:
    proposal = proposed(
        form(
            "check",
            en=("{{h}}, {{k}}?", template("check")),
            zh=("{{h}} 和 {{k}}？", template("check", ["no-one"], further=True)),
        )
    )
    assert proposal.ready


def test_a_card_for_all_languages_has_no_other_beside_it() -> None:
    (fault,) = proposed(form(every=("Why?", "So."), zh=("为什么？", "就是。"))).faults
    assert "stands alone" in str(fault)


def test_one_language_may_be_begun_while_the_other_is_shown() -> None:
    proposal = proposed(form(en=("Why?", "Because."), zh=("为什么？", "")))
    assert proposal.missing == (("zh", "answer"),)
    assert proposal.card is not None
    assert not proposal.ready


@pytest.mark.parametrize("kind", ["basic", "reverse", "typed", "order", "points"])
def test_every_kind_that_needs_no_block_is_the_one_that_was_chosen(kind: Kind) -> None:
    card = proposed(form(kind, zh=("什么？", "甲\n乙"))).card
    assert card is not None
    assert card.kind == kind


def test_text_that_drives_a_terminal_is_made_harmless() -> None:
    proposal = proposed(form(en=("Why\x1b[2J?", "Be\x07cause.")))
    assert "\x1b" not in "".join(proposal.sections.values())
    assert proposal.card is not None
