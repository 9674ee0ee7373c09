"""Answers that nobody could give, or that come and go."""

import pytest

from tests.checks.checking import examined, told


def test_an_answer_that_is_refused_as_it_is_shown_is_told() -> None:
    text = "draw: {n: [2, 3]}\nanswer: 100 * sqrt(n)\ntolerance: {absolute: 0.00001}"
    assert told(examined(text))[0].startswith("answer: the right answer, typed as it is shown, `141.42`, is graded")


@pytest.mark.parametrize("word", ["ılık", "Straße", "yes"])
def test_a_word_is_an_answer_in_any_script(word: str) -> None:
    assert told(examined(f"answer: \"'{word}'\"")) == []


def test_an_answer_of_two_kinds_is_told() -> None:
    text = "draw: {n: [2, 3]}\nanswer: n if n == 2 else (n, n)"
    assert told(examined(text)) == ["answer: the answer is a number here and a list there: 2, (3, 3)"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("draw: {n: [0, 3]}\nanswer: 1 / n", "answer: division by zero"),
        ("draw: {n: [0, 3]}\nlet: {a: 1 / n}\nanswer: a", "let.a: division by zero"),
        ("draw: {n: [1]}\nrequire: n > 1\nanswer: n", "require.0: no draw meets this requirement"),
        ("draw: {n: [1]}\nanswer: None", "answer: the answer is no number, list of numbers, truth value or text"),
        ("draw: {k: [3, 9]}\nnet: |\n  input 3x8x8\n  conv 4 k={{k}}\nanswer: net.params", "net: "),
        ("answer: net.parms\nnet: input 3x8x8", "answer: unknown attribute `parms`"),
    ],
)
def test_what_some_draws_cannot_compute_is_told_once(text: str, fault: str) -> None:
    (only,) = told(examined(text))
    assert only.startswith(fault)


def test_examples_are_held_against_what_is_computed() -> None:
    text = """
        draw: {n: [2, 3]}
        answer: n * %s
        examples:
          - {n: 2, answer: 4}
          - {n: 7, answer: 14}
          - {n: 3, answer: 7}
          - {n: many, answer: 7}
    """
    assert told(examined(text % "2")) == [
        "examples.2: the example's answer is 7, computed is 6",
        "examples.3: the example cannot be computed: a text is no number",
    ]


@pytest.mark.parametrize(("example", "agrees"), [("1.41421", True), ("1.4142", True), ("1.414", False), ("2", False)])
def test_real_examples_agree_to_five_digits(example: str, agrees: bool) -> None:
    found = examined(f"draw: {{n: [2]}}\nanswer: sqrt(n)\nexamples:\n  - {{n: 2, answer: {example}}}")
    assert (told(found) == []) == agrees
