"""How good a model is: counts of hits and misses, overlap of boxes, ranking."""

from quizapp.checks.calculators.arguments import number, vector
from quizapp.checks.calculators.exactness import bounded, ratio, same_length
from quizapp.checks.calculators.registry import calculator
from quizapp.checks.errors import Unfit
from quizapp.checks.limits import work
from quizapp.checks.values import Number, Value
from quizapp.i18n import F_


@calculator
def precision(tp: Number, fp: Number) -> Number:
    """TP / (TP + FP): of what was called positive, the share that is. Exact."""
    return ratio(_count(tp), bounded(_count(tp) + _count(fp)))


@calculator
def recall(tp: Number, fn: Number) -> Number:
    """TP / (TP + FN): of what is positive, the share that was found. Exact."""
    return ratio(_count(tp), bounded(_count(tp) + _count(fn)))


@calculator
def f1(tp: Number, fp: Number, fn: Number) -> Number:
    """2 TP / (2 TP + FP + FN), the harmonic mean of precision and recall. Exact."""
    return ratio(2 * _count(tp), bounded(2 * tp + _count(fp) + _count(fn)))


@calculator
def iou(first: Value, second: Value) -> Number:
    """Intersection over union of two boxes [x1, y1, x2, y2] (torchvision.ops.box_iou). Exact for exact numbers."""
    a, b = _box(first), _box(second)
    wide = max(min(a[2], b[2]) - max(a[0], b[0]), 0)
    high = max(min(a[3], b[3]) - max(a[1], b[1]), 0)
    areas = sum((box[2] - box[0]) * (box[3] - box[1]) for box in (a, b))
    return ratio(bounded(wide * high), bounded(areas - wide * high))


@calculator
def roc_auc(scores: Value, labels: Value) -> Number:
    """The area under the ROC curve: the share of (positive, negative) pairs that the scores order rightly; ties half.

    `labels` are 1 and 0. Raises Unfit where one of the two is missing.
    """
    points, truths = [bounded(score) for score in vector(scores, "scores")], vector(labels, "labels")
    same_length(points, truths, F_("scores and labels"))
    positives = [point for point, truth in zip(points, truths, strict=True) if truth == 1]
    negatives = [point for point, truth in zip(points, truths, strict=True) if truth == 0]
    if len(positives) + len(negatives) < len(truths):
        raise Unfit(F_("a label is neither 0 nor 1"))
    if not positives or not negatives:
        raise Unfit(F_("all labels are equal"))
    work(len(positives) * len(negatives))
    doubled = sum((high > low) + (high >= low) for high in positives for low in negatives)
    return ratio(doubled, 2 * len(positives) * len(negatives))


def _count(value: Value) -> Number:
    if number(value, F_("a count")) < 0:
        raise Unfit(F_("a count is below 0"))
    return number(value, F_("a count"))


def _box(value: Value) -> list[Number]:
    corners = vector(value, "box")
    if len(corners) != 4 or corners[0] > corners[2] or corners[1] > corners[3]:
        raise Unfit(F_("a box is [x1, y1, x2, y2], x1 <= x2 and y1 <= y2"))
    return corners
