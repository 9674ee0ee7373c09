"""What goes to stdout is written whole, or the failure is told: also where Python does not buffer."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Forked, Home


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_disk_that_takes_only_a_part_is_told(own: Home, forked: Forked, tmp_path: Path, unbuffered: str) -> None:
    own.write("".join(f"## What is {number}? {{#q{number}}}\n\nIt is {number}.\n\n" for number in range(900)))
    room = 50_000

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))

    for _ in range(2):  # the cards are read, and the day's backup is made, with room enough
        assert forked("list").status == 0
    with (tmp_path / "out.json").open("w") as out:
        environment = os.environ | {"PYTHONUNBUFFERED": unbuffered}
        ended = subprocess.run(
            [sys.executable, "-m", "quizapp", "list", "--json"],
            stdout=out,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
            preexec_fn=little_room,
        )
    assert ended.returncode == 2
    assert ended.stderr.startswith("quizapp: there is no room on the disk")
    assert (tmp_path / "out.json").stat().st_size == room
