"""Clocks that go wrong, and clocks that are put right: nothing is lost, asked twice, or beyond the learner's reach."""

import time
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from quizapp.paths import Places
from quizapp.scheduling.fold import effective
from quizapp.scheduling.log import What
from quizapp.scheduling.memory import Memory
from quizapp.study.coming.overview import overview
from quizapp.study.statistics.whole import statistics
from tests.conftest import questions
from tests.study.desks import AGAIN, GOOD, Learner

BERLIN, AUCKLAND, HONOLULU = "Europe/Berlin", "Pacific/Auckland", "Pacific/Honolulu"
CARDS = "abcdefgh"


def _at(zone: str, *moment: int, fold: int = 0) -> tuple[str, datetime]:
    return zone, datetime(*moment, tzinfo=ZoneInfo(zone), fold=fold)  # type: ignore[misc,arg-type]


JOURNEYS: dict[str, Sequence[tuple[str, datetime]]] = {
    "an hour back": [_at(BERLIN, 2026, 3, 4, 9, 0), _at(BERLIN, 2026, 3, 4, 8, 0), _at(BERLIN, 2026, 3, 4, 8, 5)],
    "a day back": [_at(BERLIN, 2026, 3, 4, 9, 0), _at(BERLIN, 2026, 3, 3, 9, 0), _at(BERLIN, 2026, 3, 4, 9, 5)],
    "ten years ahead and back": [
        _at(BERLIN, 2026, 3, 4, 9, 0),
        _at(BERLIN, 2036, 3, 4, 9, 0),
        _at(BERLIN, 2026, 3, 4, 9, 5),
        _at(BERLIN, 2026, 3, 5, 9, 5),
    ],
    "summer time begins": [
        _at(BERLIN, 2026, 3, 29, 1, 59),
        _at(BERLIN, 2026, 3, 29, 3, 1),
        _at(BERLIN, 2026, 3, 29, 4, 1),
    ],
    "summer time ends": [
        _at(BERLIN, 2026, 10, 25, 2, 30),
        _at(BERLIN, 2026, 10, 25, 2, 15, fold=1),
        _at(BERLIN, 2026, 10, 25, 4, 1),
    ],
    "across the date line and back": [
        _at(AUCKLAND, 2026, 6, 2, 9, 0),
        _at(HONOLULU, 2026, 6, 1, 20, 0),
        _at(AUCKLAND, 2026, 6, 4, 9, 0),
    ],
}


def _there(learner: Learner, zone: str, moment: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    learner.now = moment.astimezone()


@pytest.mark.parametrize("restarted", [False, True])
@pytest.mark.parametrize("journey", JOURNEYS)
def test_every_answer_is_kept_once_and_can_be_taken_back(
    journey: str, restarted: bool, where: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner = Learner(where)
    learner.read(t=questions(*CARDS))
    learner.start()
    given: Counter[str] = Counter()
    for zone, moment in JOURNEYS[journey]:
        _there(learner, zone, moment, monkeypatch)
        if restarted:
            learner.restart()
        for grade in (GOOD, AGAIN):
            card = learner.session.card
            assert card is not None
            learner.answer(grade)
            given[card.id] += 1
        card = learner.session.card
        assert card is not None
        learner.answer(GOOD)
        undone = learner.undo()
        assert undone is not None
        assert undone.card == card.id
        assert learner.session.card is not None
        assert learner.session.card.id == card.id
        _is_sound(learner)
    assert _logged(learner) == given
    learner.collection.close()


@pytest.mark.parametrize("what", [What.RESET, What.SUSPEND])
def test_what_was_answered_ten_years_ahead_is_within_reach_again(
    what: What, where: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner = Learner(where)
    learner.read(t=questions("a"))
    _there(learner, BERLIN, datetime(2036, 3, 4, 9, tzinfo=ZoneInfo(BERLIN)), monkeypatch)
    learner.start()
    learner.answers(GOOD)
    learner.now -= timedelta(days=3652)
    learner.restart()
    assert learner.mark("t/a", what)
    standing = learner.collection.standing("t/a")
    assert (standing.suspended, standing.memory == Memory()) == (what is What.SUSPEND, what is What.RESET)
    _is_sound(learner)
    learner.collection.close()


def _is_sound(learner: Learner) -> None:
    collection = learner.collection
    assert collection.differences() == []
    before = [collection.standing(f"t/{card}") for card in CARDS]
    collection.rebuild()
    assert [collection.standing(f"t/{card}") for card in CARDS] == before
    assert statistics(collection, learner.now).days
    assert overview(collection, learner.settings, learner.now).decks


def _logged(learner: Learner) -> Counter[str]:
    rows = [row.entry for card in CARDS for row in learner.collection.history(f"t/{card}")]
    return Counter(entry.card for entry in effective(rows) if entry.what is What.ANSWER)
