"""As of when a card's past is known: of two programs the one that was used last says when it comes again."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizapp.exchange.notes import Past
from tests.exchange.anki.building import BASIC, CHANGED, Building
from tests.exchange.anki.reading import found

EXPORTED = datetime.fromtimestamp(CHANGED // 1000, UTC)
SECOND = CHANGED // 1000 - 90_000
LAST = datetime.fromtimestamp(SECOND, UTC) + timedelta(milliseconds=999)


def _past(folder: Path, changed: int, *answered: int) -> Past:
    building = Building()
    (card,) = building.note(BASIC, "front", "back")
    building.schedule(card, type=2, queue=2, due=40, ivl=30, factor=2500, mod=changed)
    for instant in answered:
        building.answer(card, instant, 3)
    return found(building, folder).notes[0].past


def test_it_is_when_the_card_was_changed_and_not_when_it_was_exported(tmp_path: Path) -> None:
    assert _past(tmp_path, SECOND, 1000 * SECOND + 500).as_of == LAST


@pytest.mark.parametrize("changed", [0, SECOND])
def test_it_is_later_than_the_last_answer(changed: int, tmp_path: Path) -> None:
    past = _past(tmp_path, changed, CHANGED - 5_000, CHANGED + 5_000)
    assert past.as_of == EXPORTED + timedelta(milliseconds=5_001)


@pytest.mark.parametrize("changed", [0, -5, 2**62])
def test_a_card_that_does_not_say_it_was_changed_when_the_collection_was(changed: int, tmp_path: Path) -> None:
    assert _past(tmp_path, changed).as_of == EXPORTED
