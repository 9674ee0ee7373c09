"""Signals that ask a command line to end."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_ASKING = [number for number in signal.Signals if number.name in ("SIGTERM", "SIGHUP")]  # Windows has no other


@contextmanager
def endable() -> Iterator[None]:
    """Who is asked to end meanwhile does so by an exception, which leaves nothing half-made; the status is a shell's.

    Asked once more, it ends at once. What the caller ignores, as `nohup` does, stays ignored.
    """
    before = {number: signal.getsignal(number) for number in _ASKING}
    heard = [number for number, how in before.items() if how is signal.SIG_DFL]

    def end(number: int, _frame: FrameType | None) -> None:
        for each in heard:
            signal.signal(each, signal.SIG_DFL)
        sys.exit(128 + number)

    for number in heard:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in heard:
            signal.signal(number, signal.SIG_DFL)
