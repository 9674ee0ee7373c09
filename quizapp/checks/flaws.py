"""What is wrong with a check or an exercise, told where it stands in its block."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.checks.errors import ExpressionError
from quizapp.i18n import F_

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Flaw:
    """One thing that is wrong: what, and what to do about it.

    `path` leads to the value in the block (`("mistakes", "no-bias", "answer")`); of the texts beside the block it is
    `("prompt",)` or `("solution",)`. `offset` counts characters of that value, from 0; `quote` is the piece of text
    that is meant, and `language` the file's, where it is not the first. A `note` is told, but is no fault.
    """

    path: Path
    what: str
    mend: str
    offset: int | None = None
    quote: str | None = None
    language: str | None = None
    note: bool = False

    @classmethod
    def of(cls, path: Path, error: ExpressionError, language: str | None = None, quote: str | None = None) -> "Flaw":
        """The flaw that an expression at `path` cannot be read or evaluated."""
        return cls(path, error.what, error.mend, error.offset, quote, language)


class BadCheck(Exception):
    """Raised for a check that can never be asked as it is written: all that is wrong with it."""

    def __init__(self, flaws: Sequence[Flaw]) -> None:
        self.flaws = tuple(flaws)
        super().__init__("; ".join(f"{flaw.what}: {flaw.mend}" for flaw in self.flaws))


class Undrawable(Exception):
    """Raised where no variant can be drawn: the flaw that keeps it from being."""

    def __init__(self, flaw: Flaw) -> None:
        self.flaw = flaw
        super().__init__(F_("{what}: {other}", what=flaw.what, other=flaw.mend))
