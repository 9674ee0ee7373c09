"""What came of an attempt, as plain values safe to show."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How an attempt ended."""

    PASSED = "passed"
    FAILED = "failed"
    """A call gave another value than expected."""
    ERROR = "error"
    """An exception left the code."""
    SYNTAX = "syntax"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    KILLED = "killed"
    """The process ended before its time, or was ended for what it wrote."""
    REFUSED = "refused"
    """The system lets no process start."""
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Shown:
    """The first test that did not pass: its number from 1, the call, what it is to give and what it gave, cut."""

    number: int
    call: str
    expected: str
    got: str | None = None


@dataclass(frozen=True)
class Outcome:
    """What came of an attempt. Every text is safe to show.

    `fault` is an exception or another reason in one line, with the learner's own `line` where there is one (from 1).
    `printed` is what the code printed outside of calls and in the one that failed, `shut` the names of the walls that
    stood.
    """

    kind: Kind
    passed: int = 0
    of: int = 0
    failed: Shown | None = None
    fault: str = ""
    line: int | None = None
    printed: str = ""
    seconds: float = 0.0
    shut: frozenset[str] = frozenset()

    @property
    def ran(self) -> bool:
        """True where the attempt says something about the code: it was neither cancelled nor refused."""
        return self.kind not in (Kind.CANCELLED, Kind.REFUSED)
