"""Code that reaches for anything but its own memory: files, processes, the network, the program that started it.

Each wall is asserted where it stands; what stands on this machine, the outcome itself tells.
"""

from pathlib import Path

import pytest

from quizapp.checks.exercises.outcome import Kind
from quizapp.checks.exercises.walls import walls
from tests.checks.exercises.attempts import attempt

STANDING = walls().standing


def denied(body: str, wall: str) -> bool:
    """Runs it, with all assertions on time and processes; True unless the wall stands and it got through."""
    outcome = attempt(body)
    return wall not in STANDING or (outcome.kind is Kind.ERROR and "Error" in outcome.fault)


def test_a_fork_bomb_starts_nothing() -> None:
    assert denied("import os\nwhile True: os.fork()", "processes")


def test_no_program_can_be_started() -> None:
    assert denied("import subprocess\nsubprocess.run(['/bin/sleep', '1000'])", "processes")


def test_a_process_that_leaves_the_group_cannot_be_started() -> None:
    assert denied("import os\nif os.fork() == 0:\n  os.setsid()\n  while True: pass\nreturn 2", "processes")


def test_no_thread_can_be_started() -> None:
    attempt("import threading\nfor _ in range(100): threading.Thread(target=lambda: [0 for _ in iter(int, 1)]).start()")


@pytest.mark.parametrize("reading", ["open(place + '/secret').read()", "__import__('os').listdir(place)"])
def test_files_cannot_be_read(tmp_path: Path, reading: str) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    assert denied(f"place = {str(tmp_path)!r}\nreturn {reading}", "files")


def test_the_home_folder_cannot_be_read() -> None:
    assert denied("import os, pwd\nreturn os.listdir(pwd.getpwuid(os.getuid()).pw_dir)", "files")


def test_the_parent_cannot_be_read_through_proc() -> None:
    assert denied("import os\nreturn open(f'/proc/{os.getppid()}/environ').read()", "files")


@pytest.mark.parametrize(
    "writing",
    [
        "open(place + '/new', 'w').write('x')",
        "os.mkdir(place + '/new')",
        "os.mkfifo(place + '/new')",
        "os.symlink('/', place + '/new')",
        "os.link(place + '/kept', place + '/new')",
        "os.unlink(place + '/kept')",
        "os.rename(place + '/kept', place + '/new')",
        "os.truncate(place + '/kept', 0)",
    ],
)
def test_files_cannot_be_changed(tmp_path: Path, writing: str) -> None:
    (tmp_path / "kept").write_text("kept", encoding="utf-8")
    through = not denied(f"import os\nplace = {str(tmp_path)!r}\n{writing}", "files")
    assert not through
    if "files" in STANDING:
        assert [file.name for file in tmp_path.iterdir()] == ["kept"]
        assert (tmp_path / "kept").read_text(encoding="utf-8") == "kept"


@pytest.mark.parametrize("changing", ["os.chmod(place, 0)", "os.utime(place, (0, 0))", "os.chown(place, 1, 1)"])
def test_what_is_known_of_files_cannot_be_changed(tmp_path: Path, changing: str) -> None:
    file = tmp_path / "kept"
    file.write_text("kept", encoding="utf-8")
    before = file.stat()
    denied(f"import os\nplace = {str(file)!r}\n{changing}", "processes")
    if "processes" in STANDING and "network" in STANDING:  # what denies these denies all but computing
        assert (file.stat().st_mode, file.stat().st_mtime_ns) == (before.st_mode, before.st_mtime_ns)


@pytest.mark.parametrize("kind", ["SOCK_STREAM", "SOCK_DGRAM"])
def test_there_is_no_network(kind: str) -> None:
    body = f"import socket\nsocket.socket(socket.AF_INET, socket.{kind}).connect(('127.0.0.1', 9))\nreturn 2"
    assert denied(body, "network")


@pytest.mark.parametrize("number", [0, 9, 15])
def test_the_program_that_started_it_cannot_be_signalled(number: int) -> None:
    if "signals" in STANDING:
        assert denied(f"import os\nos.kill(os.getppid(), {number})\nreturn 2", "signals")


def test_the_program_that_started_it_cannot_be_signalled_by_way_of_a_descriptor() -> None:
    body = "import fcntl, os\nfcntl.fcntl(0, fcntl.F_SETOWN, os.getppid())\nreturn 2"
    if "signals" in STANDING and "processes" in STANDING:
        assert denied(body, "signals")


def test_limits_cannot_be_raised_again() -> None:
    body = "import resource\nresource.setrlimit(resource.RLIMIT_CPU, (1000, 1000))\nreturn 2"
    assert attempt(body).kind is Kind.ERROR


def test_there_is_no_terminal_to_write_to() -> None:
    assert attempt("open('/dev/tty', 'w').write('\\x1b[2J')\nreturn 2").kind is Kind.ERROR


def test_there_is_nothing_to_read_from_the_standard_input() -> None:
    assert attempt("return input()").fault.startswith("EOFError")


def test_the_scratch_folder_is_gone_afterwards() -> None:
    outcome = attempt("import os\nprint(os.getcwd())\nreturn 2")
    place = Path(outcome.printed.strip())
    assert place.name.startswith("quizapp-")
    assert not place.exists()


def test_the_environment_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "secret")
    outcome = attempt("import os\nprint(sorted(os.environ))\nreturn 2")
    assert "SECRET_TOKEN" not in outcome.printed
    assert "HOME" not in outcome.printed
