import pytest

from quizapp.cards.faces import ChoiceFace, Option
from quizapp.cards.models import Card, Place
from quizapp.cli.plain.answers import give, number_of
from quizapp.study.questions.asking import Ask, Stage


def asked(options: int) -> tuple[Ask, ChoiceFace]:
    face = ChoiceFace(
        prompt="?",
        title="?",
        options=tuple(Option(text=str(number), right=True) for number in range(options)),
    )
    card = Card(
        id="t/c", topic="t", deck="d", position=0, faces={"en": face}, places={"en": Place(file="/t.md", line=1)}
    )
    return Ask(card, 1), face


def taken(line: str, options: int) -> list[int]:
    """The numbers that a line was taken for; none where it was not taken."""
    ask, face = asked(options)
    refused = give(ask, face, line)
    assert (refused is None) == (ask.stage is Stage.ANSWERED)
    return [number_of(ask, position) for position in ask.marked]


@pytest.mark.parametrize(
    ("line", "options", "numbers"),
    [
        ("1 3", 4, [1, 3]),
        ("31", 4, [3, 1]),
        ("1,3", 4, [1, 3]),
        (" 1 ，3。", 4, [1, 3]),
        ("１　３", 4, [1, 3]),
        ("1 1 3", 4, [1, 3]),
        ("13", 14, [13]),
        ("1 12", 14, [1, 12]),
        ("19", 14, [1, 9]),
        ("", 4, []),
    ],
)
def test_numbers_are_read_in_any_style(line: str, options: int, numbers: list[int]) -> None:
    assert taken(line, options) == numbers


@pytest.mark.parametrize("line", ["5", "0", "15", "a", "1a", "1-3", "1" * 5000 + "9", "一"])
def test_anything_else_is_refused(line: str) -> None:
    ask, face = asked(4)
    assert give(ask, face, line) == "Numbers from 1 to 4, please."
    assert ask.stage is Stage.ASKED
    assert ask.marked == []
