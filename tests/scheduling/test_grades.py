"""The keys, and the grades they give."""

from quizapp.scheduling.grades import Grade, Scale


def test_four_keys_are_again_hard_good_easy() -> None:
    assert Scale.FOUR.keys == {"1": Grade.AGAIN, "2": Grade.HARD, "3": Grade.GOOD, "4": Grade.EASY}
    assert [int(grade) for grade in Scale.FOUR.grades] == [1, 3, 4, 5]


def test_six_keys_are_the_grades_themselves() -> None:
    assert {key: int(grade) for key, grade in Scale.SIX.keys.items()} == {str(n): n for n in range(6)}


def test_recalled_is_three_and_better_settled_four_and_better() -> None:
    assert [grade.recalled for grade in Grade] == [False, False, False, True, True, True]
    assert [grade.settled for grade in Grade] == [False, False, False, False, True, True]
