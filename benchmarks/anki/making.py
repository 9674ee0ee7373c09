"""Collections of Anki's to measure with: as many cards as ours, as many of them due, as many answers."""

import random
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.anki.adding import requests
from benchmarks.anki.collections import DECK, opened
from benchmarks.homes.states import NEW_PER_DAY, REVIEWS_PER_DAY, State, state_of

_PORTION = 10_000
_YEAR = 365
_MILLISECONDS = 86_400_000


def make(folder: Path, cards: str) -> dict[str, list[float]]:
    """Notes added, limits as ours, then as many made review cards with a past, by SQL, as are learned with us."""
    with opened(folder) as collection:
        for first in range(0, int(cards), _PORTION):
            collection.add_notes(requests(collection, first, min(_PORTION, int(cards) - first)))
        _set_limits(collection)
        _learn(collection, random.Random(5))  # noqa: S311
        collection.fix_integrity()  # works out when each card was last answered, which the queue goes by
    return {}


def _set_limits(collection: Any) -> None:
    settings = collection.decks.config_dict_for_deck_id(collection.decks.id(DECK))
    settings["new"]["perDay"], settings["rev"]["perDay"] = NEW_PER_DAY, REVIEWS_PER_DAY
    collection.decks.update_config(settings)


def _learn(collection: Any, chance: random.Random) -> None:
    cards = {
        card: state_of(number) for number, card in enumerate(collection.db.list("select id from cards order by id"))
    }
    learned = [card for card, state in cards.items() if state is not State.NEW]
    changed = "update cards set type=2, queue=2, due=?, ivl=?, factor=?, reps=?, left=0 where id=?"
    collection.db.executemany(changed, list(_schedules(learned, cards, collection.sched.today, chance)))
    answers = list(_answers(learned, 2 * len(cards), chance))
    for first in range(0, len(answers), _PORTION):
        some = answers[first : first + _PORTION]
        collection.db.executemany("insert into revlog values (?,?,?,?,?,?,?,?,?)", some)


def _schedules(
    learned: Sequence[int], states: Mapping[int, State], today: int, chance: random.Random
) -> Iterator[list[int]]:
    for card in learned:
        due = today - chance.randrange(10) if states[card] is State.DUE else today + chance.randrange(1, _YEAR + 1)
        yield [due, chance.randrange(1, 200), chance.randrange(1_300, 3_000), chance.randrange(1, 20), card]


def _answers(cards: Sequence[int], count: int, chance: random.Random) -> Iterator[list[int]]:
    now, step = int(time.time() * 1_000), _YEAR * _MILLISECONDS // count
    for number in range(count):
        at, grade = now - (count - number) * step, chance.choice((1, 2, 3, 3, 3, 4))
        before, after = chance.randrange(1, 100), chance.randrange(1, 200)
        took = chance.randrange(1_500, 20_000)
        kind = chance.choice((0, 1, 1, 1, 2))
        yield [at, chance.choice(cards), -1, grade, after, before, chance.randrange(1_300, 3_000), took, kind]
