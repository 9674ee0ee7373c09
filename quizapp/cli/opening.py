"""The learner's desk, opened for one command."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from quizapp.cli import clock
from quizapp.cli.output import tell
from quizapp.i18n import _, use
from quizapp.paths import places

if TYPE_CHECKING:
    from quizapp.paths import Places
    from quizapp.study.opening import Desk

WORTH_TELLING = 50
"""Files. Reading fewer takes no time that anybody notices."""


@contextmanager
def opened(read: bool = True, at: "Places | None" = None) -> Iterator["Desk"]:
    """The desk, the interface's language set, the card files read (unless not wanted). Raises QuizappError.

    `at` says where it stands, if that is not the learner's usual place.
    """
    from quizapp.study.opening import open_desk

    now = clock.now()
    with open_desk(at or places(), now) as desk:
        use(desk.settings.interface)
        if desk.collection.warning:
            tell(f"quizapp: {desk.collection.warning}")
        if read:
            read_cards(desk)
        yield desk


def read_cards(desk: "Desk") -> None:
    """Reads what changed in the folders of cards; somebody who waits at a terminal is told how far it is."""
    desk.read_cards(clock.now(), _progress)


def tell_progress(text: str, done: int, of: int) -> None:
    """Tells somebody who waits at a terminal how far it is; `text` has places for `done` and `of`."""
    if sys.stderr.isatty() and of >= WORTH_TELLING and (done % 10 == 0 or done == of):
        sys.stderr.write(f"\r{text.format(done=done, of=of)}" + ("\n" if done == of else ""))
        sys.stderr.flush()


def _progress(done: int, of: int) -> None:
    tell_progress(_("reading card files: {done} of {of}"), done, of)
