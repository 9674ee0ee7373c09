"""What can be wrong with a network's text."""

from collections.abc import Sequence

from quizapp.visible import one_line

LONGEST_QUOTE = 40


class NetworkError(Exception):
    """A line that cannot be read, or a layer that does not fit what comes in.

    `line` and `column` count from 1 in the network's text; `further` holds the other faults of the same text. The
    texts may quote a deck; they are safe to show.
    """

    def __init__(self, line: int, column: int, what: str, mend: str, further: "Sequence[NetworkError]" = ()) -> None:
        self.line, self.column = line, column
        self.what, self.mend = one_line(what), one_line(mend)
        self.further = tuple(further)
        super().__init__(f"{line}:{column}: {self.what}: {self.mend}")


class Misfit(Exception):
    """Raised by a layer that cannot take what comes in: what is wrong, what to do. Its line is known further out."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.what, self.mend = what, mend


def cut(text: str) -> str:
    """A word of the author's, cut where it is long."""
    return text if len(text) <= LONGEST_QUOTE else f"{text[: LONGEST_QUOTE - 1]}…"


def in_one(faults: Sequence[NetworkError]) -> NetworkError:
    """The first of several faults, which carries the others. There is at least one."""
    first, *others = sorted(faults, key=lambda fault: (fault.line, fault.column))
    return NetworkError(first.line, first.column, first.what, first.mend, others)
