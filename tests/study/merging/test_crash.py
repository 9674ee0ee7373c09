"""A program that is killed while it writes into the folder loses nothing."""

import pytest

from quizapp.study.merging import own_file
from quizapp.study.merging.troubles import Fault
from tests.faults.forge import Forge
from tests.study.merging.conftest import Make
from tests.study.merging.machines import Machine

# Writes as many bytes as it is told, then dies as hard as a process can.
SCRIPT = """
import os, signal
from quizapp.cli import clock
from quizapp.paths import places
from quizapp.study.merging import own_file
from quizapp.study.merging.synchronizing import synchronize
from quizapp.study.opening import open_desk

left = int(words[0])

def write(stream, piece):
    global left
    stream.write(bytes(piece[:left]))
    left -= len(piece)
    if left <= 0:
        os.kill(os.getpid(), signal.SIGKILL)

own_file._write = write
own_file._PIECE = 300
with open_desk(places(), clock.now()) as desk:
    synchronize(desk, clock.now())
"""


@pytest.mark.parametrize("bytes_written", [1, 60, 120, 500, 1501])
def test_what_it_did_not_write_is_written_the_next_time(
    desk: Machine, laptop: Machine, make: Make, forge: Forge, bytes_written: int
) -> None:
    desk.answer(*(f"t/{number}" for number in range(12)))
    uuids = desk.uuids()
    desk.desk.close()
    killed = forge.run(str(bytes_written), home=desk.path.parent, script=SCRIPT)
    assert killed.killed, killed.stderr
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


def test_rows_that_it_did_write_are_not_written_again(desk: Machine, laptop: Machine, forge: Forge) -> None:
    desk.answer("t/first")
    desk.sync()
    before = desk.file.stat().st_size
    desk.answer("t/a", "t/b", "t/c")
    desk.desk.close()
    assert forge.run("500", home=desk.path.parent, script=SCRIPT).killed
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
