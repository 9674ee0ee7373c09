"""Progress that is no cards: tables by their names and columns, and how they and reports are known again."""

from collections.abc import Mapping
from pathlib import Path

from quizapp.errors import UsageError
from quizapp.exchange.tables.columns import columns_of
from quizapp.exchange.tables.delimited import rows
from quizapp.exchange.tables.separator import separator_of, without_separator_line
from quizapp.i18n import F_
from quizapp.language import LANGUAGES
from quizapp.visible import one_line

CARDS, REVIEWS, DAYS = "cards.csv", "reviews.csv", "days.csv"
KNOWN = ("id", "deck", "topic", "kind", "tags")
STANDING = ("due", "interval", "easiness", "repetitions", "lapses", "suspended")
REVIEW_COLUMNS = ("uuid", "card", "deck", "at", "day", "what", "grade", "milliseconds", "mistake")
DAY_COLUMNS = ("day", "answers", "new", "seconds", "asked", "recalled")
_COLUMNS: Mapping[str, frozenset[str]] = {
    F_("{name} is a table of cards and their schedules, for spreadsheets: no text of a card is in it"): frozenset(
        (*KNOWN, *STANDING)
    ),
    F_("{name} is a table of reviews, for spreadsheets: no text of a card is in it"): frozenset(REVIEW_COLUMNS),
    F_("{name} is a table of days, for spreadsheets: no text of a card is in it"): frozenset(DAY_COLUMNS),
}
"""What is told of a table, and the columns that it always has."""
REPORT = "<!-- quizapp: a report, no cards -->"
"""The first line of a report as Markdown, which nobody sees who reads it: its headings look like those of cards."""
_TEXTS = (".csv", ".tsv", ".txt")
_PEEK = 4096


def card_columns(languages: tuple[str, ...] = LANGUAGES) -> tuple[str, ...]:
    """The columns of the table of cards, with a title in each language."""
    return (*KNOWN, *(f"title_{language}" for language in languages), *STANDING)


def refuse_progress(path: Path) -> None:
    """Raises UsageError where no card has a text: a file is a report, or it, or a folder, holds progress as tables.

    A spreadsheet may have saved them anew, with columns in another order, or more of them.
    """
    name = one_line(path.name or path.resolve().name)
    if _is_report(path):
        what = F_("{name} is a report, to be read: no text of a card is in it")
    elif held := [told for file in _files(path) if (told := _held(file))]:
        several = F_("{name} holds tables of progress, for spreadsheets: no text of a card is in it")
        what = held[0] if path.is_file() else several
    else:
        return
    raise UsageError(what.format(name=name), F_("`quizapp export json` writes what can be brought back"))


def _is_report(path: Path) -> bool:
    return path.is_file() and _head(path).startswith(REPORT)


def _files(path: Path) -> list[Path]:
    """Those that may be tables; none of a folder in which notes lie beside them."""
    if path.is_dir():
        return [] if any(path.rglob("*.md")) else [path / name for name in (CARDS, REVIEWS, DAYS)]
    return [path] if path.suffix.casefold() in _TEXTS else []


def _held(path: Path) -> str | None:
    """What is told of a table of ours; one that has columns of prompts and answers is one of cards."""
    head = _head(path)
    row = next(rows(without_separator_line(head)[0], separator_of(head) or ","), None)
    if row is None or columns_of(row.fields):
        return None
    names = {name.strip().casefold() for name in row.fields}
    return next((told for told, columns in _COLUMNS.items() if columns <= names), None)


def _head(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_PEEK).decode("utf-8-sig", "replace").replace("\r\n", "\n")
    except OSError:  # it is not there, or told by whoever reads it
        return ""
