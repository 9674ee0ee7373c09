"""Checks and exercises are read and validated: nothing here evaluates them."""

import pytest

from quizapp.cards.faces import CheckFace, ExerciseFace
from quizapp.cards.faults import Fault
from quizapp.cards.languages import topic_of
from quizapp.cards.library import topics_of
from tests.cards.reading import face, read, told, told_of_one_card

CHECK = """\
## How many in `Conv({{k}})`? {#check}

Count the biases.

```check
draw:
  k: [1, 3]
answer: k**2
mistakes:
  twice: {answer: 2 * k, says: You doubled it.}
hint: Square it.
tolerance: {relative: 0.1}
```

It is {{k**2}}.
"""

EXERCISE = """\
## Write `f`. {#exercise}

```exercise
function: f
tests:
  - {call: f(1), gives: 2}
```

Think.

```python
def f(x):
    return x + 1
```

Linear.
"""


def test_a_check_has_its_block_between_prompt_and_solution() -> None:
    found = face(CHECK, CheckFace)
    assert found.prompt == "## How many in `Conv({{k}})`?\n\nCount the biases."
    assert found.explanation == "It is {{k**2}}."
    assert found.check.draw == {"k": [1, 3]}
    assert found.check.answer == "k**2"
    assert found.check.tolerance is not None
    assert found.check.tolerance.relative == 0.1


def test_a_checks_title_names_what_varies() -> None:
    assert face(CHECK, CheckFace).title == "How many in Conv(k)?"


def test_an_exercise_has_its_reference_solution_in_python() -> None:
    found = face(EXERCISE, ExerciseFace)
    assert found.exercise.function == "f"
    assert [(test.call, test.gives) for test in found.exercise.tests] == [("f(1)", 2)]
    assert found.reference == "def f(x):\n    return x + 1\n"
    assert found.explanation == "Think.\n\nLinear."


def test_sound_computed_cards_have_nothing_told_of_them() -> None:
    topics, faults = topics_of([read(CHECK + "\n" + EXERCISE)])
    assert [card.kind for card in topics[0].cards] == ["check", "exercise"]
    assert not faults


@pytest.mark.parametrize(
    ("block", "fault"),
    [
        ("answer: a: b", "4:10: YAML: mapping values are not allowed here"),
        ("answer: 1\nanser: 2", "5:1: `anser`: no such key"),
        ("answer: 1\nanswer: 2", "5:1: `answer` stands here twice"),
        ("answer: [1]", "4:9: `answer`: should be text"),
        ("answer: no", "4:9: `no` is false or true to some readers of YAML, text to others"),
        ("answer: 1\nunit: 3", "5:7: `unit`: should be text"),
        ("answer: 1\nmistakes:\n  a: {answer: 2}", "6:6: `mistakes.a.says`: is missing"),
        ("answer: 1\nmistakes:\n  a: {says: x, sais: z}", "6:16: `mistakes.a.sais`: no such key"),
        ("answer: 1\ntolerance: {absolute: -1}", "5:23: `tolerance.absolute`: should be greater than or equal to 0"),
        ("answer: 1\nexamples:\n  - 5", "6:5: `examples.0`: should be keys and values"),
        ("- a", "4:1: `the block`: should be keys and values"),
        ("answer: &a 1", "4:9: anchors and aliases are not read"),
    ],
)
def test_a_fault_in_the_block_has_its_place_and_the_card_is_left_out(block: str, fault: str) -> None:
    text = f"## Q {{#q}}\n\n```check\n{block}\n```\n"
    assert told_of_one_card(text) == [f"topic.md:{fault}"]


def test_an_indented_fence_has_its_columns_counted_in_the_file() -> None:
    assert told_of_one_card("## Q\n\n  ```check\n  unit: 3\n  ```\n") == ["topic.md:4:9: `unit`: should be text"]


def test_a_fault_in_an_exercise_has_its_place() -> None:
    text = "## Q\n\n```exercise\nfunction: f\ntests:\n  - {calls: f(1)}\n```\n"
    assert told_of_one_card(text) == [
        "topic.md:6:5: `tests.0.call`: is missing",
        "topic.md:6:6: `tests.0.calls`: no such key",
    ]


def _beside(first: str, second: str) -> tuple[Fault, ...]:
    _, faults = topic_of([read(first, "a.en.md"), read(second, "a.zh.md")])
    return faults


def test_the_second_language_holds_texts_only() -> None:
    texts = "## 几个？ {#check}\n\n```check\nmistakes: {twice: 加倍了。}\nhint: 平方。\nunit: 个\n```\n\n答。\n"
    assert not _beside(CHECK, texts)
    assert not _beside(EXERCISE, "## 写 {#exercise}\n\n```exercise\n```\n")


@pytest.mark.parametrize(
    ("block", "what"),
    [
        ("answer: 1", "`answer` is computed, and stands once, in the first file"),
        ("draw: {k: [1]}", "`draw` is computed, and stands once, in the first file"),
        (
            "mistakes: {twice: {answer: 2, says: x}}",
            "`mistakes.twice.answer` is computed, and stands once, in the first file",
        ),
        ("mistakes: {other: x}", "there is no mistake `other` there"),
    ],
)
def test_what_is_computed_stands_once(block: str, what: str) -> None:
    faults = _beside(CHECK, f"## Q {{#check}}\n\n```check\n{block}\n```\n")
    assert told(faults) == [f"a.zh.md:1:1: card `check`: {what}"]


def test_tests_stand_once() -> None:
    second = "## Q {#exercise}\n\n```exercise\ntests: [{call: f(1), gives: 3}]\n```\n"
    assert told(_beside(EXERCISE, second)) == ["a.zh.md:1:1: card `exercise`: `tests` stands once, in the first file"]


def test_the_first_language_must_say_what_is_computed() -> None:
    texts = "## Q {#check}\n\n```check\nhint: x\n```\n\n## R {#exercise}\n\n```exercise\nfunction: f\n```\n"
    _, faults = topic_of([read(texts, "a.zh.md")])
    assert told(faults) == [
        "a.zh.md:1:1: the check has no `answer`",
        "a.zh.md:7:1: the exercise needs a `function` and `tests`",
    ]
