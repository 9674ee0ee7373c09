"""Answers to cards that can be judged, and the grade they suggest; the learner may overrule it."""

import random
import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from quizapp.scheduling.grades import Grade

if TYPE_CHECKING:
    from quizapp.cards.faces import ChoiceFace, Face, OrderFace, PointsFace, TypedFace

HARD_FROM = 0.6
GOOD_FROM = 0.9
"""Shares of a full answer's points from which a points card suggests Hard and Good."""

_SAME = str.maketrans({"×": "x", "−": "-", "–": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "，": ",", "。": "."})

_RAISED = re.compile("[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_LOWERED = str.maketrans("⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "+-0123456789")


@dataclass(frozen=True)
class Judged:
    """What an answer is worth. `given` is what the log keeps of it, `right` is None where the learner is the judge."""

    suggested: Grade
    right: bool | None
    given: dict[str, Any] = field(default_factory=dict)


def judge_choice(face: "ChoiceFace", picked: Collection[int]) -> Judged:
    """All right options and no other, by their positions in the file."""
    right = set(picked) == {index for index, option in enumerate(face.options) if option.right}
    return _judged(right, {"picked": sorted(picked)})


def judge_order(face: "OrderFace", arranged: Sequence[int]) -> Judged:
    """All items in the file's order, by their positions in the file."""
    return _judged(list(arranged) == list(range(len(face.items))), {"arranged": list(arranged)})


def judge_points(face: "PointsFace", recalled: Collection[int]) -> Judged:
    """The share of points that the learner ticked off."""
    share = len(set(recalled)) / len(face.points)
    suggested = Grade.GOOD if share >= GOOD_FROM else Grade.HARD if share >= HARD_FROM else Grade.AGAIN
    return Judged(suggested, None, {"recalled": sorted(recalled), "of": len(face.points)})


def judge_typed(face: "TypedFace", text: str) -> Judged:
    """One of the accepted texts; case, width and spacing do not matter, nor how a plain number is spelled."""
    same = folded(text) in {folded(accepted) for accepted in face.accepted}
    return _judged(same or _same_number(face, text), {"typed": text})


def nearest(face: "TypedFace", text: str) -> str:
    """The accepted text that is most like what was typed: the one to show beside it."""
    from difflib import SequenceMatcher

    return max(face.accepted, key=lambda accepted: SequenceMatcher(None, folded(accepted), folded(text)).ratio())


def folded(text: str) -> str:
    """A typed answer without what does not matter: case, width, spaces, the look of signs, a closing full stop.

    A raised number is a power (`10⁴` is `10^4`, never `104`); `≈` before an answer adds nothing.
    """
    powers = _RAISED.sub(lambda match: "^" + match[0].translate(_LOWERED), text)
    flat = unicodedata.normalize("NFKC", powers.translate(_SAME)).translate(_SAME).casefold()
    close = "".join(flat.split()).lstrip("≈~")
    return close.rstrip(".") or close


def shuffled(face: "Face", seed: str) -> tuple[int, ...]:
    """The order in which options or items are shown, as positions in the file: the same for the same seed.

    Items to be put in order never come in their right order.
    """
    count = len(face.options) if face.kind == "choice" else len(face.items) if face.kind == "order" else 0
    positions = list(range(count))
    draw = random.Random(seed)  # noqa: S311  nothing secret is drawn
    draw.shuffle(positions)
    while face.kind == "order" and count > 1 and positions == sorted(positions):
        draw.shuffle(positions)
    return tuple(positions)


def _same_number(face: "TypedFace", text: str) -> bool:
    """Whether `text` is a number, or a list of numbers, of exactly the value of an accepted one: `0.250` for 0.25."""
    if not (any(map(str.isdigit, text)) and any(any(map(str.isdigit, accepted)) for accepted in face.accepted)):
        return False
    from quizapp.checks.typed.literals import spells_one_of  # only where it is needed: it brings the expressions

    return spells_one_of(text, face.accepted)


def _judged(right: bool, given: dict[str, Any]) -> Judged:
    return Judged(Grade.GOOD if right else Grade.AGAIN, right, {**given, "right": right})
