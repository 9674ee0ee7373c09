"""What Anki remembers of a card."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from quizapp.exchange.notes import Past
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.memory import Memory
from quizapp.scheduling.sm2 import SM2
from tests.exchange.anki.building import BASIC, CHANGED, CREATED, Building
from tests.exchange.anki.reading import found, told_of

_DAY = 86_400


def _past(folder: Path, building: Building | None = None, **columns: int) -> Past:
    building = building or Building()
    (card,) = building.note(BASIC, "front", "back")
    building.schedule(card, **columns)
    return found(building, folder).notes[0].past


def _memory(folder: Path, **columns: int) -> Memory | None:
    return _past(folder, None, **columns).memory


def test_a_new_card_has_no_past_but_its_last_change(tmp_path: Path) -> None:
    assert _past(tmp_path) == Past(as_of=datetime(2023, 12, 14, 9, tzinfo=UTC))


def test_a_suspended_card_is_suspended(tmp_path: Path) -> None:
    assert _past(tmp_path, queue=-1) == Past(suspended=True, as_of=datetime(2023, 12, 14, 9, tzinfo=UTC))
    assert not _past(tmp_path, queue=-2).suspended


def test_a_review_card_keeps_its_day_interval_and_easiness(tmp_path: Path) -> None:
    assert _memory(tmp_path, type=2, queue=2, due=40, ivl=30, factor=1950, reps=9, lapses=2) == Memory(
        date(2023, 12, 24), 30, 195, 7, 2
    )


@pytest.mark.parametrize(("interval", "repetitions", "following"), [(1, 1, 6), (5, 1, 6), (6, 2, 15), (100, 2, 250)])
def test_its_interval_goes_on_growing(interval: int, repetitions: int, following: int, tmp_path: Path) -> None:
    memory = _memory(tmp_path, type=2, queue=2, due=40, ivl=interval, factor=2500, reps=1)
    assert memory
    assert memory.repetitions == repetitions
    assert SM2().next(memory, Grade.GOOD, date(2023, 12, 24)).interval == following


@pytest.mark.parametrize(
    ("factor", "easiness"), [(2500, 250), (1000, 130), (0, 250), (-5, 250), (2345, 234), (10**9, 2000)]
)
def test_easiness_is_bounded(factor: int, easiness: int, tmp_path: Path) -> None:
    memory = _memory(tmp_path, type=2, due=40, ivl=10, factor=factor)
    assert memory
    assert memory.easiness == easiness


def test_a_card_being_learned_comes_again_on_its_day(tmp_path: Path) -> None:
    seconds = CREATED + 31 * _DAY
    assert _memory(tmp_path, type=1, queue=1, due=seconds) == Memory(date(2023, 12, 15))
    assert _memory(tmp_path, type=1, queue=1, due=seconds - 1) == Memory(date(2023, 12, 14))
    assert _memory(tmp_path, type=3, queue=3, due=32, ivl=9, factor=2100, lapses=3) == Memory(
        date(2023, 12, 16), 0, 210, 0, 3
    )


def test_a_card_being_learned_without_a_day_is_due_on_the_last(tmp_path: Path) -> None:
    assert _memory(tmp_path, type=1, queue=1, due=-(10**8)) == Memory(date(2023, 12, 14))


def test_a_card_in_a_filtered_deck_keeps_its_own_day_and_deck(tmp_path: Path) -> None:
    building = Building()
    (card,) = building.note(BASIC, "front", "back", deck="Home")
    building.schedule(
        card, type=2, due=-100_000, ivl=8, factor=2500, odue=45, did=building.deck("Cram"), odid=building.deck("Home")
    )
    (note,) = found(building, tmp_path).notes
    assert note.deck == ("Home",)
    assert note.past.memory
    assert note.past.memory.due == date(2023, 12, 29)


@pytest.mark.parametrize(
    ("west", "created", "due"),
    [
        (-480, datetime(2024, 1, 1, 20, 0, tzinfo=UTC), date(2024, 1, 12)),
        (300, datetime(2024, 1, 2, 9, 0, tzinfo=UTC), date(2024, 1, 12)),
        (300, datetime(2024, 1, 2, 3, 0, tzinfo=UTC), date(2024, 1, 11)),
    ],
)
def test_days_are_counted_where_the_collection_was_made(
    west: int, created: datetime, due: date, tmp_path: Path
) -> None:
    config: dict[str, object] = {"schedVer": 2, "rollover": 4, "creationOffset": west}
    past = _past(tmp_path, Building(config, int(created.timestamp())), type=2, due=10, ivl=10, factor=2500)
    assert past.memory
    assert past.memory.due == due


@pytest.mark.parametrize(
    ("created", "due"),
    [
        (datetime(2010, 1, 1, 20, 0, tzinfo=UTC), date(2010, 1, 12)),
        (datetime(2010, 1, 1, 12, 0, tzinfo=UTC), date(2010, 1, 11)),
        (datetime(2010, 1, 1, 4, 0, tzinfo=UTC), date(2010, 1, 11)),
    ],
)
def test_an_old_collection_began_at_four_in_its_zone(created: datetime, due: date, tmp_path: Path) -> None:
    past = _past(tmp_path, Building({}, int(created.timestamp())), type=2, due=10, ivl=10, factor=2500)
    assert past.memory
    assert past.memory.due == due


def test_a_day_before_the_collection_was_made_is_a_day(tmp_path: Path) -> None:
    """So it is where a package was taken into a younger collection."""
    memory = _memory(tmp_path, type=2, queue=2, due=-7, ivl=10, factor=2350, reps=4)
    assert memory == Memory(date(2023, 11, 7), 10, 235, 4, 0)


@pytest.mark.parametrize("due", [-(10**8), 10**8, 10**17, 2**62])
def test_a_day_that_is_none_leaves_no_memory(due: int, tmp_path: Path) -> None:
    assert _memory(tmp_path, type=2, due=due, ivl=10, factor=2500) is None


def test_answers_keep_their_instants_grades_and_times(tmp_path: Path) -> None:
    building = Building()
    (card,) = building.note(BASIC, "front", "back")
    for ease in (1, 2, 3, 4):
        building.answer(card, CHANGED - 10_000 + ease, ease, type_=ease - 1, time=ease * 1000)
    past = found(building, tmp_path).notes[0].past
    assert [answer.grade for answer in past.answers] == [Grade.AGAIN, Grade.HARD, Grade.GOOD, Grade.EASY]
    assert [answer.key for answer in past.answers] == [str(CHANGED - 10_000 + ease) for ease in (1, 2, 3, 4)]
    assert [answer.milliseconds for answer in past.answers] == [1000, 2000, 3000, 4000]
    assert past.answers[0].at == datetime(2023, 12, 14, 8, 59, 50, 1000, tzinfo=UTC)


@pytest.mark.parametrize(("type_", "memory"), [(0, Memory()), (2, Memory(date(2023, 12, 24), 30, 250, 3))])
def test_a_card_that_is_new_though_it_was_answered_was_made_new_again(
    type_: int, memory: Memory, tmp_path: Path
) -> None:
    building = Building()
    (card,) = building.note(BASIC, "front", "back")
    building.answer(card, CHANGED - 9_000, 4)
    building.answer(card, CHANGED - 5_000, 0, type_=4)  # rescheduled by hand
    building.schedule(card, type=type_, due=40, ivl=30, reps=3)
    past = found(building, tmp_path).notes[0].past
    assert (len(past.answers), past.memory) == (1, memory)


def test_an_answer_that_left_the_schedule_alone_is_practice(tmp_path: Path) -> None:
    building = Building()
    (card,) = building.note(BASIC, "front", "back")
    for number, (type_, factor) in enumerate([(3, 0), (3, 2500), (0, 0)]):
        building.answer(card, CHANGED - 9_000 + number, 3, type_=type_, factor=factor)
    past = found(building, tmp_path).notes[0].past
    assert [answer.practice for answer in past.answers] == [True, False, False]


def test_a_new_card_that_was_only_practised_was_never_made_new_again(tmp_path: Path) -> None:
    building = Building()
    (card,) = building.note(BASIC, "front", "back")
    building.answer(card, CHANGED - 9_000, 3, type_=3, factor=0)
    assert found(building, tmp_path).notes[0].past.memory is None


def test_the_three_buttons_of_old_learning_steps_are_again_good_and_easy(tmp_path: Path) -> None:
    building = Building(config={"schedVer": 1})
    (card,) = building.note(BASIC, "front", "back")
    rows = [(1, 0), (2, 0), (3, 2), (2, 1), (4, 1)]
    for number, (ease, type_) in enumerate(rows):
        building.answer(card, CHANGED + number, ease, type_)
    past = found(building, tmp_path).notes[0].past
    expected = [Grade.AGAIN, Grade.GOOD, Grade.EASY, Grade.HARD, Grade.EASY]
    assert [answer.grade for answer in past.answers] == expected


def test_what_is_no_answer_is_left_out_and_counted(tmp_path: Path) -> None:
    building = Building()
    (card,) = building.note(BASIC, "front", "back")
    for number, (ease, type_) in enumerate([(0, 4), (3, 4), (0, 1), (3, 5), (9, 1)]):
        building.answer(card, CHANGED + number, ease, type_)
    building.answer(card, -5, 3)
    building.answer(card, 2**62, 3)
    result = found(building, tmp_path)
    assert result.notes[0].past == Past()
    told = "deck.apkg: 7 entries of the review log are no answers, and are left out (nothing)"
    assert told_of(result) == [told]


def test_a_card_that_is_learned_in_a_filtered_deck_has_one_day(tmp_path: Path) -> None:
    memory = _memory(tmp_path, type=1, queue=1, due=CREATED + 31 * _DAY, odid=1)
    assert memory == Memory(date(2023, 12, 15))


@pytest.mark.parametrize(("rollover", "due"), [(0, date(2023, 12, 15)), (4, date(2023, 12, 14))])
def test_a_day_begins_when_the_collection_says(rollover: int, due: date, tmp_path: Path) -> None:
    building = Building({"schedVer": 2, "rollover": rollover, "creationOffset": 0})
    past = _past(tmp_path, building, type=1, queue=1, due=CREATED + 31 * _DAY - 7200)
    assert past.memory == Memory(due)
