"""A signal that asks a command to end: what it had begun is taken back, and the status says which one it was."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Forked, Home

SIGNALLED = """
import os

number, again = int(words.pop(0)), words.pop(0) == "again"

def ask(*_, **_named):
    os.kill(os.getpid(), number)

def writes(_):
    if again:
        os.unlink = ask
    ask()

os.fsync = writes
from quizapp.cli.app import app
app.main(words)
"""
EXPORT = ("export", "md", "--force", "-o")


@pytest.fixture
def target(own: Home, forked: Forked, tmp_path: Path) -> Path:
    """A file that is to be replaced, alone in its folder."""
    own.write()
    for _ in range(2):  # the day's backup is made as well: then the export itself writes nothing but its file
        forked("list")
    (tmp_path / "out").mkdir()
    file = tmp_path / "out" / "report.md"
    file.write_text("before", encoding="utf-8")
    return file


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_what_was_begun_is_taken_back(target: Path, forked: Forked, number: int, status: int) -> None:
    assert forked(f"{number:d}", "", *EXPORT, str(target), script=SIGNALLED).status == status
    assert [*target.parent.iterdir()] == [target]
    assert target.read_text(encoding="utf-8") == "before"


def test_a_signal_that_the_caller_ignores_is_ignored(target: Path) -> None:
    def ignore() -> None:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)

    script = f"import sys; words = sys.argv[1:]\n{SIGNALLED}"
    command = [sys.executable, "-c", script, f"{signal.SIGHUP:d}", "", *EXPORT, str(target)]
    done = subprocess.run(command, check=False, timeout=60, preexec_fn=ignore, stderr=subprocess.DEVNULL)
    assert done.returncode == 0
    assert [*target.parent.iterdir()] == [target]
    assert target.read_text(encoding="utf-8") != "before"


def test_who_asks_once_more_does_not_wait(target: Path, forked: Forked) -> None:
    done = forked(f"{signal.SIGTERM:d}", "again", *EXPORT, str(target), script=SIGNALLED)
    assert done.status == -signal.SIGTERM
