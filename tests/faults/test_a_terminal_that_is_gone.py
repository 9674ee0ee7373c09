"""A terminal that is closed ends the program, also one whose caller lets it outlive terminals (nohup)."""

import fcntl
import os
import pty
import select
import signal
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tests.docs.fences import ROOT
from tests.faults.forge import PATIENCE
from tests.faults.homes import furnished


@pytest.mark.parametrize("outlives", [True, False])
@pytest.mark.parametrize("of_its_session", [True, False])
def test_it_ends_and_does_not_go_round_for_keys_that_never_come(
    tmp_path: Path, of_its_session: bool, outlives: bool
) -> None:
    """A terminal that is of no session, or another's, sends no signal when it goes."""
    home = furnished(tmp_path / "home")
    ours, theirs = pty.openpty()

    def prepare() -> None:
        signal.signal(signal.SIGHUP, signal.SIG_IGN if outlives else signal.SIG_DFL)
        os.setsid()
        if of_its_session:
            fcntl.ioctl(theirs, termios.TIOCSCTTY, 0)

    environment = os.environ | {"QUIZAPP_HOME": str(home), "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, "-m", "quizapp"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment,
        cwd=tmp_path,
        preexec_fn=prepare,
    )
    shown = b""
    while b"deck" not in shown:
        assert select.select([ours], [], [], PATIENCE)[0]
        shown += os.read(ours, 65_536)
    os.close(theirs)
    os.close(ours)
    try:
        assert process.wait(PATIENCE) == -signal.SIGHUP
    finally:
        process.kill()
