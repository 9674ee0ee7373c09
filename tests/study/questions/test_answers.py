"""Answers that can be judged, and the grades they suggest."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.cards.faces import BasicFace, ChoiceFace, Option, OrderFace, PointsFace, TypedFace
from quizapp.scheduling.grades import Grade
from quizapp.study.questions.answers import (
    folded,
    judge_choice,
    judge_order,
    judge_points,
    judge_typed,
    nearest,
    shuffled,
)
from tests.soak import examples


def choice(*right: bool) -> ChoiceFace:
    return ChoiceFace(prompt="?", title="?", options=tuple(Option(text=str(r), right=r) for r in right))


def order(count: int) -> OrderFace:
    return OrderFace(prompt="?", title="?", items=tuple(map(str, range(count))))


def typed(*accepted: str) -> TypedFace:
    return TypedFace(prompt="?", title="?", answer=accepted[0], accepted=accepted)


@pytest.mark.parametrize(
    ("picked", "right"), [([0, 2], True), ([2, 0], True), ([0], False), ([0, 1, 2], False), ([], False)]
)
def test_a_choice_is_right_with_all_right_options_and_no_other(picked: list[int], right: bool) -> None:
    judged = judge_choice(choice(True, False, True), picked)
    assert judged.right is right
    assert judged.suggested is (Grade.GOOD if right else Grade.AGAIN)
    assert judged.given == {"picked": sorted(picked), "right": right}


@pytest.mark.parametrize(("arranged", "right"), [([0, 1, 2], True), ([0, 2, 1], False), ([0, 1], False), ([], False)])
def test_an_order_is_right_with_every_item_in_its_place(arranged: list[int], right: bool) -> None:
    judged = judge_order(order(3), arranged)
    assert (judged.right, judged.given["arranged"]) == (right, arranged)


@pytest.mark.parametrize(
    ("recalled", "of", "grade"),
    [
        (0, 5, Grade.AGAIN),
        (2, 5, Grade.AGAIN),
        (3, 5, Grade.HARD),
        (4, 5, Grade.HARD),
        (5, 5, Grade.GOOD),
        (5, 10, Grade.AGAIN),
        (6, 10, Grade.HARD),
        (8, 10, Grade.HARD),
        (9, 10, Grade.GOOD),
        (59, 99, Grade.AGAIN),
        (60, 99, Grade.HARD),
        (89, 99, Grade.HARD),
        (90, 99, Grade.GOOD),
    ],
)
def test_points_suggest_hard_from_60_and_good_from_90_percent(recalled: int, of: int, grade: Grade) -> None:
    face = PointsFace(prompt="?", title="?", points=tuple(map(str, range(of))))
    judged = judge_points(face, range(recalled))
    assert judged.suggested is grade
    assert judged.right is None


def test_a_point_ticked_twice_counts_once() -> None:
    face = PointsFace(prompt="?", title="?", points=("a", "b"))
    assert judge_points(face, [0, 0]).suggested is Grade.AGAIN


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("relu", "ReLU"),
        ("ＲｅＬＵ", "ReLU"),
        ("  Batch   norm ", "batch norm"),
        ("batchnorm", "batch norm"),
        ("3×3", "3x3"),
        ("3 x 3", "3×3"),
        ("−1", "-1"),
        ("1–2", "1-2"),
        ("it’s", "it's"),
        ("“a”", '"a"'),
        ("a，b", "a,b"),
        ("卷积。", "卷积"),
        ("Yes.", "yes"),
        ("STRASSE", "straße"),
    ],
)
def test_case_width_space_and_the_look_of_signs_do_not_matter(text: str, accepted: str) -> None:
    assert judge_typed(typed(accepted), text).right is True


@pytest.mark.parametrize(
    ("text", "accepted"), [("1.5", "15"), ("-1", "1"), ("", "a"), ("ab", "a"), ("é", "e"), ("", ".")]
)
def test_what_is_another_answer_is_wrong(text: str, accepted: str) -> None:
    assert judge_typed(typed(accepted), text).right is False


def test_any_of_several_answers_will_do_and_what_was_typed_is_kept() -> None:
    judged = judge_typed(typed("stride", "step"), "Step")
    assert judged.given == {"typed": "Step", "right": True}


def test_the_answer_most_like_what_was_typed_is_shown_beside_it() -> None:
    assert nearest(typed("stride", "dilation rate"), "dilatoin") == "dilation rate"


@settings(max_examples=examples(200), deadline=None)
@given(st.text())
def test_folding_twice_is_folding_once_for_what_it_folds(text: str) -> None:
    assert folded(text.upper().lower()) == folded(f" {text.upper().lower()} ")


@settings(max_examples=examples(200), deadline=None)
@given(st.integers(2, 8), st.text())
def test_items_to_be_ordered_never_come_in_order(count: int, seed: str) -> None:
    positions = shuffled(order(count), seed)
    assert sorted(positions) == list(range(count))
    assert list(positions) != list(range(count))


def test_the_same_seed_shuffles_the_same_way_and_another_another() -> None:
    face = choice(*[True] * 8)
    assert shuffled(face, "t/a:1") == shuffled(face, "t/a:1")
    assert len({shuffled(face, f"t/a:{turn}") for turn in range(20)}) > 1


def test_a_single_item_and_a_plain_card_have_nothing_to_shuffle() -> None:
    assert shuffled(order(1), "seed") == (0,)
    assert shuffled(BasicFace(prompt="?", title="?", answer="!"), "seed") == ()


def test_a_raised_number_is_a_power_and_never_a_digit_of_the_number_before() -> None:
    assert folded("10⁴") == folded("10^4")
    assert folded("10⁻²") == folded("10^-2")
    assert folded("10⁴") != folded("104")


def test_a_sign_of_about_before_an_answer_adds_nothing() -> None:
    assert folded("≈ 6.9") == folded("6.9")
