"""A disk that is full at any write: one plain sentence, nothing half-written; the same key works once there is room.

A process may be kept from writing to files: then each write is refused, as on a full disk. That begins with the first
write of a step, then with its second, so that each of its writes fails once.
"""

import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.fences import ROOT
from tests.faults.forge import Forge, Run
from tests.faults.homes import AFTERWARDS, answers, assert_sound, files, furnished, reviewed
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


@pytest.mark.parametrize("step", STEPS)
def test_each_write_of_a_step_may_fail(forge: Forge, tmp_path: Path, step: str) -> None:
    kept, undisturbed, shaken = (tmp_path / name for name in ("kept", "undisturbed", "shaken"))
    (kept / "aside").mkdir(parents=True)
    (kept / "aside" / "notes.csv").write_text("question,answer\nWhat is n?,It is n.\n" * 40, encoding="utf-8")
    furnished(kept / "home")
    if step != "first start":
        reviewed(forge, kept / "home", 3)
        forge.run("list", home=kept / "home", now=LATER)  # makes the day's backup: what is left to do is the step alone
    shutil.copytree(kept, undisturbed)
    assert do(forge, step, undisturbed).status == 0
    writes, whole = 0, False
    while not whole:
        shutil.copytree(kept, shaken)
        run = do(forge, step, shaken, full_at=writes)
        whole = (run.status, run.told) == (0, [])
        assert whole or told_plainly(run), f"write {writes}: {run.stderr}"
        assert_nothing_half_written(forge, kept, shaken)
        assert left(shaken) <= left(kept) | left(undisturbed)
        again = do(forge, step, shaken) if not whole else run
        assert (again.status, again.told) == (0, []), again.stderr
        assert left(undisturbed) <= left(shaken)
        shutil.rmtree(shaken)
        writes += 1
    assert writes > 1


def left(folder: Path) -> set[str]:
    """The files there are by now, but for the cards that were kept because they could not be added."""
    return {name for name in files(folder) if "/drafts/refused-" not in name}


def do(forge: Forge, step: str, folder: Path, full_at: int | None = None) -> Run:
    """A step of the learner, perhaps on a disk that is full from one of its writes on."""
    words = [word.format(aside=folder / "aside") for word in STEPS[step]]
    return forge.run(*words, home=folder / "home", now=LATER, typed="\n3\n", full_at=full_at)


def told_plainly(run: Run) -> bool:
    """A sentence, or two where the day's backup failed as well: that alone keeps nobody from anything.

    The doctor tells in the table of what it found.
    """
    told = len(run.told) in (1, 2) or "WRONG" in run.stdout
    return told and "Traceback" not in run.stderr and run.status in (0, 1, 2)


def assert_nothing_half_written(forge: Forge, kept: Path, shaken: Path) -> None:
    """What was there before is there, and card files are whole."""
    assert "WRONG" not in forge.run("doctor", home=shaken / "home", now=AFTERWARDS).stdout
    if (kept / "home" / "quizapp.db").exists():
        assert answers(kept / "home") <= answers(shaken / "home")
    before = (kept / "home" / "cards" / "deck" / "t.md").read_bytes()
    assert (shaken / "home" / "cards" / "deck" / "t.md").read_bytes().startswith(before)


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
