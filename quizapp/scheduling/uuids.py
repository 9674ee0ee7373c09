"""Names of the log's rows, no two alike on any machine, and in the order of time."""

from datetime import UTC, datetime, timedelta
from secrets import randbits

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_BITS = 74
"""Those that chance decides."""


def uuid7(at: datetime, chance: int | None = None) -> str:
    """A UUID of version 7 (RFC 9562, 5.7): the milliseconds of `at`, then chance, 74 bits that may be given.

    An index of such names grows at its end: of random ones each answer changes another page of it.
    """
    bits = randbits(_BITS) if chance is None else chance
    since = max((at - _EPOCH) // _MILLISECOND, 0)
    whole = since << 80 | 7 << 76 | (bits >> 62) << 64 | 2 << 62 | bits & (1 << 62) - 1
    text = f"{whole:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
