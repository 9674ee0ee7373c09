"""The schedule is a fold of the log: the same rows give the same schedule, in whatever order they come."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.scheduling.fold import LEECH_LAPSES, Standing, apply, effective, fold
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import Entry, What
from quizapp.scheduling.memory import Memory
from quizapp.scheduling.sm2 import SM2
from tests.scheduling.logs import logs
from tests.soak import examples

START = datetime(2026, 3, 2, 9, tzinfo=UTC)


def row(number: int, what: What = What.ANSWER, grade: int | None = None, undoes: int | None = None) -> Entry:
    """The row of day `number`, counted from the 2nd of March."""
    given = None if grade is None else Grade(grade)
    day = START.date() + timedelta(days=number)
    taken_back = None if undoes is None else f"row-{undoes}"
    return Entry(f"row-{number}", "t/a", START + timedelta(days=number), day, what, given, taken_back)


@settings(max_examples=examples(300), deadline=None)
@given(logs(), st.data())
def test_neither_order_nor_repetition_of_rows_matters(entries: list[Entry], data: st.DataObject) -> None:
    repeated = entries + (data.draw(st.lists(st.sampled_from(entries))) if entries else [])
    shuffled = data.draw(st.permutations(repeated))
    assert fold(shuffled, SM2()) == fold(entries, SM2())


@settings(max_examples=examples(300), deadline=None)
@given(logs())
def test_applying_what_counts_row_by_row_is_the_fold(entries: list[Entry]) -> None:
    standing = Standing(SM2().first())
    for entry in effective(entries):
        standing = apply(standing, [entry], SM2())
    assert standing == fold(entries, SM2())


@settings(max_examples=examples(300), deadline=None)
@given(logs())
def test_undoing_a_row_is_as_if_it_had_never_been(entries: list[Entry]) -> None:
    others = [entry for entry in entries if entry.what is not What.UNDO]
    for entry in others[:1]:
        undo = Entry("undo", entry.card, entry.at, entry.day, What.UNDO, None, entry.uuid)
        assert fold([*others, undo], SM2()) == fold([other for other in others if other is not entry], SM2())


def test_no_rows_are_a_card_never_answered() -> None:
    assert fold([], SM2()) == Standing(Memory())


def test_the_first_and_the_last_answer_are_kept_as_days() -> None:
    standing = fold([row(0, grade=4), row(1, grade=4), row(2, What.SUSPEND)], SM2())
    assert (standing.introduced, standing.answered) == (date(2026, 3, 2), date(2026, 3, 3))
    assert standing.last == row(2).at


def test_an_undo_gives_back_the_state_before() -> None:
    before = fold([row(0, grade=4)], SM2())
    assert fold([row(0, grade=4), row(1, grade=1), row(2, What.UNDO, undoes=1)], SM2()) == before


def test_practice_leaves_the_memory_alone() -> None:
    standing = fold([row(0, grade=4), row(1, What.PRACTICE, grade=0)], SM2())
    assert standing.memory == fold([row(0, grade=4)], SM2()).memory
    assert standing.answered == date(2026, 3, 2)


def test_an_imported_answer_schedules() -> None:
    assert fold([row(0, What.IMPORTED, grade=4)], SM2()).memory.due == date(2026, 3, 3)


def test_what_another_program_had_learned_goes_on_from_there() -> None:
    memory = Memory(date(2026, 5, 1), interval=50, easiness=210, repetitions=7, lapses=2)
    learned = Entry("row-1", "t/a", START + timedelta(days=1), date(2026, 3, 3), What.LEARNED, memory=memory)
    standing = fold([row(0, What.IMPORTED, grade=4), learned], SM2())
    assert (standing.memory, standing.introduced) == (memory, date(2026, 3, 2))
    assert fold([learned, row(60, grade=4)], SM2()).memory.interval == 105


def test_a_suspended_card_waits_on_no_day_until_it_is_resumed() -> None:
    suspended = fold([row(0, grade=4), row(1, What.SUSPEND)], SM2())
    assert not suspended.waits_on(date(2030, 1, 1))
    assert fold([row(0, grade=4), row(1, What.SUSPEND), row(2, What.RESUME)], SM2()).waits_on(date(2026, 3, 4))


def test_a_buried_card_waits_again_on_the_next_day() -> None:
    buried = fold([row(0, What.BURY)], SM2())
    assert [buried.waits_on(START.date() + timedelta(days=n)) for n in (0, 1)] == [False, True]


def test_resuming_digs_up_a_buried_card() -> None:
    assert fold([row(0, What.BURY), row(1, What.RESUME)], SM2()).buried_until is None


def test_a_reset_card_is_new_and_stays_suspended() -> None:
    standing = fold([row(0, grade=4), row(1, What.SUSPEND), row(2, What.RESET)], SM2())
    assert (standing.memory, standing.introduced, standing.suspended) == (Memory(), None, True)


def test_a_card_forgotten_eight_times_is_a_leech() -> None:
    rows = [row(number, grade=4 if number % 2 == 0 else 1) for number in range(2 * LEECH_LAPSES)]
    assert not fold(rows[:-1], SM2()).leech
    assert fold(rows, SM2()).leech


def test_a_card_is_due_from_its_day_on_and_a_new_one_never() -> None:
    learned = fold([row(0, grade=4)], SM2())
    assert [learned.due_on(START.date() + timedelta(days=n)) for n in (0, 1, 9)] == [False, True, True]
    assert not fold([row(0, What.SUSPEND)], SM2()).due_on(date(2030, 1, 1))


def test_a_card_that_another_program_knew_as_new_is_new() -> None:
    learned = Entry("row-1", "t/a", START, START.date(), What.LEARNED, memory=Memory(None, 0, 250, 0, 0))
    assert fold([learned], SM2()).introduced is None
