"""A database of many rows comes in by stretches, which another process may weigh: what comes of it is the same."""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from quizapp.store.copies import foreign
from quizapp.store.copies.foreign import Stretch
from quizapp.store.log.rows import Columns, columns_of
from quizapp.store.values import LogRow
from quizapp.study.merging import merge as merging
from quizapp.study.merging import taking
from quizapp.study.merging.merge import Weighed, brought_in, weighed
from quizapp.study.merging.sources import judged, rows_in
from quizapp.study.merging.troubles import Fault, Trouble
from tests.conftest import NOW
from tests.study.merging.conftest import Make
from tests.study.merging.machines import Machine, answer

CARDS = ("t/a", "t/b")


@pytest.fixture(autouse=True)
def stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows come in by threes, so that a card's are parted, and six are a transaction."""
    monkeypatch.setattr(foreign, "STRETCH", 3)
    monkeypatch.setattr(taking, "_MANY", 9)
    monkeypatch.setattr(merging, "AT_ONCE", 6)


@pytest.fixture
def full(desk: Machine) -> Machine:
    """Seven answers, and two rows that make no sense."""
    desk.answer(*CARDS, *CARDS, *CARDS, "t/a")
    with closing(sqlite3.connect(desk.path)) as other, other:
        for number in (1, 2):
            other.execute(f"INSERT INTO log VALUES ('bad-{number}', 't/b', 0, '', 'answer', 4, NULL, NULL, '{{}}', '')")
    return desk


def test_another_process_weighs_them(full: Machine, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    here, there = make("here"), make("there")
    first = [answer(card, NOW - timedelta(days=9)) for card in CARDS]
    for machine in (here, there):
        machine.collection.append(first)
    with monkeypatch.context() as patched:
        patched.setattr(taking, "_MANY", 10)
        told = here.merge(full)
    assert told.new == 7
    done_here: list[Stretch] = []

    def noted(stretch: Stretch, name: str) -> tuple[list[Columns], list[Trouble]]:
        done_here.append(stretch)
        return judged(stretch, name)

    monkeypatch.setattr(taking, "judged", noted)
    assert there.merge(full) == told
    assert len(done_here) == 1
    assert there.standings(CARDS) == here.standings(CARDS)
    assert there.collection.differences() == []


def _without_key(machine: Machine) -> None:
    """Its log may have two rows of one uuid now, as no program of ours makes one."""
    with closing(sqlite3.connect(machine.path)) as other, other:
        other.execute("CREATE TABLE there AS SELECT * FROM log")
        other.execute("DROP TABLE log")
        other.execute("ALTER TABLE there RENAME TO log")
        other.execute("UPDATE log SET uuid = 'twice' WHERE rowid IN (SELECT max(rowid) FROM log GROUP BY card)")


def test_of_rows_with_one_uuid_the_same_is_taken_whoever_is_quicker(
    desk: Machine, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.answer(*CARDS * 6)
    desk.desk.close()
    _without_key(desk)
    here, there, by_hand = make("here"), make("there"), make("by-hand")

    def slowly(stretch: Stretch, name: str) -> tuple[list[Columns], list[Trouble]]:
        time.sleep(1.5)
        return judged(stretch, name)

    with monkeypatch.context() as patched:
        patched.setattr(taking, "_MANY", 99)
        told = [by_hand.merge(desk)]
    with monkeypatch.context() as patched:
        patched.setattr(os, "cpu_count", lambda: 1)
        told.append(here.merge(desk))
    monkeypatch.setattr(taking, "judged", slowly)
    told.append(there.merge(desk))
    assert [(merged.new, merged.known) for merged in told] == [(11, 1)] * 3
    for machine in (here, there, by_hand):
        assert [len(machine.collection.history(card)) for card in CARDS] == [6, 5]
        assert machine.collection.differences() == []


def test_what_makes_no_sense_is_told_by_its_first_line(
    full: Machine, laptop: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    with rows_in(full.path, NOW) as taken:
        assert taken.length == 9
        assert taking.take(laptop.desk, taken, "other.db", NOW).new == 7
        (trouble,) = taken.troubles
    assert (trouble.fault, trouble.file, trouble.count, trouble.line) == (Fault.UNFIT, "other.db", 2, 5)
    assert laptop.collection.differences() == []


def test_a_dry_run_tells_the_same_and_writes_nothing(
    full: Machine, laptop: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    told = laptop.merge(full, dry_run=True)
    assert laptop.uuids() == set()
    assert laptop.merge(full) == told
    again = laptop.merge(full)
    assert (again.new, again.known, again.differing) == (0, 7, 0)


def _portion(machine: Machine, *rows: LogRow) -> Weighed:
    """Rows weighed as another process does."""
    found = weighed(machine.collection, list(map(columns_of, rows)))
    return replace(found, standings=machine.collection.standings_with(found.rows))


def _meanwhile(portion: Weighed, happens: Callable[[], object]) -> Iterator[Weighed]:
    happens()
    yield portion


def test_what_another_program_wrote_meanwhile_counts(make: Make) -> None:
    laptop, row = make("laptop"), answer("t/a")
    other, later = make("laptop"), answer("t/a", NOW + timedelta(days=3))
    portion = _portion(laptop, row)
    told = brought_in(laptop.collection, _meanwhile(portion, lambda: other.collection.append([later])), NOW)
    assert told.new == 1
    assert laptop.collection.history("t/a") == [row, later]
    assert laptop.collection.differences() == []


def test_rows_that_another_program_brought_in_meanwhile_are_there_once(laptop: Machine) -> None:
    row, other = answer("t/a"), answer("t/b")
    portion = _portion(laptop, row, other)
    laptop.collection.append([row._replace(entry=row.entry._replace(card="t/z"))])
    told = brought_in(laptop.collection, iter([portion]), NOW)
    assert told.new == 1
    assert [len(laptop.collection.history(card)) for card in ("t/a", "t/b", "t/z")] == [0, 1, 1]
    assert laptop.collection.differences() == []


def test_a_card_whose_rows_are_parted_stands_where_all_of_them_lead(laptop: Machine) -> None:
    rows = [answer("t/a", NOW + timedelta(days=day)) for day in range(3)]
    brought_in(laptop.collection, iter([_portion(laptop, row) for row in rows]), NOW)
    assert laptop.collection.history("t/a") == rows
    assert laptop.collection.differences() == []


def test_others_may_write_while_rows_are_weighed(full: Machine, laptop: Machine) -> None:
    here = laptop.collection

    def portions() -> Iterator[Weighed]:
        for number in range(3):
            with closing(sqlite3.connect(laptop.path, timeout=0)) as other:
                other.execute("BEGIN IMMEDIATE")
            yield _portion(laptop, *(answer(f"t/{number}", NOW + timedelta(days=day)) for day in range(4)))

    assert brought_in(here, portions(), NOW).new == 12
    assert here.differences() == []


def test_rows_that_are_unfit_count_to_what_is_brought_in_at_once(laptop: Machine) -> None:
    begun: list[bool] = []

    def portions() -> Iterator[Weighed]:
        for number in range(3):
            begun.append(bool(laptop.uuids()))
            troubles = [Trouble(fault=Fault.UNFIT, file="other.db", line=line) for line in range(6)]
            yield replace(_portion(laptop, answer(f"t/{number}")), troubles=troubles)

    brought_in(laptop.collection, portions(), NOW)
    assert begun == [False, True, True]
