"""Where the values of a computed card's block stand in the file."""

import pytest

from quizapp.cards.faces import CheckFace, ExerciseFace
from tests.cards.reading import face

HEAD = "## How many? {#many}\n\n```check\n"


def _check(block: str) -> CheckFace:
    return face(f"{HEAD}{block}\n```\n", CheckFace)


@pytest.mark.parametrize(
    ("block", "path", "place"),
    [
        ("answer: 3", "answer", (4, 9)),
        ("answer:   k + 1\ndraw: {k: [1]}", "answer", (4, 11)),
        ("answer: 'k + 1'\ndraw: {k: [1]}", "answer", (4, 10)),
        ('answer: "k + 1"\ndraw: {k: [1]}', "answer", (4, 10)),
        ('answer: "k \\u002b 1"\ndraw: {k: [1]}', "answer", (4, 0)),
        ("answer: >-\n  1 +\n  2", "answer", (5, 0)),
        ("answer: >-\n  1 + 2", "answer", (5, 3)),
        ("answer: |-\n    1 + 2", "answer", (5, 5)),
        ("answer: 1 +\n  2", "answer", (4, 0)),
        ("answer: 1\nnet: |\n  input 3x8x8\n  relu", "net", (6, 3)),
        ("answer: 1\nlet: {a: 1, b: a + 1}", "let.b", (5, 16)),
        ("answer: 1\nrequire:\n  - 1 < 2\n  - 2 < 3", "require.1", (7, 5)),
        ("answer: 1\ndraw:\n  k: [1, 2]", "draw.k", (6, 6)),
        ("answer: 1\ndraw:\n  k: {from: 1, to: 2}", "draw.k.to", (6, 20)),
        ("answer: 1\ndraw:\n  k: {list: 2, of: {from: 1, to: 2}}", "draw.k.of.to", (6, 34)),
        ("answer: 1\nmistakes:\n  one: {answer: 2, says: Two.}", "mistakes.one.answer", (6, 17)),
        ("answer: 1\nmistakes:\n  one: {answer: 2, says: Two.}", "mistakes.one.says", (6, 26)),
        ("answer: 1\nmistakes:\n  one: {answer: 2, says: Two.}", "mistakes.one", (6, 8)),
        ("answer: 1\nhint: Count.", "hint", (5, 7)),
        ("answer: 1\nexamples:\n  - {answer: 1}", "examples.0", (6, 5)),
    ],
)
def test_each_expression_and_text_has_its_line_and_column(block: str, path: str, place: tuple[int, int]) -> None:
    assert _check(block).positions[path] == place


def test_values_to_pick_from_have_no_place_of_their_own() -> None:
    positions = _check("answer: 1\ndraw: {k: [1, 2, {a: 3}]}\nexamples: [{k: 1, answer: 1}]").positions
    assert set(positions) == {"", "answer", "draw", "draw.k", "examples", "examples.0"}


def test_columns_of_an_indented_fence_count_in_the_file() -> None:
    found = face("## Q {#q}\n\n  ```check\n  answer: 3\n  ```\n", CheckFace)
    assert found.positions["answer"] == (4, 11)


def test_the_calls_of_an_exercise_have_their_places() -> None:
    text = "## Q {#q}\n\n```exercise\nfunction: f\ntests:\n  - {call: f(1), gives: 2}\n```\n"
    positions = face(text, ExerciseFace).positions
    assert (positions["function"], positions["tests.0.call"], positions["tests.0.gives"]) == ((4, 11), (6, 12), (6, 25))
