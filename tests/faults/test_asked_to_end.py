"""Asked to end at any moment of an import, export, merge, backup or restore: nothing is lost, or left half-made."""

import os
import pty
import select
import shutil
import signal
import subprocess
import sys
import termios
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quizapp.store.copies.backups import integrity
from tests.docs.fences import ROOT
from tests.faults.forge import PATIENCE, Forge
from tests.faults.homes import answers, furnished
from tests.faults.test_killed_at_work import LATER, WORKS, copied, prepared, worded

ASKED = 128 + signal.SIGTERM
SIGNALS = [signal.SIGTERM, signal.SIGHUP]


@pytest.mark.parametrize("name", [name for name in WORKS if name != "upgrade"])
def test_asked_at_work_it_leaves_nothing_half_made(forge: Forge, tmp_path: Path, name: str) -> None:
    kept = prepared(forge, tmp_path, name)
    found: list[Counter[str]] = []
    status = ASKED
    while status == ASKED:
        shaken = copied(kept, tmp_path)
        temporary = shaken / "temporary"
        temporary.mkdir()
        words, environment = worded(name, shaken), {"TMPDIR": str(temporary)}
        done = forge.run(*words, home=shaken / "home", now=LATER, asked_at=len(found), environment=environment)
        status = done.status
        assert status == 0 or (status, done.stderr) == (ASKED, "")
        assert not [*temporary.iterdir(), *shaken.rglob(".quizapp-*")]
        assert not [file for file in shaken.rglob("*.db") if integrity(file)]
        found.append(answers(shaken / "home"))
        shutil.rmtree(shaken)
    assert len(found) > 4
    assert all(answers(kept / "home") & found[-1] <= each for each in found)


PAINTING = """
import os, sys
from textual.screen import Screen
from quizapp.__main__ import main

paint, asked, number = Screen._on_timer_update, [], int(sys.argv.pop())

def asked_then(screen):
    paint(screen)
    if not asked:
        asked.append(os.kill(os.getpid(), number))

Screen._on_timer_update = asked_then
main()
"""
"""A program that is asked to end while it paints."""


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize("paints", [False, True], ids=["at rest", "painting"])
def test_the_interface_leaves_the_terminal_as_it_was(tmp_path: Path, paints: bool, number: signal.Signals) -> None:
    ours, theirs = pty.openpty()
    before = termios.tcgetattr(theirs)
    with _interface(tmp_path, theirs, *(["-c", PAINTING, f"{number:d}"] if paints else [])) as process:
        if not paints:
            _read(ours, b"deck")
            assert termios.tcgetattr(theirs) != before
            process.send_signal(number)
        _read(ours, b"\x1b[?1049l")
        assert process.wait(PATIENCE) == 128 + number
    assert termios.tcgetattr(theirs) == before
    os.close(theirs)
    os.close(ours)


def test_a_terminal_that_takes_nothing_any_more_does_not_hold_the_interface(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    with _interface(tmp_path, theirs) as process:
        _read(ours, b"deck")
        termios.tcflow(theirs, termios.TCOOFF)  # as Control-S does
        os.write(ours, b"?")  # it paints, and waits for the terminal
        process.terminate()
        assert process.wait(PATIENCE) in (-signal.SIGALRM, ASKED)
    os.close(theirs)
    os.close(ours)


@contextmanager
def _interface(folder: Path, terminal: int, *program: str) -> Iterator[subprocess.Popen[bytes]]:
    home = furnished(folder / "home")
    process = subprocess.Popen(
        [sys.executable, *(program or ("-m", "quizapp"))],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        env=os.environ | {"QUIZAPP_HOME": str(home), "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)},
        start_new_session=True,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


EDITOR = """
import signal, sys, time

def keep(*_):
    time.sleep(0.2)
    open(sys.argv[1], "a").write("unsaved")
    sys.exit(1)

signal.signal(signal.SIGHUP, keep)
signal.signal(signal.SIGTERM, keep)
print("there", flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("number", SIGNALS)
def test_an_editor_keeps_what_was_not_saved(tmp_path: Path, number: signal.Signals) -> None:
    editor, file = tmp_path / "editor.py", tmp_path / "file"
    editor.write_text(EDITOR)
    code = (
        "from quizapp.cli.signals import endable\nfrom quizapp.study.exercises.editor import wait_for\n"
        f"with endable(): wait_for([{sys.executable!r}, {str(editor)!r}, {str(file)!r}])"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=ROOT, start_new_session=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"there\n"
        os.killpg(process.pid, number)  # as a terminal does that is closed
        assert process.wait(PATIENCE) == 128 + number
    assert file.read_text() == "unsaved"


def _read(terminal: int, until: bytes) -> None:
    shown = b""
    while until not in shown:
        assert select.select([terminal], [], [], PATIENCE)[0], shown
        shown += os.read(terminal, 65_536)
