"""Work beside: done in a second process where that can be had, and else here."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizapp.errors import StoreError
from quizapp.exchange.archive import writing
from quizapp.exchange.archive.writing import archive_of
from quizapp.exchange.progress import ProgressWanted
from quizapp.scheduling.grades import Grade
from quizapp.study.beside import beside
from quizapp.study.opening import Desk
from tests.exchange.exported import CARDS, answer, home_with

NOW = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)


def _process(desk: Desk) -> tuple[int, int]:
    return os.getpid(), len(desk.collection.ids())


def _only_here(desk: Desk) -> int:
    """Fails without a word in any process but that of the tests."""
    if os.getpid() != int(os.environ["TESTS_PROCESS"]):
        raise StoreError("not there")
    return os.getpid()


def test_the_collection_is_worked_on_in_another_process(tmp_path: Path) -> None:
    with home_with(tmp_path, {"d/x.md": CARDS}) as desk, beside(desk, NOW, _process) as result:
        process, cards = result()
        assert process != os.getpid()
        assert cards == len(desk.collection.ids())


def test_what_fails_there_is_done_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TESTS_PROCESS", str(os.getpid()))
    with home_with(tmp_path, {"d/x.md": CARDS}) as desk, beside(desk, NOW, _only_here) as result:
        assert result() == os.getpid()


def test_with_one_processor_it_is_done_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    with home_with(tmp_path, {"d/x.md": CARDS}) as desk, beside(desk, NOW, _process) as result:
        assert result()[0] == os.getpid()


def test_an_export_is_the_same_whoever_read_the_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with home_with(tmp_path, {"d/x.md": CARDS}) as desk:
        answer(desk, "nets/keeps", NOW, Grade.GOOD)
        here = b"".join(archive_of(desk, ProgressWanted(NOW)))
        monkeypatch.setattr(writing, "_MANY", 0)
        assert b"".join(archive_of(desk, ProgressWanted(NOW))) == here
