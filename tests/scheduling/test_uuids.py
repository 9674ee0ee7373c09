"""Names of the log's rows."""

from datetime import UTC, datetime, timedelta, timezone
from uuid import RFC_4122, UUID

from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.uuids import uuid7

AWARE = st.datetimes(datetime(1970, 1, 1), datetime(9999, 12, 1), timezones=st.just(UTC))  # noqa: DTZ001  # as asked


def test_the_example_of_the_standard() -> None:
    """RFC 9562, appendix A.6."""
    at = datetime(2022, 2, 22, 14, 22, 22, tzinfo=timezone(-timedelta(hours=5)))
    assert uuid7(at, 0xCC3 << 62 | 0x18C4DC0C0C07398F) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


@given(AWARE)
def test_one_is_a_uuid_that_tells_its_moment(at: datetime) -> None:
    text = uuid7(at)
    uuid = UUID(text)
    assert (str(uuid), uuid.version, uuid.variant) == (text, 7, RFC_4122)
    assert uuid.int >> 80 == (at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)


@given(AWARE, AWARE)
def test_they_are_in_the_order_of_time(one: datetime, other: datetime) -> None:
    if abs(one - other) >= timedelta(milliseconds=1):
        assert (uuid7(one) < uuid7(other)) == (one < other)


def test_no_two_of_a_moment_are_alike() -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    assert len({uuid7(at) for _ in range(10_000)}) == 10_000


def test_a_clock_before_1970_makes_one_too() -> None:
    assert uuid7(datetime(1969, 1, 1, tzinfo=UTC)).startswith("00000000-0000-7")
