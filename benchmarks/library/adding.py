"""Cards added: one by one, as the form and `quizapp add` do, and many at once."""

import sqlite3
import time
from contextlib import closing
from functools import partial
from pathlib import Path

from benchmarks.figures import by_processor, timed
from benchmarks.homes.cards import NOW
from benchmarks.homes.texts import text
from benchmarks.library.desks import desk_in
from quizapp.cards.draft import Draft
from quizapp.study.editing.considering import View, considered, save, surroundings
from quizapp.study.editing.form import form_of

_FIRST = 10_000_000
"""The number of the first card that is added: none has it yet."""
_TABLES = ("deck", "topic", "source_file", "card", "listing", "listing_text")
"""Where cards are kept; a table after those that its rows name."""
_PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "cache_size = -64000")
_ROWS = 500
"""So many are put in at once, and held."""


def add(home: Path, count: str) -> dict[str, list[float]]:
    """Cards saved into the topics that are there, by turns: in their files and in the database when it is done."""
    times = []
    with desk_in(home) as desk:
        desk.read_cards(NOW)
        around, topics = surroundings(desk), desk.collection.topics()
        for number in range(int(count)):
            card = text(_FIRST + number)
            topic = topics[number % len(topics)]
            draft = Draft(kind="basic", prompt=card.front, answer=card.back, tags=card.tags)
            seen = considered(form_of({"en": draft}, topic.deck, topic.id), around, View("en"))
            times.append(timed(partial(save, desk, seen, around, NOW)))
    return {"add": times}


def add_many(home: Path) -> dict[str, list[float]]:
    """All card files read for the first time: `parse` until the last of them is parsed, `add_many` until committed.

    `bare_add_many` is what their rows take that are there then, put into the same tables of another file.
    """
    clock = time.process_time if by_processor() else time.perf_counter
    marks = [clock()]

    def progress(done: int, of: int) -> None:
        if done == of:
            marks.append(clock())

    with desk_in(home) as desk:
        desk.read_cards(NOW, progress)
        marks.append(clock())
    began, parsed, there = marks
    bare = _put_barely(home / "quizapp.db", home / "bare.db")
    return {"parse": [(parsed - began) * 1_000], "add_many": [(there - parsed) * 1_000], "bare_add_many": [bare]}


def _put_barely(there: Path, bare: Path) -> float:
    """All cards' rows put into an empty file by the standard library's sqlite3, and committed; in milliseconds."""
    with (
        closing(sqlite3.connect(there)) as source,
        closing(sqlite3.connect(bare, isolation_level=None)) as target,
    ):
        for pragma in _PRAGMAS:
            target.execute(f"PRAGMA {pragma}")
        for (statement,) in source.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"):
            target.execute(statement)
        target.execute("BEGIN IMMEDIATE")
        took = 0.0
        for table in _TABLES:
            found = source.execute(f"SELECT * FROM {table} ORDER BY rowid")  # noqa: S608  one of ours
            places = ", ".join("?" * len(found.description))
            put = partial(target.executemany, f"INSERT INTO {table} VALUES ({places})")  # noqa: S608
            while rows := found.fetchmany(_ROWS):
                took += timed(partial(put, rows))
        return took + timed(target.commit)
