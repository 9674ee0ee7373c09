"""How long the library's work takes: reading cards, building a queue, an answer, laying out a card."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

from benchmarks.decks import NOW, learn, write_cards
from benchmarks.measuring import Measured, measured
from quizapp.cards.library import read_library
from quizapp.paths import Places, bundled_cards
from quizapp.render import lay_out
from quizapp.scheduling.grades import Grade
from quizapp.study.opening import Desk, open_desk
from quizapp.study.session import Answered, Scope, Session

LARGE, SMALL = 10_000, 1_000
ANSWERS = 500
WIDTH = 80
_SECONDS = timedelta(seconds=9)


def reading(home: Path) -> Iterator[Measured]:
    """1,000 Markdown cards, the first time and unchanged."""
    write_cards(home, SMALL)
    with open_desk(Places(home, home), NOW) as desk:
        read = partial(desk.read_cards, NOW)
        yield measured(f"read {SMALL:,} cards, the first time", [read])
        yield measured(f"read {SMALL:,} cards, unchanged", [read] * 10)


def reviewing(home: Path) -> Iterator[Measured]:
    """A collection of 10,000 cards, half of them due: its queue, and answers in a session."""
    write_cards(home, LARGE)
    with open_desk(Places(home, home), NOW) as desk:
        desk.read_cards(NOW)
        learn(desk, 0.5)
        build = partial(Session, desk.collection, desk.settings, Scope(), NOW)
        yield measured(f"build the queue of {LARGE:,} cards", [build] * 10)
        yield measured(f"answer, in {LARGE:,} cards", _answers(desk))


def laying_out() -> Iterator[Measured]:
    """Every bundled card, question and answer, at 80 columns."""
    texts = [
        f"{face.prompt}\n\n{getattr(face, 'answer', '')}\n\n{face.explanation}"
        for card in read_library([bundled_cards()]).cards
        for face in card.faces.values()
    ]
    lay_out(texts[0], WIDTH)  # the first one builds the parser
    yield measured(f"lay out a bundled card at {WIDTH} columns", [partial(lay_out, text, WIDTH) for text in texts])


def _answers(desk: Desk) -> Iterator[partial[Answered]]:
    """Each answer as a front end gives it: at its own moment, the next card taken."""
    session = Session(desk.collection, desk.settings, Scope(), NOW)
    for number in range(ANSWERS):
        yield partial(session.answer, Grade.GOOD, NOW + _SECONDS * number, 9_000, {"right": True})
