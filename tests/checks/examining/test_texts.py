"""Texts must read well in every draw, in both languages, and the steps must end in the answer."""

import pytest

from quizapp.checks.examining import Texts, examine
from tests.checks.checking import CONVOLUTION, check, drawn, examined, told

SUM = "draw: {a: [3, 4], b: [5, 6]}\nanswer: 1000 * (a + b)"


@pytest.mark.parametrize(
    "solution",
    [
        "",
        "First {{a}}.\n\nTogether **{{answer}}**.",
        "{{a}} and {{b}} make {{(a + b) * 1000}}.",
        "They make {{a + b}}k, or {{a + b}}e3, so {{(a + b) * 2000 / 2}}.\n\nNo more to say.",
        "* one\n* {{1000 * (a + b)}}",
    ],
)
def test_steps_that_end_in_the_answer_in_some_form_are_sound(solution: str) -> None:
    assert told(examined(SUM, solution)) == []


@pytest.mark.parametrize("solution", ["It is easy.", "**{{answer}}**, from {{a}}.\n\nAdd {{b}}.", "{{a + b}}"])
def test_steps_that_do_not_are_told(solution: str) -> None:
    assert [fault.partition(" (")[0] for fault in told(examined(SUM, solution))] == [
        "solution: the steps do not end in the answer"
    ]


def test_an_answer_that_never_changes_may_stand_there_in_words() -> None:
    assert told(examined("answer: 12000", "Count: 12000.")) == []
    assert told(examined("answer: \"'fits'\"", "So it **fits**.")) == []


def test_a_placeholder_that_fails_in_some_draw_is_told_with_that_draw() -> None:
    text = "draw: {a: [3, 4]}\nanswer: a\nhint: '{{1 / (a - 4)}}'"
    assert told(examined(text, hint="{{1 / (a - 4)}}")) == ["hint: division by zero (a = 4)"]


def test_a_placeholder_of_the_prompt_with_an_unknown_name_is_told_once() -> None:
    found = examined("draw: {a: [3, 4]}\nanswer: a", prompt="{{a}} {{b}}")
    assert told(found) == ["prompt: unknown name `b`"]
    assert found.flaws[0].quote == "{{b}}"


@pytest.mark.parametrize("place", ["prompt", "solution", "hint"])
def test_too_many_placeholders_are_told_once(place: str) -> None:
    texts = {"solution": "{{answer}}", place: "{{a}} " * 201 + "\n\n{{answer}}"}
    found = examined("draw: {a: [3, 4]}\nanswer: a", texts.pop("solution"), 40, **texts)
    assert [fault.partition(" (")[0] for fault in told(found)] == [f"{place}: more than 200 placeholders"]


def test_steps_that_end_in_an_unknown_name_are_told_once() -> None:
    assert told(examined("draw: {a: [3, 4]}\nanswer: a", "So **{{b}}**.")) == ["solution: unknown name `b`"]


def test_an_end_that_grows_too_long_in_one_of_the_later_draws_is_told() -> None:
    variant = drawn("draw: {a: [1, 2]}\nanswer: a", a=2)
    (flaw,) = Texts(None, "How many?", "So {{[1500] * (2000 * a)}}.").faults(variant, sound=set())
    assert (flaw.path, flaw.what) == (("solution",), "the placeholders make the text too long")
    assert flaw.quote == "So {{[1500] * (2000 * a)}}."


def test_the_second_language_is_filled_too_and_what_it_lacks_is_noted() -> None:
    texts = [
        Texts(None, "How many?", "**{{answer}}**", "Count.", {"no-bias": "x", "one-filter": "x"}),
        Texts("zh", "多少？{{k}}", "**{{c_in}}**", None, {"no-bias": "{{c_ou}}"}),
    ]
    found = examine(check(CONVOLUTION + "    hint: Count."), texts, 20)
    assert {(flaw.path, flaw.language, flaw.note) for flaw in found.flaws} == {
        (("mistakes", "no-bias"), "zh", False),
        (("mistakes", "one-filter"), "zh", True),
        (("hint",), "zh", True),
    }


def test_a_text_grown_too_long_is_told() -> None:
    text = "draw: {a: [1500, 1501]}\nanswer: a"
    solution = "{{[a] * 4000}}\n\n**{{answer}}**"
    assert told(examined(text, solution))[0].startswith("solution: the placeholders make the text too long")
