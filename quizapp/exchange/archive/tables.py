"""Progress as tables (RFC 4180): cards, reviews and days, a file each, for `quizapp export csv -o FOLDER/`.

They are for spreadsheets, which take a text that begins with one of `= + - @` for a formula: an apostrophe stands
before it. No text of a card is in them: cards to be brought back go into one file, `quizapp export csv -o FILE`, or
into json.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import starmap

from quizapp.exchange.archive.headers import CARDS, DAY_COLUMNS, DAYS, REVIEW_COLUMNS, REVIEWS, card_columns
from quizapp.exchange.archive.rows import wanted_rows
from quizapp.exchange.progress import ProgressWanted
from quizapp.language import LANGUAGES, in_language
from quizapp.scheduling.fold import Standing, taken_back
from quizapp.scheduling.log import ANSWERS, What
from quizapp.scheduling.memory import Memory
from quizapp.store.engines.engine import sensible
from quizapp.store.log.rows import read_row
from quizapp.store.values import Listed, LogRow
from quizapp.study.opening import Desk
from quizapp.study.statistics.whole import statistics

_NEW = Standing(Memory())
_TOLD = ANSWERS | {What.PRACTICE, What.UNDO}
_FORMULA = re.compile(r"[=+\-@\t\r]")


def tables_of(desk: Desk, wanted: ProgressWanted) -> Mapping[str, bytes]:
    """The three tables by their names. Raises StoreError."""
    languages = _languages(wanted)
    return {
        CARDS: table(card_columns(languages), _cards(desk, wanted, languages)),
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


def _languages(wanted: ProgressWanted) -> tuple[str, ...]:
    """Those in which cards have a title: all, unless one is asked for."""
    return tuple(language for language in LANGUAGES if wanted.language in (None, "both", language))


def _cards(desk: Desk, wanted: ProgressWanted, languages: Sequence[str]) -> Iterator[Sequence[object]]:
    """A row for each card in use, both directions of one that is reversed, in the decks' order."""
    for card in desk.collection.listed():
        if wanted.has_deck(card.deck):
            yield _card(card, languages)


def _card(card: Listed, languages: Sequence[str]) -> Sequence[object]:
    titles = [in_language(card.titles, language) for language in languages]
    kept = card.standing or _NEW
    memory = kept.memory
    numbers = (memory.due, memory.interval, memory.easiness / 100, memory.repetitions, memory.lapses)
    return card.id, card.deck, card.topic, card.kind, " ".join(card.tags), *titles, *numbers, int(kept.suspended)


def _reviews(desk: Desk, wanted: ProgressWanted) -> Iterator[Sequence[object]]:
    """A row for each answer that was not taken back, in the order in which they were given."""
    deck_of = {card.card: card.deck for card in desk.collection.held()}
    with sensible():
        rows = [row for row in starmap(read_row, wanted_rows(desk, wanted)) if row.entry.what in _TOLD]
    undone = taken_back(row.entry for row in rows)
    for row in rows:
        if row.entry.what is not What.UNDO and (row.entry.card, row.entry.uuid) not in undone:
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
