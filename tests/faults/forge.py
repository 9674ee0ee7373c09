"""The program, run many times for the price of one start: a process that has imported it all forks for every run.

A run is a real process of its own, which can be killed or find the disk full at a moment, or be given a terminal.
"""

import ctypes
import json
import os
import signal
import subprocess
import sys
from dataclasses import InitVar, asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.docs.fences import ROOT

NOW = "2026-03-04T09:00:00+00:00"
PATIENCE = 30.0
"""Seconds, far more than any run takes."""
_TAKES_RIGHTS, _SEARCH, _DROP = 1, 2, 24
"""CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, PR_CAPBSET_DROP of Linux: without the first two, permissions bind root."""


@dataclass(frozen=True)
class Order:
    """What is to be run.

    It is killed `killed_after` seconds, or before it does a `killed_at`th thing to a file or a database; asked to end
    before it makes the `asked_at`th; the disk is full from the `full_at`th write on. `terminal` is the path of one to
    run at; `script` is run in the program's place, `environment` added to what the forge has.
    """

    words: list[str]
    home: str
    typed: str = ""
    now: str = NOW
    killed_after: float | None = None
    killed_at: int | None = None
    asked_at: int | None = None
    full_at: int | None = None
    terminal: str | None = None
    script: str | None = None
    environment: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Run:
    """What became of it: a negative `status` is the signal that ended it. `seconds` is how long it took."""

    status: int
    stdout: str
    stderr: str
    seconds: float

    @property
    def killed(self) -> bool:
        return self.status == -signal.SIGKILL

    @property
    def told(self) -> list[str]:
        """The lines that tell of errors."""
        return [line for line in self.stderr.splitlines() if line.startswith("quizapp: ")]


@dataclass
class Forge:
    """Talks to the process that forks; `environment` is what that one has beside ours."""

    environment: InitVar[dict[str, str] | None] = None
    process: "subprocess.Popen[str]" = field(init=False)

    def __post_init__(self, environment: dict[str, str] | None) -> None:
        self.process = _started(os.environ | (environment or {}))

    def start(self, order: Order) -> int:
        """Begins a run; its process id, the run still going on: `end` waits for it."""
        return int(self._ask({"start": asdict(order)})["pid"])

    def end(self, pid: int) -> Run:
        """Waits for a run to end."""
        return Run(**self._ask({"end": pid}))

    def run(self, *words: str, home: Path, **more: Any) -> Run:
        """A run from beginning to end."""
        return self.end(self.start(Order(list(words), str(home), **more)))

    def _ask(self, question: dict[str, Any]) -> dict[str, Any]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    def close(self) -> None:
        """Ends the process."""
        self.process.communicate()


def _started(environment: dict[str, str]) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "tests.faults.forking"],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=_bind,
    )


def _bind() -> None:
    """Lets permissions bind root; anybody else they bind anyway."""
    if os.geteuid() == 0 and sys.platform == "linux":
        libc = ctypes.CDLL(None)
        for right in (_TAKES_RIGHTS, _SEARCH):
            libc.prctl(_DROP, right, 0, 0, 0)
