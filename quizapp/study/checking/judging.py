"""Whether a computed card could be asked, as one file has it: for the moment in which it was changed."""

from collections.abc import Sequence

from quizapp.cards.faces import CheckFace
from quizapp.cards.faults import Fault
from quizapp.cards.models import Card, Place
from quizapp.cards.parts import CardPart, FilePart

_SEEDS = 5
"""A slip of the pen shows in the first of them."""


def what_keeps_from_asking(part: FilePart, card: CardPart) -> Sequence[Fault]:
    """The faults of a check that says what is computed; none of another language's, or of another kind of card."""
    if not isinstance(card.face, CheckFace) or card.face.check.answer is None:
        return ()
    from quizapp.study.checking.examination import examination  # only where it is needed: it brings all that computes

    alone = Card(
        id=f"{card.of or part.topic}/{card.id}",
        topic=part.topic,
        deck=part.deck,
        position=0,
        faces={part.language: card.face},
        places={part.language: Place(file=part.file, line=card.face.line)},
    )
    return [fault for fault in examination([alone], _SEEDS).faults if not fault.note]
