"""Random logs of one card, for the properties of the fold."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import ANSWERS, Entry, What
from quizapp.scheduling.memory import Memory

START = datetime(2026, 1, 1, 12, tzinfo=UTC)
_NUMBERS = st.integers(0, 11)


def _entry(number: int, hours: int, what: What, grade: Grade, undoes: int, card: str) -> Entry:
    at = START + timedelta(hours=hours)
    answered = grade if what in ANSWERS or what is What.PRACTICE else None
    taken_back = f"row-{undoes}" if what is What.UNDO else None
    day = date(2026, 1, 1) + timedelta(days=hours // 24)
    memory = Memory(day, undoes, 250, 2, 1) if what is What.LEARNED else None
    return Entry(f"row-{number}", card, at, day, what, answered, taken_back, memory)


def logs(card: str = "t/a") -> st.SearchStrategy[list[Entry]]:
    """Up to twelve rows of a card: clocks tie, undos come before what they undo, or undo nothing at all."""
    rows = st.builds(
        _entry,
        number=_NUMBERS,
        hours=st.integers(0, 200) | st.just(24),
        what=st.sampled_from(What) | st.just(What.ANSWER),
        grade=st.sampled_from(Grade),
        undoes=_NUMBERS,
        card=st.just(card),
    )
    return st.lists(rows, max_size=12, unique_by=lambda entry: entry.uuid)
