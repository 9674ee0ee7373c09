"""Jobs done in two processes where a second can be had, and else in one: what comes of them is the same."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from quizapp.errors import StoreError
from quizapp.exchange.archive import parts
from quizapp.exchange.archive.writing import archive_of
from quizapp.exchange.progress import ProgressWanted
from quizapp.scheduling.grades import Grade
from quizapp.study.beside import results
from quizapp.study.opening import Desk
from tests.exchange.exported import CARDS, answer, home_with

NOW = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)


def _begun(tests: int, pipe: Path, fails: bool, desk: Desk) -> Callable[[int], tuple[int, int, int]]:
    """Says of a job which process did it, and how many cards that one sees. The first job waits until the last is at
    work in another process than that of the `tests`; this one may fail then.
    """

    def work(job: int) -> tuple[int, int, int]:
        if os.getpid() != tests and job == 3:
            pipe.write_bytes(b"begun")
            if fails:
                raise StoreError("not there")
        elif job == 0:
            pipe.read_bytes()
        return job, os.getpid(), len(desk.collection.ids())

    return work


def _done(folder: Path, fails: bool) -> list[tuple[int, int, int]]:
    os.mkfifo(folder / "pipe")
    with home_with(folder, {"d/x.md": CARDS}) as desk:
        return list(results(desk, NOW, partial(_begun, os.getpid(), folder / "pipe", fails), range(4)))


def test_the_last_jobs_are_done_in_another_process(tmp_path: Path) -> None:
    done = _done(tmp_path, fails=False)
    assert [job for job, _process, _cards in done] == [0, 1, 2, 3]
    assert done[0][1] == os.getpid() != done[3][1]
    assert {cards for _job, _process, cards in done} == {6}


def test_jobs_that_fail_there_are_done_here(tmp_path: Path) -> None:
    assert [done[:2] for done in _done(tmp_path, fails=True)] == [(job, os.getpid()) for job in range(4)]


def test_with_one_processor_all_are_done_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    with home_with(tmp_path, {"d/x.md": CARDS}) as desk:
        done = list(results(desk, NOW, partial(_begun, os.getpid(), tmp_path, False), range(1, 4)))
    assert [found[:2] for found in done] == [(job, os.getpid()) for job in range(1, 4)]


def _never(*_: object) -> None:
    pytest.fail("it was made here")


def test_an_export_is_the_same_whoever_made_its_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with home_with(tmp_path, {"d/x.md": CARDS}) as desk:
        answer(desk, "nets/keeps", NOW, Grade.GOOD)
        here = b"".join(archive_of(desk, ProgressWanted(NOW)))
        monkeypatch.setattr(parts, "_MANY", 0)
        monkeypatch.setattr(parts, "_log", _never)  # the log is the last of the jobs, and so the other process's
        assert b"".join(archive_of(desk, ProgressWanted(NOW))) == here
