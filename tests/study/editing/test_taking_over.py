"""A question goes on where it was when its card has another text."""

import pytest

from quizapp.cards.languages import topic_of
from quizapp.cards.models import Card
from quizapp.cards.parse import parse_file
from quizapp.study.editing.taking_over import begun, taken_over
from quizapp.study.questions.asking import Ask, Stage

CHOICE = "## Which are even? {#c}\n\n- [x] two\n- [ ] three\n- [x] four\n"
POINTS = "## Why? {#c .points}\n\n- one\n- two\n- three\n"
TYPED = "## How many? {#c .typed}\n\n7\n"
ORDER = "## Order. {#c .order}\n\n1. one\n2. two\n3. three\n"
CHECK = "## {{n}} + 1? {#c}\n\n```check\ndraw: {n: [3]}\nanswer: n + 1\nhint: Count.\n```\n\nSo {{answer}}.\n"
CODE = "## Double. {#c}\n\n```exercise\nfunction: d\ntests: [{call: d(2), gives: 4}]\n```\n\n```python\nd = int\n```\n"


def _card(text: str) -> Card:
    topic, faults = topic_of([parse_file(text.encode(), "t.md", "deck")])
    assert not faults
    return topic.cards[0]


def _asked(text: str, *digits: int) -> Ask:
    ask = Ask(_card(text), turn=1, seed=7)
    for digit in digits:
        assert ask.digit(digit)
    return ask


def _over(text: str, before: Ask) -> Ask:
    return taken_over(_asked(text), before, "every")


def test_what_was_picked_stays_picked() -> None:
    before = _asked(CHOICE, 1, 3)
    after = _over(CHOICE.replace("Which", "Which ones"), before)
    assert (after.marked, after.shown, after.stage) == (before.marked, before.shown, Stage.ASKED)
    assert "Which ones" in after.texts("every")[0]


def test_an_answer_is_judged_by_the_new_text() -> None:
    before = _asked(CHOICE)
    before.marked = [0, 2]
    before.submit()
    assert before.judged is not None
    assert before.judged.right
    after = _over(CHOICE.replace("[x] four", "[ ] four").replace("[ ] three", "[x] three"), before)
    assert after.judged is not None
    assert (after.stage, after.judged.right) == (Stage.ANSWERED, False)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (CHOICE, CHOICE + "- [ ] five\n"),
        (CHOICE, TYPED),
        (ORDER, ORDER + "4. four\n"),
        (POINTS, POINTS + "- four\n"),
        (CHECK, CHECK.replace("n + 1\n", "n + 2\n")),
    ],
)
def test_a_card_of_another_shape_is_asked_anew(old: str, new: str) -> None:
    before = _asked(old)
    before.submit("4", "every")
    assert _over(new, before).stage is Stage.ASKED


def test_points_that_are_being_ticked_stay_so() -> None:
    before = _asked(POINTS)
    before.submit()
    before.digit(2)
    after = _over(POINTS.replace("Why", "Why not"), before)
    assert (after.stage, after.marked, after.judged) == (Stage.TICKING, [1], None)
    before.submit()
    assert _over(POINTS, before).stage is Stage.ANSWERED


def test_what_was_typed_is_judged_again() -> None:
    before = _asked(TYPED)
    before.submit("8")
    after = _over(TYPED.replace("\n7\n", "\n8\n"), before)
    assert after.judged is not None
    assert (after.typed, after.judged.right) == ("8", True)


def test_items_in_order_stay_where_they_were_placed() -> None:
    before = _asked(ORDER, 2, 1, 3)
    before.submit()
    after = _over(ORDER.replace("Order.", "In order."), before)
    assert (after.stage, after.marked) == (Stage.ANSWERED, before.marked)


def test_a_computed_question_keeps_its_attempts_and_numbers() -> None:
    before = _asked(CHECK)
    before.submit("4", "every")
    before.practise(fresh=False)
    after = _over(CHECK.replace("So ", "Therefore "), before)
    assert after.practising
    assert after.judged == before.judged
    assert after.computed is not None
    assert after.computed.solution("every") == "Therefore 4."


def test_code_that_was_written_stays() -> None:
    before = _asked(CODE)
    assert before.written is not None
    before.written.code = "def d(x): return x + x"
    after = _over(CODE.replace("Double.", "Double it."), before)
    assert after.written is not None
    assert after.written.code == "def d(x): return x + x"


def test_a_question_has_begun_once_something_was_done_with_it() -> None:
    assert not any(begun(_asked(text)) for text in (CHOICE, POINTS, TYPED, CHECK, CODE))
    assert begun(_asked(CHOICE, 1))
    points = _asked(POINTS)
    points.submit()
    hinted, written = _asked(CHECK), _asked(CODE)
    assert hinted.computed is not None
    assert written.written is not None
    hinted.computed.take_hint()
    written.written.code = "pass"
    assert all(begun(ask) for ask in (points, hinted, written))
