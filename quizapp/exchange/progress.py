"""Formats that progress is written in: as data, or as a report. Those of other programs are in `outgoing`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.study.opening import Desk

Files = Mapping[str, Iterable[bytes]]


def _nobody(_text: str) -> None:
    """Hears what is told, where nobody else does."""


@dataclass(frozen=True)
class ProgressWanted:
    """What is to be written, and when.

    `decks` are ids of decks, which mean those below them too; all decks where there are none. `since` is the first day
    that counts; all days where it is None. `language` is what was asked for, one or `both`, or None. `on` is a day in
    view, such as that of an interview. `tell` hears, line by line, what could not be written.
    """

    now: datetime
    decks: tuple[str, ...] = ()
    since: date | None = None
    language: str | None = None
    on: date | None = None
    tell: Callable[[str], None] = _nobody

    @property
    def one_language(self) -> str | None:
        """The only one whose texts are wanted; None where all are."""
        return None if self.language == "both" else self.language

    def has_deck(self, deck: str) -> bool:
        """True if the deck is one that is wanted, or below one."""
        return not self.decks or any(f"{deck}/".startswith(f"{name}/") for name in self.decks)

    def has_day(self, day: date) -> bool:
        """True if the day counts."""
        return self.since is None or day >= self.since


@dataclass(frozen=True)
class ProgressFormat:
    """A format: its name on the command line, the ending of its files, and what writes it.

    `write` gives files by their names, each in pieces that are made as they are taken; the only file of a format that
    has one is called nothing. `folder` says that there are several, which go into a folder. Raises StoreError, and
    UsageError, also where pieces are taken.
    """

    name: str
    ending: str
    write: Callable[["Desk", ProgressWanted], Files]
    folder: bool = False


def _json(desk: "Desk", wanted: ProgressWanted) -> Files:
    from quizapp.exchange.archive.writing import archive_of

    return {"": archive_of(desk, wanted)}


def _csv(desk: "Desk", wanted: ProgressWanted) -> Files:
    from quizapp.exchange.archive.tables import tables_of

    return {name: [table] for name, table in tables_of(desk, wanted).items()}


def _markdown(desk: "Desk", wanted: ProgressWanted) -> Files:
    from quizapp.exchange.reports.text import text_of

    return {"": [text_of(desk, wanted)]}


def _html(desk: "Desk", wanted: ProgressWanted) -> Files:
    from quizapp.exchange.reports.page import page_of

    return {"": [page_of(desk, wanted)]}


def _ics(desk: "Desk", wanted: ProgressWanted) -> Files:
    from quizapp.exchange.reports.calendar import calendar_of

    return {"": [calendar_of(desk, wanted)]}


PROGRESS_FORMATS: tuple[ProgressFormat, ...] = (
    ProgressFormat("json", ".json", _json),
    ProgressFormat("csv", ".csv", _csv, folder=True),
    ProgressFormat("md", ".md", _markdown),
    ProgressFormat("html", ".html", _html),
    ProgressFormat("ics", ".ics", _ics),
)
"""All of them. A table in one file, or on stdout, is one of cards alone, and a format for other programs."""
