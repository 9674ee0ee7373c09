"""What is wrong with a card file, told so that its author can mend it."""

from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict

from quizapp.i18n import said_both
from quizapp.visible import one_line


class Fault(BaseModel):
    """One fault: where (line and column from 1), what is wrong, what to do: texts that `F_` made.

    A `note` is told but is no fault of the author's: checking a file that has only notes succeeds.
    """

    model_config = ConfigDict(frozen=True)

    file: str
    line: int
    column: int = 1
    what: str
    mend: str
    note: bool = False

    def __str__(self) -> str:
        parts = (f"{self.file}:{self.line}:{self.column}", self.what, self.mend)
        return ": ".join(one_line(part) for part in parts)

    def told(self) -> str:
        """The same in the language in use, for whoever reads it now."""
        return one_line(f"{self.file}:{self.line}:{self.column}: {said_both(self.what, self.mend)}")


def in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Each fault once, by file and place."""
    return tuple(sorted(set(faults), key=lambda fault: (fault.file, fault.line, fault.column, fault.what)))
