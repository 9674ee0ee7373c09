"""`quizapp export`, killed while it writes: what was there before is there still, whole."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Home, Run

KILLED = """
import os, signal, sys
from pathlib import Path

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

if sys.argv.pop(1) == "written":
    Path.replace = die
else:
    os.fsync = die
from quizapp.cli.app import app
app()
"""


@pytest.mark.parametrize("name", ["json", "csv", "md", "html", "ics", "apkg"])
@pytest.mark.parametrize("moment", ["writing", "written"])
def test_what_was_there_is_left_as_it_was(moment: str, name: str, own: Home, run: Run, tmp_path: Path) -> None:
    own.write()
    folder = tmp_path / "out"
    folder.mkdir()
    names = ("cards.csv", "reviews.csv", "days.csv") if name == "csv" else (f"quizapp.{name}",)
    for file in names:
        (folder / file).write_text("before", encoding="utf-8")
    words = (sys.executable, "-c", KILLED, moment, "export", name, "-o", f"{folder}/", "--force")
    run("list")  # so that the export itself writes nothing but its files
    done = subprocess.run(words, env=os.environ | {"QUIZAPP_HOME": str(own.path)}, check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    assert [(folder / file).read_text(encoding="utf-8") for file in names] == ["before"] * len(names)
