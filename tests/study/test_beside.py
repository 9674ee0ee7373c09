"""Jobs done in several processes where others can be had, and else in one: what comes of them is the same."""

import os
import select
import subprocess
import sys
import time
from datetime import UTC, datetime
from functools import partial
from multiprocessing import active_children
from pathlib import Path
from threading import Thread

import pytest

from quizapp.exchange.archive import parts
from quizapp.exchange.archive.writing import archive_of
from quizapp.exchange.progress import ProgressWanted
from quizapp.scheduling.grades import Grade
from quizapp.study import beside
from quizapp.study.beside import results
from tests.docs.fences import ROOT
from tests.exchange.exported import CARDS, answer, home_with
from tests.faults.forge import PATIENCE
from tests.study.jobs import JOBS, Work, be_slow, interrupt, meet, opened, stop, unsendable, whose

NOW = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)


def _done(work: Work, processes: int = 2) -> list[tuple[int, int]]:
    return list(results(work, partial(opened, work), JOBS, processes))


class _Roomless(Thread):
    """A thread for which there is no room."""

    def start(self) -> None:
        raise RuntimeError("can't start new thread")


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    """A pipe with a name."""
    os.mkfifo(tmp_path / "pipe")
    return tmp_path / "pipe"


@pytest.mark.parametrize("processes", [2, 3])
def test_the_last_jobs_are_done_in_other_processes(pipe: Path, monkeypatch: pytest.MonkeyPatch, processes: int) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processes)
    done = _done(partial(meet, os.getpid(), pipe, False), processes)
    assert [job for job, _other in done] == list(JOBS)
    assert done[0][1] == os.getpid() != done[-1][1]


def test_no_more_jobs_are_given_than_are_left_here() -> None:
    first, last = results(whose, partial(opened, whose), JOBS[:2])
    assert first[1] == os.getpid() != last[1]


def test_a_process_without_more_to_do_ends_while_the_rest_is_dealt_with() -> None:
    found = results(whose, partial(opened, whose), JOBS[:2])
    assert next(found)[1] == os.getpid() != next(found)[1]
    for other in active_children():
        other.join(PATIENCE)
    assert active_children() == []
    assert list(found) == []


def test_jobs_that_fail_there_are_done_here(pipe: Path) -> None:
    assert _done(partial(meet, os.getpid(), pipe, True)) == [(job, os.getpid()) for job in JOBS]


def test_without_room_for_a_thread_all_are_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "Thread", _Roomless)
    assert {process for _job, process in _done(whose)} == {os.getpid()}
    assert not active_children()


def test_where_much_comes_of_jobs_others_do_the_next_ones() -> None:
    first, last = results(whose, partial(opened, whose), JOBS[:2], large=True)
    assert (first[0], last[0]) == (0, 1)
    assert first[1] != os.getpid() == last[1]


def test_little_of_it_waits_for_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "_KEPT", 1)
    here: list[int] = []

    def work(job: int) -> tuple[int, int]:
        here.append(job)
        return whose(job)

    found = results(work, partial(opened, whose), range(99), large=True)
    assert next(found)[1] != os.getpid()
    assert here == [beside._AHEAD]
    assert [job for job, _other in found] == list(range(1, 99))


@pytest.mark.parametrize("large", [False, True])
def test_what_a_process_has_that_stopped_is_done_here(large: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "_PATIENCE", 0.5)
    work = partial(stop, os.getpid())
    assert list(results(work, partial(opened, work), JOBS, large=large)) == [(job, os.getpid()) for job in JOBS]


def test_what_does_not_come_of_a_job_is_not_taken_from_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "_PATIENCE", 0.5)
    work = partial(unsendable, os.getpid())
    assert list(results(work, partial(opened, work), JOBS)) == [*JOBS]


def test_with_one_processor_all_are_done_here(pipe: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    work = partial(meet, os.getpid(), pipe, False)
    done = list(results(work, partial(opened, work), JOBS[1:]))
    assert done == [(job, os.getpid()) for job in JOBS[1:]]


_STARTS_SLOWLY = """
import os, sys

if "--multiprocessing-fork" in sys.orig_argv:
    with open(os.environ["STARTED"], "w") as started:
        print(os.getpid(), file=started)
    open(os.environ["GO_ON"]).readline()
"""


def test_control_c_while_another_process_starts_is_not_for_that_one(
    pipe: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hooks, go_on = tmp_path / "hooks", tmp_path / "go-on"
    hooks.mkdir()
    (hooks / "sitecustomize.py").write_text(_STARTS_SLOWLY, encoding="utf-8")
    os.mkfifo(go_on)
    for name, value in {"PYTHONPATH": f"{hooks}{os.pathsep}{ROOT}", "STARTED": pipe, "GO_ON": go_on}.items():
        monkeypatch.setenv(name, str(value))
    with go_on.open("r+b", buffering=0) as ours:  # one that reads as well waits for no reader
        done = _done(partial(interrupt, os.getpid(), pipe, ours.fileno()))
    assert done[0][1] == os.getpid() != done[-1][1]


_STAYING = """
import sys
import time
from contextlib import nullcontext
from functools import partial
from multiprocessing import active_children
from pathlib import Path
from quizapp.study.beside import results
from tests.study.jobs import JOBS, stay

work = partial(stay, Path(sys.argv[1]))
list(results(work, partial(nullcontext, work), JOBS))
"""


def test_no_process_outlives_the_one_that_it_works_for(pipe: Path) -> None:
    kept = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with subprocess.Popen([sys.executable, "-c", _STAYING, str(pipe)], cwd=ROOT) as process:
        assert _comes(kept) == b"begun"
        process.kill()
    assert _comes(kept) == b""
    os.close(kept)


def _comes(pipe: int) -> bytes:
    assert select.select([pipe], [], [], PATIENCE)[0]
    return os.read(pipe, 99)


def test_an_export_is_the_same_whoever_made_its_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with home_with(tmp_path, {"d/x.md": CARDS}) as desk:
        answer(desk, "nets/keeps", NOW, Grade.GOOD)
        here = b"".join(archive_of(desk, ProgressWanted(NOW)))
        monkeypatch.setattr(parts, "_MANY", 0)
        monkeypatch.setattr(parts, "_log", _never)  # the log is the last of the jobs, and so the other process's
        assert b"".join(archive_of(desk, ProgressWanted(NOW))) == here


def _never(*_: object) -> None:
    pytest.fail("it was made here")


def test_who_waits_for_another_process_takes_no_processor() -> None:
    work = partial(be_slow, os.getpid())
    processor: list[float] = []
    for _job in results(work, partial(opened, work), range(4)):
        processor.append(time.process_time())
    assert processor[-1] - processor[0] < 0.3
