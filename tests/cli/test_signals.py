"""A signal that asks a command to end: what it had begun is taken back, and the status says which one it was."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Home, Run

SIGNALLED = """
import os, sys

number, again = int(sys.argv.pop(1)), sys.argv.pop(1) == "again"

def ask(*_, **_named):
    os.kill(os.getpid(), number)

def writes(_):
    if again:
        os.unlink = ask
    ask()

os.fsync = writes
from quizapp.cli.app import app
app()
"""


def _exported(to: Path, number: int, again: str = "", ignored: bool = False) -> int:
    """The status of an export that is sent a signal while it writes, and perhaps again while it takes that back."""

    def ignore() -> None:
        if ignored:
            signal.signal(number, signal.SIG_IGN)

    words = ["export", "md", "-o", str(to), "--force"]
    command = [sys.executable, "-c", SIGNALLED, str(number), again, *words]
    return subprocess.run(command, check=False, timeout=60, preexec_fn=ignore, stderr=subprocess.DEVNULL).returncode


@pytest.fixture
def target(own: Home, run: Run, tmp_path: Path) -> Path:
    """A file that is to be replaced, alone in its folder."""
    own.write()
    run("list")  # so that the export itself writes nothing but its file
    (tmp_path / "out").mkdir()
    file = tmp_path / "out" / "report.md"
    file.write_text("before", encoding="utf-8")
    return file


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_what_was_begun_is_taken_back(target: Path, number: int, status: int) -> None:
    assert _exported(target, number) == status
    assert [*target.parent.iterdir()] == [target]
    assert target.read_text(encoding="utf-8") == "before"


def test_a_signal_that_the_caller_ignores_is_ignored(target: Path) -> None:
    assert _exported(target, signal.SIGHUP, ignored=True) == 0
    assert [*target.parent.iterdir()] == [target]
    assert target.read_text(encoding="utf-8") != "before"


def test_who_asks_once_more_does_not_wait(target: Path) -> None:
    assert _exported(target, signal.SIGTERM, "again") == -signal.SIGTERM
