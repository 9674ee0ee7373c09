"""The one family of errors that a person may see.

    QuizappError                 message: what is wrong; hint: what to do
    ├── UsageError               the request cannot be understood or carried out: exit status 2
    └── StoreError               the database cannot be opened or written
        ├── SchemaTooNew         it was written by a newer program
        └── Damaged              it is not a sound database

They are raised deep down, in English (`F_`), and shown in one place per front end, in the learner's language. Faults in
card files are values, not errors: see `quizapp.cards.faults`.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from quizapp.i18n import F_, said, said_both


class QuizappError(Exception):
    """Something a person can do something about: a `message` saying what is wrong, a `hint` saying what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return said_both(self.message, self.hint) if self.hint else said(self.message)


class UsageError(QuizappError):
    """The request cannot be understood, or names something that does not exist."""


class StoreError(QuizappError):
    """The database cannot be opened, read or written."""


class SchemaTooNew(StoreError):
    """The database was written by a newer program."""


class Damaged(StoreError):
    """The file is not a sound database of ours."""


@contextmanager
def permitted() -> Iterator[None]:
    """What the system does not permit is told as something a person can do something about: raises StoreError."""
    try:
        yield
    except PermissionError as error:
        if error.filename is None:
            raise
        what = F_("{path} cannot be opened ({why})", path=error.filename, why=error.strerror)
        raise StoreError(what, F_("check its permissions and those of its folder")) from error


def no_temporary_folder() -> StoreError:
    """What to hear where none of the system's folders for temporary files takes one."""
    return StoreError(
        F_("no folder takes temporary files"), F_("make room on the disk, or set TMPDIR to another folder")
    )
