"""The queue, answers and undos in Anki's library, as its interface asks for them."""

from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.anki.collections import opened
from benchmarks.figures import timed

_QUEUES, _ROUNDS, _UNDONE = 6, 4, 25


def answer(folder: Path, count: str) -> dict[str, list[float]]:
    """The next card fetched and answered with Good, its queue built before."""
    with opened(folder) as collection:
        _first(collection)
        return {"answer": [timed(partial(_answer, collection)) for _ in range(int(count))]}


def queue(folder: Path) -> dict[str, list[float]]:
    """Counts and the first card: the first time, and after the deck was chosen anew, which makes it build a queue."""
    times = []
    with opened(folder) as collection:
        deck = collection.decks.get_current_id()
        for _ in range(_QUEUES):
            times.append(timed(partial(_first, collection)))
            collection.decks.set_current(1)
            collection.decks.set_current(deck)
    return {"queue": times}


def undo(folder: Path) -> dict[str, list[float]]:
    """An answer taken back, its card there again: 25 answers and 25 undos, four times."""
    times = []
    with opened(folder) as collection:
        for _ in range(_ROUNDS):
            for _ in range(_UNDONE):
                _answer(collection)
            times += [timed(partial(_undo, collection)) for _ in range(_UNDONE)]
    return {"undo": times}


def _first(collection: Any) -> Any:
    found = collection.sched.get_queued_cards(fetch_limit=1)
    assert found.cards, "something is due"
    return found.cards[0]


def _answer(collection: Any) -> None:
    queued = _first(collection)
    card = import_module("anki.cards").Card(collection, backend_card=queued.card)
    card.start_timer()
    good = import_module("anki.scheduler.v3").CardAnswer.GOOD
    collection.sched.answer_card(collection.sched.build_answer(card=card, states=queued.states, rating=good))


def _undo(collection: Any) -> None:
    collection.undo()
    _first(collection)
