"""Signals that ask a command line to end."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_ASKING = [number for number in signal.Signals if number.name in ("SIGTERM", "SIGHUP")]  # Windows has no other

_WITHIN = 10
"""Seconds."""


@contextmanager
def endable() -> Iterator[None]:
    """Who is asked to end meanwhile does so by an exception, which leaves nothing half-made; the status is a shell's.

    What SQLite is at comes to its end first. Asked once more after that, it ends at once, and some seconds later in
    any case: a terminal that takes nothing any more would hold it. What the caller ignores, as `nohup` does, stays so.
    """
    before = {number: signal.getsignal(number) for number in _ASKING}
    heard = [number for number, how in before.items() if how is signal.SIG_DFL]

    def end(number: int, _frame: FrameType | None) -> None:
        for each in heard:
            signal.signal(each, signal.SIG_DFL)
        if sys.platform != "win32":
            signal.alarm(_WITHIN)
        sys.exit(128 + number)

    for number in heard:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in heard:
            signal.signal(number, signal.SIG_DFL)
