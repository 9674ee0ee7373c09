"""What waits for its turn."""

from datetime import date, timedelta
from math import inf, isclose

from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.planning.backlog import Backlog, Weighed

TODAY = date(2026, 11, 28)


def _due(name: str, overdue: int, interval: int = 10, weight: float = 1) -> Weighed[str]:
    return Weighed(name, TODAY - timedelta(days=overdue), interval, weight)


def _backlog(*found: Weighed[str]) -> Backlog[str]:
    backlog: Backlog[str] = Backlog()
    backlog.add(sorted(found, key=lambda due: due.day))
    return backlog


def test_the_most_overdue_by_their_interval_come_first() -> None:
    backlog = _backlog(_due("late", 30, 300), _due("latest", 6, 3), _due("today", 0, 1), _due("tenth", 3, 10))
    assert [due.of for due in backlog.take(3, TODAY)] == ["latest", "tenth", "late"]
    assert [due.of for due in backlog] == ["today"]


def test_what_a_day_has_no_room_for_is_split() -> None:
    backlog = _backlog(_due("a", 2, weight=1.5), _due("b", 1, weight=2))
    assert [(due.of, due.weight) for due in backlog.take(2, TODAY)] == [("a", 1.5), ("b", 0.5)]
    assert backlog.weight == 1.5
    assert list(backlog.take(0, TODAY)) == []


def test_the_order_may_change_from_day_to_day() -> None:
    backlog = _backlog(_due("short", -1, 2), _due("long", 30, 30))
    assert [due.of for due in backlog.take(1, TODAY + timedelta(days=3))] == ["long"]
    backlog = _backlog(_due("short", -1, 2), _due("long", 30, 30))
    assert [due.of for due in backlog.take(1, TODAY + timedelta(days=9))] == ["short"]


@given(
    st.lists(st.tuples(st.integers(0, 50), st.integers(0, 20), st.floats(0.01, 5)), max_size=30),
    st.floats(0, 60),
)
def test_as_many_come_as_there_is_room_for_and_none_is_more_overdue_than_they(
    cards: list[tuple[int, int, float]], room: float
) -> None:
    backlog = _backlog(*(_due("", *card) for card in cards))
    whole = backlog.weight
    came = list(backlog.take(room, TODAY))
    assert isclose(sum(due.weight for due in came), min(room, whole), abs_tol=1e-9)
    assert isclose(backlog.weight, whole - min(room, whole), abs_tol=1e-9)

    def overdue(due: Weighed[str]) -> float:
        return (TODAY - due.day).days / max(due.interval, 1)

    assert [overdue(due) for due in came] == sorted(map(overdue, came), reverse=True)
    if came:
        assert all(overdue(due) <= overdue(came[-1]) for due in backlog)
    list(backlog.take(inf, TODAY))
    assert list(backlog) == []
