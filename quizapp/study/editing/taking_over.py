"""A question that goes on with another text of its card: what was marked, typed or answered stays where it fits."""

from quizapp.cards.faces import CheckFace, ChoiceFace, ExerciseFace, Face, OrderFace, PointsFace
from quizapp.cards.models import Card
from quizapp.study.questions.asking import Ask, Stage


def taken_over(fresh: Ask, before: Ask, language: str) -> Ask:
    """`fresh`, brought to where the question `before` stood; asked anew where the card is of another shape now.

    What was answered is judged again.
    """
    if _shape(fresh.card) != _shape(before.card) or fresh.broken or before.broken:
        return fresh
    fresh.shown, fresh.marked = before.shown, list(before.marked)
    if fresh.computed and before.computed:
        fresh.computed.go_on(before.computed)
        fresh.stage, fresh.typed, fresh.judged = before.stage, before.typed, before.judged
    if fresh.written and before.written:
        fresh.written.go_on(before.written)
    while fresh.stage is not before.stage and fresh.submit(before.typed, language):
        pass
    fresh.cursor = before.cursor
    return fresh


def begun(ask: Ask) -> bool:
    """True once something was marked, written, helped with or answered."""
    helped = ask.computed is not None and (ask.computed.hinted or ask.computed.practising)
    written = ask.written
    worked = written is not None and (written.runs > 0 or written.hinted or written.code != written.starter)
    return ask.stage is not Stage.ASKED or bool(ask.marked) or helped or worked


def _shape(card: Card) -> object:
    """What must agree for an answer to go on meaning the same."""
    face = next(iter(card.faces.values()))
    return card.kind, _parts(face)


def _parts(face: Face) -> object:
    match face:
        case ChoiceFace():
            return len(face.options), face.several
        case OrderFace():
            return len(face.items)
        case PointsFace():
            return len(face.points)
        case CheckFace():
            return face.check
        case ExerciseFace():
            return face.exercise
    return None
