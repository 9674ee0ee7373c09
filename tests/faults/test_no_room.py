"""A disk that is full at any write: one plain sentence, nothing half-written; the same key works once there is room.

A process may be kept from making files longer than so many bytes: then each write that would is refused, as on a full
disk. The limit is moved through all that a step writes, so that each of its writes fails once.
"""

import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.fences import ROOT
from tests.faults.conftest import rounds
from tests.faults.forge import Forge, Run
from tests.faults.homes import AFTERWARDS, answers, assert_sound, furnished, reviewed
from tests.faults.terminals import Terminal

LATER = "2026-03-06T09:00:00+00:00"

STEPS = {
    "first start": ["list"],
    "answer": ["review", "--plain", "--limit", "1"],
    "suspend": ["suspend", "q1"],
    "rebuild": ["doctor", "--rebuild"],
    "backup": ["backup", "{aside}/backup.db"],
    "export json": ["export", "json", "-o", "{aside}/all.json", "--force"],
    "export apkg": ["export", "apkg", "-o", "{aside}/all.apkg", "--force"],
    "import": ["import", "{aside}/notes.csv", "--header"],
    "add": ["add", "--topic", "t", "--prompt", "What is new?", "--answer", "This."],
}


def sizes(folder: Path) -> set[int]:
    """How long the files below a folder are."""
    return {path.stat().st_size for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("step", STEPS)
def test_each_write_of_a_step_may_fail(forge: Forge, tmp_path: Path, step: str) -> None:
    kept = tmp_path / "kept"
    (kept / "aside").mkdir(parents=True)
    (kept / "aside" / "notes.csv").write_text("question,answer\nWhat is n?,It is n.\n" * 40, encoding="utf-8")
    furnished(kept / "home")
    if step != "first start":
        reviewed(forge, kept / "home", 3)
    shutil.copytree(kept, tmp_path / "undisturbed")
    assert do(forge, step, tmp_path / "undisturbed").status == 0
    longest, tries, failed = max(sizes(tmp_path / "undisturbed")), rounds(3, 60), 0
    for number in range(tries):
        shaken = tmp_path / f"shaken{number}"
        shutil.copytree(kept, shaken)
        run = do(forge, step, shaken, room=longest * number // tries)
        whole = (run.status, run.told) == (0, [])
        failed += not whole
        assert whole or told_plainly(run), f"{number} of {tries}: {run.stderr}"
        assert_nothing_half_written(forge, kept, shaken)
        again = do(forge, step, shaken) if not whole else run
        assert (again.status, again.told) == (0, []), again.stderr
        shutil.rmtree(shaken)
    assert failed


def do(forge: Forge, step: str, folder: Path, room: int | None = None) -> Run:
    """A step of the learner, perhaps where files may be no longer than `room`."""
    words = [word.format(aside=folder / "aside") for word in STEPS[step]]
    return forge.run(*words, home=folder / "home", now=LATER, typed="\n3\n", room=room)


def told_plainly(run: Run) -> bool:
    """A sentence, or two where the day's backup failed as well: that alone keeps nobody from anything."""
    return len(run.told) in (1, 2) and "Traceback" not in run.stderr and run.status in (0, 1, 2)


def assert_nothing_half_written(forge: Forge, kept: Path, shaken: Path) -> None:
    """What was there before is there, card files are whole, and no part of a file lies about."""
    assert "WRONG" not in forge.run("doctor", home=shaken / "home", now=AFTERWARDS).stdout
    if (kept / "home" / "quizapp.db").exists():
        assert answers(kept / "home") <= answers(shaken / "home")
    before = (kept / "home" / "cards" / "deck" / "t.md").read_bytes()
    assert (shaken / "home" / "cards" / "deck" / "t.md").read_bytes().startswith(before)
    left = [path.name for path in shaken.rglob("*") if path.name.endswith((".part", ".tmp"))]
    assert not left


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can change the limit of another process")
def test_an_answer_that_cannot_be_written_is_told_stays_and_is_taken_by_the_same_key(forge: Forge, home: Path) -> None:
    furnished(home)
    reviewed(forge, home, 3)
    terminal = Terminal.open(forge, "review", home=home)
    terminal.wait_for("What is 3?")
    terminal.type(" ")
    terminal.wait_for("It is 3.")
    log = home / "quizapp.db-wal"
    resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (log.stat().st_size, resource.RLIM_INFINITY))
    terminal.type("3")
    terminal.wait_for("look whether its disk is there")
    assert "Traceback" not in terminal.shown
    assert sum(answers(home).values()) == 3
    resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    terminal.type("3")
    terminal.wait_for("What is 4?")
    assert terminal.kill().killed
    assert answers(home) == {"q0": 1, "q1": 1, "q2": 1, "q3": 1}
    assert_sound(forge, home)


_ON_A_SMALL_DISK = """
set -e
mount -t tmpfs -o size=1m none "$1"
cp -r "$2"/. "$1"
export QUIZAPP_HOME="$1" QUIZAPP_NOW=2026-03-04T10:00:00+00:00
cat /dev/zero > "$1/ballast" 2> /dev/null || true
printf '\\n3\\n' | "$3" -m quizapp review --plain || echo "refused with $?"
rm "$1/ballast"
printf '\\n3\\n' | "$3" -m quizapp review --plain
"$3" -m quizapp doctor | grep -c WRONG || true
cp "$1/quizapp.db" "$2"
"""


def test_on_a_disk_that_is_really_full_an_answer_is_refused_and_then_taken(
    forge: Forge, home: Path, tmp_path: Path
) -> None:
    (small := tmp_path / "small").mkdir()
    alone = ["unshare", "--map-root-user", "--mount"]
    if (
        not shutil.which("unshare")
        or subprocess.run([*alone, "mount", "-t", "tmpfs", "none", small], check=False).returncode
    ):
        pytest.skip("no small disk can be made here")
    reviewed(forge, furnished(home), 3)
    done = subprocess.run(
        [*alone, "sh", "-c", _ON_A_SMALL_DISK, "sh", small, home, sys.executable],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert "refused with 2" in done.stdout
    assert "there is no room left on the disk: make room; nothing was half-written" in done.stderr
    assert answers(home) == {"q0": 1, "q1": 1, "q2": 1, "q3": 1}
