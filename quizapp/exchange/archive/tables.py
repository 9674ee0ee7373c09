"""Progress as tables (RFC 4180): cards, reviews and days, a file each, for `quizapp export csv -o FOLDER/`.

`cards.csv` is read back by `quizapp import`, and says what cards say to the letter. The others are for spreadsheets,
which take a text that begins with one of `= + - @` for a formula: there an apostrophe stands before it.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quizapp.exchange.archive.rows import wanted_rows
from quizapp.exchange.outgoing.exporting import Wanted, exported
from quizapp.exchange.outgoing.writing import FORMATS, Occasion
from quizapp.exchange.progress import ProgressWanted
from quizapp.scheduling.log import ANSWERS, What
from quizapp.store.values import LogRow
from quizapp.study.opening import Desk
from quizapp.study.statistics.whole import statistics

CARDS, REVIEWS, DAYS = "cards.csv", "reviews.csv", "days.csv"
REVIEW_COLUMNS = ("uuid", "card", "deck", "at", "day", "what", "grade", "milliseconds", "mistake")
DAY_COLUMNS = ("day", "answers", "new", "seconds", "asked", "recalled")

_TOLD = ANSWERS | {What.PRACTICE, What.UNDO}
_FORMULA = re.compile(r"[=+\-@\t\r]")


def tables_of(desk: Desk, wanted: ProgressWanted) -> Mapping[str, bytes]:
    """The three tables by their names. Raises StoreError."""
    return {
        CARDS: _cards(desk, wanted),
        REVIEWS: table(REVIEW_COLUMNS, _reviews(desk, wanted)),
        DAYS: table(DAY_COLUMNS, _days(desk, wanted)),
    }


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A table with a header, for a spreadsheet: no text in it is run as a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8", "replace")


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def _cards(desk: Desk, wanted: ProgressWanted) -> bytes:
    """The same as in one file."""
    format_ = next(one for one in FORMATS if one.name == "csv")
    both = wanted.language == "both"
    language = desk.settings.language if both or wanted.language is None else wanted.language
    ids = [one.id for one in desk.collection.listed() if wanted.has_deck(one.deck)]
    found = exported(desk, ids, Wanted(language, both, past=False, pictures=False), wanted.now)
    output = format_.output(found, Occasion(wanted.now, desk.settings.interface, desk.settings.day_starts_at))
    for told in output.told:
        wanted.tell(f"{told.place}: {told.what}")
    return output.files[""]


def _reviews(desk: Desk, wanted: ProgressWanted) -> Iterator[Sequence[object]]:
    """A row for each answer that was not taken back, in the order in which they were given."""
    deck_of = {card.card: card.deck for card in desk.collection.held()}
    rows = [row for row in wanted_rows(desk, wanted) if row.entry.what in _TOLD]
    undone = {row.entry.undoes for row in rows}
    for row in rows:
        if row.entry.what is not What.UNDO and row.entry.uuid not in undone:
            yield _review(row, deck_of.get(row.entry.card, ""))


def _review(row: LogRow, deck: str) -> Sequence[object]:
    entry = row.entry
    at = entry.at.astimezone().isoformat()
    mistake = str(row.answered.get("mistake") or "")
    return entry.uuid, entry.card, deck, at, entry.day, entry.what.value, entry.grade, row.milliseconds, mistake


def _days(desk: Desk, wanted: ProgressWanted) -> Iterator[Sequence[object]]:
    decks = {card.deck for card in desk.collection.held() if wanted.has_deck(card.deck)} if wanted.decks else ()
    if wanted.decks and not decks:
        return
    found = statistics(desk.collection, wanted.now, decks, starts_at=desk.settings.day_starts_at)
    for day in found.days:
        if wanted.has_day(day.day):
            yield day.day, day.answers, day.new, day.seconds, day.reviews.asked, day.reviews.recalled
