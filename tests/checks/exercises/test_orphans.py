"""A program that is killed in the middle of an attempt takes the attempt with it."""

import subprocess
import sys
from pathlib import Path
from time import monotonic

from tests.checks.exercises.attempts import assert_nothing_is_left, started_by

ROOT = Path(__file__).parents[3]
PROGRAM = """
from tests.checks.exercises.attempts import exercise
from quizapp.checks.exercises import run
run("while True: pass", exercise())
"""


def test_nothing_goes_on_running_when_the_program_is_killed() -> None:
    program = subprocess.Popen([sys.executable, "-c", PROGRAM], cwd=ROOT)
    until = monotonic() + 10
    while not started_by(program.pid) and program.poll() is None:
        assert monotonic() < until
    program.kill()
    program.wait()
    assert_nothing_is_left()
