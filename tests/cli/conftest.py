import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from quizapp.cli.app import app
from tests.faults import forge as forging

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-24T09:00:00+00:00"
TOMORROW = "2026-11-25T09:00:00+00:00"

ONE_CARD = """\
---
topic: pooling
title: Pooling
tags: [cnn]
---

Notes on pooling.

## What does max pooling keep? {#keeps}

The largest value.

It drops the others.
"""

Run = Callable[..., Result]
Completed = Callable[..., list[str]]
Forked = Callable[..., forging.Run]


@dataclass(frozen=True)
class Home:
    """A learner's own place, with nothing but the cards that a test writes."""

    path: Path

    def write(self, text: str = ONE_CARD, name: str = "pooling.md", deck: str = "06-pools") -> Path:
        file = self.path / "cards" / deck / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def configure(self, text: str) -> None:
        (self.path / "config.toml").write_text(f"bundled = false\n{text}\n", encoding="utf-8")


@pytest.fixture
def own(home: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home without the bundled decks, on a fixed day."""
    home.mkdir()
    for name, value in {"QUIZAPP_NOW": TODAY, "COLUMNS": "80", "PYTHONPATH": str(ROOT)}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("COLORTERM", raising=False)
    monkeypatch.chdir(home.parent)
    made = Home(home)
    made.configure("")
    return made


@pytest.fixture
def run(own: Home) -> Run:
    """Runs a command line in this process."""

    def invoke(*words: str, typed: str = "", now: str = TODAY) -> Result:
        result = CliRunner(env={"QUIZAPP_NOW": now}).invoke(app, list(words), input=typed)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke


@pytest.fixture
def forked(own: Home, forge: forging.Forge) -> Forked:
    """Runs a command line in a process of its own, which has imported the program already."""

    def run(*words: str, home: Path = own.path, now: str = TODAY, **more: Any) -> forging.Run:
        return forge.run(*words, home=home, now=now, **more)

    return run


@pytest.fixture
def completed(forked: Forked) -> Completed:
    """What a shell is offered for the last of some words."""
    return lambda *words, shell="zsh": forked(environment=asking(*words, shell=shell)).stdout.split("\n")


def asking(*words: str, shell: str = "zsh") -> dict[str, str]:
    """What a shell sets that asks for completions of the last of `words`."""
    line = " ".join(["quizapp", *words])
    return {"_QUIZAPP_COMPLETE": f"{shell}_complete", "COMP_WORDS": line, "COMP_CWORD": str(len(words))}


def process(*words: str, typed: str = "", now: str = TODAY, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs a command line in a process of its own, from Python's start on: half a second, `forked` takes a tenth."""
    return subprocess.run(
        [sys.executable, "-m", "quizapp", *words],
        input=typed,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"QUIZAPP_NOW": now} | variables,
        check=False,
        timeout=30,
    )
