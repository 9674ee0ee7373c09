from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.checks.calculators.evaluation import f1, iou, precision, recall, roc_auc
from quizapp.checks.errors import Unfit

COUNT = st.integers(1, 99)


def test_precision_looks_at_what_was_called_and_recall_at_what_is() -> None:
    assert precision(tp=23, fp=4) == Fraction(23, 27)
    assert recall(tp=23, fn=20) == Fraction(23, 43)


@settings(deadline=None)
@given(tp=COUNT, fp=COUNT, fn=COUNT)
def test_f1_is_the_harmonic_mean(tp: int, fp: int, fn: int) -> None:
    p, r = precision(tp, fp), recall(tp, fn)
    assert f1(tp, fp, fn) == 2 * p * r / (p + r)


def test_without_any_count_nothing_is_measured() -> None:
    with pytest.raises(Unfit, match="division by 0"):
        precision(0, 0)
    with pytest.raises(Unfit, match="a count is below 0"):
        recall(3, -1)


def test_boxes_overlap_by_the_share_of_their_union() -> None:
    assert iou([0, 0, 2, 2], [1, 1, 3, 3]) == Fraction(1, 7)
    assert iou([0, 0, 2, 2], [0, 0, 2, 2]) == 1
    assert iou([0, 0, 1, 1], [1, 0, 2, 1]) == 0


@pytest.mark.parametrize("box", [[0, 0, 1], [2, 0, 1, 1], [0, 0, 1, "1"], None])
def test_what_is_no_box_is_refused(box: Any) -> None:
    with pytest.raises(Unfit):
        iou(box, [0, 0, 1, 1])


def test_the_area_under_the_curve_counts_pairs_in_the_right_order() -> None:
    assert roc_auc([1, 2, 3, 4], [0, 0, 1, 1]) == 1
    assert roc_auc([1, 2, 3, 4], [1, 0, 1, 0]) == Fraction(1, 4)
    assert roc_auc([5, 5], [0, 1]) == Fraction(1, 2)


def test_a_curve_needs_both_labels_and_no_others() -> None:
    with pytest.raises(Unfit, match="all labels are equal"):
        roc_auc([1, 2], [1, 1])
    with pytest.raises(Unfit, match="neither 0 nor 1"):
        roc_auc([1, 2, 3], [0, 1, 2])
