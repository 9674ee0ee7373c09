"""Cards of a kind that other programs do not know, as a question and its answer.

A computed question becomes one variant, with numbers drawn once, and carries a tag that says so.
"""

from collections.abc import Iterable, Sequence
from random import Random
from typing import TypeVar

from quizapp.cards.draft import Draft
from quizapp.cards.faces import CheckFace, ChoiceFace, ExerciseFace, OrderFace
from quizapp.cards.models import Card
from quizapp.cards.writing import as_heading
from quizapp.checks.errors import ExpressionError
from quizapp.checks.texts.placeholders import fill
from quizapp.i18n import _
from quizapp.markdown import fenced
from quizapp.study.questions.computed import Computed
from quizapp.study.questions.seeds import seed_of

VARIANT = "quizapp::variant"
"""The tag of a drawn variant."""

SEED = 1
"""What its numbers follow from: those that `quizapp show` shows."""

_Item = TypeVar("_Item")

KNOWN = ("basic", "reverse", "cloze", "typed")
"""The kinds that stay what they are."""


class NotDrawn(Exception):
    """A computed question has a fault, and no numbers can be drawn for it."""


def plain_draft(card: Card, language: str, draft: Draft) -> Draft:
    """The draft of a card in a language, as one of a kind that is known elsewhere. Raises NotDrawn."""
    face = card.face(language)
    match face:
        case ChoiceFace():
            options = _shuffled(face.options, card)
            marked = _listed(f"**✓** {option.text}" if option.right else option.text for option in options)
            return _basic(draft, [draft.prompt, _listed(option.text for option in options)], [marked, face.explanation])
        case OrderFace():
            steps = _listed(face.items, numbered=True)
            return _basic(draft, [draft.prompt, _listed(_shuffled(face.items, card))], [steps, face.explanation])
        case CheckFace():
            return _variant(card, language, draft)
        case ExerciseFace():
            return _exercise(card, face, draft)
    return draft if draft.kind in KNOWN else draft.model_copy(update={"kind": "basic"})


def _variant(card: Card, language: str, draft: Draft) -> Draft:
    computed = Computed(card, SEED)
    if computed.broken:
        raise NotDrawn
    try:
        prompt = fill(draft.prompt, computed.variant.names)
    except ExpressionError as error:
        raise NotDrawn from error
    choices = _listed(map(as_heading, computed.choices))
    note = "*{}*".format(_("A drawn variant: in quizapp the numbers are others each time."))
    answer = [as_heading(computed.answer(language)), computed.solution(language), note]
    marked = draft.model_copy(update={"tags": tuple(dict.fromkeys((*draft.tags, VARIANT)))})
    return _basic(marked, [prompt, choices], answer)


def _exercise(card: Card, face: ExerciseFace, draft: Draft) -> Draft:
    faces = [other for other in (face, *card.faces.values()) if isinstance(other, ExerciseFace)]
    reference = next((other.reference for other in faces if other.reference), "")
    begun = next((other.exercise.starter for other in faces if other.exercise.starter), "")
    return _basic(draft, [draft.prompt, fenced(begun, "python")], [fenced(reference, "python"), face.explanation])


def _basic(draft: Draft, prompt: Iterable[str], answer: Iterable[str]) -> Draft:
    texts = {"prompt": "\n\n".join(filter(None, prompt)), "answer": "\n\n".join(filter(None, answer))}
    return draft.model_copy(update={"kind": "basic", **texts})


def _listed(items: Iterable[str], numbered: bool = False) -> str:
    """A list, whatever blocks its items hold."""
    marks = (f"{number}. " if numbered else "- " for number in range(1, 10_000))
    return "\n".join(
        mark + item.replace("\n", "\n" + " " * len(mark)) for mark, item in zip(marks, items, strict=False)
    )


def _shuffled(items: Sequence[_Item], card: Card) -> list[_Item]:
    """Another order than the file's, the same each time."""
    mixed = list(items)
    Random(seed_of(card.id)).shuffle(mixed)  # noqa: S311  nothing is to be kept secret
    return mixed if mixed != list(items) else [*mixed[1:], mixed[0]]
