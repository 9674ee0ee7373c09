"""A check that cannot be asked, and a stranger's that costs as much as it can: told, in bounded time."""

from time import process_time

import pytest

from quizapp.study.questions.asking import Stage
from tests.study.checks import BROKEN, PARAMS, ask_of, of

HEAVY = "sum([sum([j * j % 7 for j in range(40)]) for i in range(40)])"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (BROKEN, "no draw meets this requirement"),
        (PARAMS.replace("c_out * (c_in", "c_outt * (c_in"), "c_outt"),
        (PARAMS.replace("answer: c_out * (c_in * k**2 + 1)", "answer: 1 / (k - k)"), ""),
        (PARAMS.replace("`Conv2d({{c_in}}", "`Conv2d({{c_in / 0}}"), ""),
        (PARAMS.replace("`Conv2d({{c_in}}", "`Conv2d({{__import__('os')}}"), ""),
    ],
)
def test_it_is_told_in_one_line_and_takes_no_answer(text: str, why: str) -> None:
    ask = ask_of(text)
    assert ask.broken
    assert why in ask.broken
    assert "\n" not in ask.broken
    assert not ask.typing
    assert not ask.submit("1", "en")
    assert (ask.stage, ask.judged, of(ask).take_hint(), ask.reopen()) == (Stage.ASKED, None, False, False)


def test_its_texts_are_shown_as_they_are_written() -> None:
    computed = of(ask_of(BROKEN))
    assert "{{size}}" in computed.prompt("en")
    assert computed.texts("en", answered=False) == [computed.prompt("en")]


def test_texts_after_the_answer_that_cannot_be_filled_stay_as_they_are_written() -> None:
    ask = ask_of(PARAMS.replace("**{{answer}}**", "**{{1 / (k - k)}}**"))
    ask.submit("1", "en")
    assert "{{1 / (k - k)}}" in of(ask).solution("en")


def test_a_check_that_computes_as_much_as_it_can_keeps_nobody_waiting() -> None:
    lets = "\n".join(f"  v{number}: {HEAVY}" for number in range(25))
    mistakes = "\n".join(f'  m{number}: {{answer: "{HEAVY}", says: x}}' for number in range(25))
    block = f"draw: {{a: [1, 2]}}\nlet:\n{lets}\nanswer: {HEAVY}\nmistakes:\n{mistakes}"
    prompt = " ".join(f"{{{{{HEAVY}}}}}" for _ in range(50))
    began = process_time()
    ask = ask_of(f"## Q {{#q}}\n\n{prompt}\n\n```check\n{block}\n```\n")
    ask.texts("en")
    ask.submit("1", "en")
    ask.texts("en")
    assert process_time() - began < 3
