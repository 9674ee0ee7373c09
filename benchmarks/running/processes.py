"""Plain processes: how long one takes from its start to its end, and how much memory at most."""

import os
import subprocess
import sys
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import PROCESSOR, by_processor
from benchmarks.homes.cards import NOW

QUIZAPP = (sys.executable, "-m", "quizapp")
ROOT = Path(__file__).parents[2]
_KIBIBYTES = 1 if sys.platform != "darwin" else 1 / 1024


@dataclass(frozen=True)
class Ran:
    """A process that ended: milliseconds, megabytes at the most, and what it wrote to stdout."""

    milliseconds: float
    peak: float
    output: str


def environment(home: Path) -> dict[str, str]:
    """What a learner's process finds: a home, the time at which everything is measured, a terminal."""
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR", "LD_LIBRARY_PATH", PROCESSOR) if name in os.environ}
    ours = {"QUIZAPP_HOME": str(home), "QUIZAPP_NOW": NOW.isoformat(), "HOME": str(home), "TZ": "UTC"}
    terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
    return kept | ours | terminal | {"PYTHONPATH": str(ROOT)}


def run(words: Sequence[str], home: Path, folder: Path | None = None, well: Collection[int] = (0,)) -> Ran:
    """Runs a process, in a folder; it must end with a status that says that all is well.

    Its memory is the kernel's figure for it, never below that of the process that starts it: this one stays small.
    """
    start = time.perf_counter()
    # What it says goes nowhere unless it fails: then it is the benchmark's fault, and it should be seen.
    with subprocess.Popen(
        words, cwd=folder, env=environment(home), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        output, said = process.stdout.read(), process.stderr.read()
        _, ended, usage = os.wait4(process.pid, 0)
        took = (time.perf_counter() - start) * 1_000
        process.returncode = os.waitstatus_to_exitcode(ended)
    assert process.returncode in well, f"{' '.join(words)} ended with {process.returncode}: {said.decode()}"
    if by_processor():
        took = (usage.ru_utime + usage.ru_stime) * 1_000
    return Ran(took, usage.ru_maxrss * _KIBIBYTES / 1024, output.decode())
