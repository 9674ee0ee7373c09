"""What is kept of computed questions that were asked: of the last ones only, however many come in a session."""

import gc

from quizapp.cards.faces import CheckFace
from quizapp.checks.expressions import Expression, compiled
from quizapp.study.questions.computed import Computed
from tests.content.bundled import library


def test_formulas_of_cards_asked_long_ago_are_not_kept() -> None:
    """Each is dozens of functions, and all that is kept is looked through for garbage inside a key."""
    compiled.cache_clear()
    for card in (card for topic in library().topics for card in topic.cards):
        if all(isinstance(face, CheckFace) for face in card.faces.values()):
            Computed(card, 7).prompt("en")
    gc.collect()
    kept = sum(isinstance(each, Expression) for each in gc.get_objects())
    assert kept * 2 < compiled.cache_info().misses
