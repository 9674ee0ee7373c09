"""A program that is killed while it writes into the folder loses nothing."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.study.merging import own_file
from quizapp.study.merging.troubles import Fault
from tests.docs.fences import ROOT
from tests.study.merging.conftest import Make
from tests.study.merging.machines import Machine

# Writes as many bytes as it is told, then dies as hard as a process can.
SCRIPT = """
import os, signal, sys
from pathlib import Path
from quizapp.study.merging import own_file
from tests.study.merging.machines import machine

left = int(sys.argv[3])

def write(stream, piece):
    global left
    stream.write(bytes(piece[:left]))
    left -= len(piece)
    if left <= 0:
        os.kill(os.getpid(), signal.SIGKILL)

own_file._write = write
own_file._PIECE = 300
machine(Path(sys.argv[1]), Path(sys.argv[2])).sync()
"""


@pytest.mark.parametrize("bytes_written", [1, 60, 120, 500, 1501])
def test_what_it_did_not_write_is_written_the_next_time(
    desk: Machine, laptop: Machine, make: Make, shared: Path, bytes_written: int
) -> None:
    desk.answer(*(f"t/{number}" for number in range(12)))
    uuids = desk.uuids()
    desk.desk.close()
    words = [sys.executable, "-c", SCRIPT, str(desk.path.parent), str(shared), str(bytes_written)]
    killed = subprocess.run(words, cwd=ROOT, check=False, capture_output=True, timeout=60)
    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    assert desk.file.stat().st_size == bytes_written
    laptop.sync()
    assert laptop.uuids() < uuids
    desk.reopen()
    done = desk.sync()
    assert done.written == 12 - len(laptop.uuids())
    assert [trouble.fault for trouble in done.troubles] in ([], [Fault.BROKEN])
    assert desk.uuids() == uuids
    laptop.sync()
    third = make("third")
    third.sync()
    assert third.uuids() == uuids


def test_rows_that_it_did_write_are_not_written_again(desk: Machine, laptop: Machine, shared: Path) -> None:
    desk.answer("t/first")
    desk.sync()
    before = desk.file.stat().st_size
    desk.answer("t/a", "t/b", "t/c")
    desk.desk.close()
    words = [sys.executable, "-c", SCRIPT, str(desk.path.parent), str(shared), "500"]
    assert subprocess.run(words, cwd=ROOT, check=False, timeout=60).returncode == -signal.SIGKILL
    assert desk.file.stat().st_size == before + 500
    desk.reopen()
    assert desk.sync().written == 2
    laptop.sync()
    assert laptop.uuids() == desk.uuids()


def test_a_disk_without_room_is_told_and_the_rest_follows(
    desk: Machine, laptop: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.answer(*(f"t/{number}" for number in range(12)))

    def write(stream: object, piece: bytes) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(own_file, "_write", write)
        done = desk.sync()
    assert (done.failed, done.written) == (True, 0)
    assert "No space left" in done.fresh[0].why
    assert desk.sync().written == 12
    assert laptop.sync().merged.new == 12
