"""What keeps two texts from being the same card in two languages."""

from collections.abc import Callable
from typing import Any

from quizapp.cards.computed import CheckBlock, Mistake
from quizapp.cards.faces import CheckFace, ChoiceFace, ExerciseFace, Face, OrderFace, PointsFace
from quizapp.i18n import F_

_TEXTS = {"mistakes", "hint", "unit"}


def difference(first: Face, other: Face) -> str | None:
    """What is wrong with `other` beside `first`, the face in the first language; None if they are one card."""
    if first.kind != other.kind:
        return F_("it is a {kind} card here and a {other} card there", kind=other.kind, other=first.kind)
    differs = _OF_KIND.get(first.kind)
    return differs(first, other) if differs else None


def incomplete(face: Face) -> str | None:
    """What the first language of a computed card must say, and does not."""
    if face.kind == "check" and face.check.answer is None:
        return F_("the check has no `answer`")
    if face.kind == "exercise" and not (face.exercise.function and face.exercise.tests):
        return F_("the exercise needs a `function` and `tests`")
    return None


def _choices(first: ChoiceFace, other: ChoiceFace) -> str | None:
    same = [option.right for option in first.options] == [option.right for option in other.options]
    return None if same else F_("other options are right, or there are more or fewer")


def _orders(first: OrderFace, other: OrderFace) -> str | None:
    return None if len(first.items) == len(other.items) else F_("there are more or fewer items")


def _points(first: PointsFace, other: PointsFace) -> str | None:
    return None if len(first.points) == len(other.points) else F_("there are more or fewer points")


def _checks(first: CheckFace, other: CheckFace) -> str | None:
    if computed := _computed(other.check):
        return F_("`{key}` is computed, and stands once, in the first file", key=computed)
    unknown = [id_ for id_ in other.check.mistakes if id_ not in first.check.mistakes]
    return F_("there is no mistake `{id}` there", id=unknown[0]) if unknown else None


def _exercises(first: ExerciseFace, other: ExerciseFace) -> str | None:
    keys = other.exercise.model_dump(exclude={"hint", "starter"}, exclude_defaults=True)
    return F_("`{key}` stands once, in the first file", key=next(iter(keys))) if keys else None


def _computed(block: CheckBlock) -> str | None:
    """The first key that says how to compute, not what to say."""
    answers = (
        f"mistakes.{id_}.answer"
        for id_, mistake in block.mistakes.items()
        if isinstance(mistake, Mistake) and mistake.answer is not None
    )
    return next(iter(block.model_dump(exclude=_TEXTS, exclude_defaults=True)), None) or next(answers, None)


_OF_KIND: dict[str, Callable[[Any, Any], str | None]] = {
    "choice": _choices,
    "order": _orders,
    "points": _points,
    "check": _checks,
    "exercise": _exercises,
}
