"""`quizapp export`, killed while it writes: what was there before is there still, whole."""

from pathlib import Path

import pytest

from tests.cli.conftest import Forked, Home

KILLED = """
import os, signal
from pathlib import Path

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

if words.pop(0) == "written":
    Path.replace = die
else:
    os.fsync = die
from quizapp.cli.app import app
app.main(words)
"""


@pytest.mark.parametrize("name", ["json", "csv", "md", "html", "ics", "apkg"])
@pytest.mark.parametrize("moment", ["writing", "written"])
def test_what_was_there_is_left_as_it_was(moment: str, name: str, own: Home, forked: Forked, tmp_path: Path) -> None:
    own.write()
    folder = tmp_path / "out"
    folder.mkdir()
    names = ("cards.csv", "reviews.csv", "days.csv") if name == "csv" else (f"quizapp.{name}",)
    for file in names:
        (folder / file).write_text("before", encoding="utf-8")
    for _ in range(2):  # the day's backup is made as well: then the export itself writes nothing but its files
        forked("list")
    assert forked(moment, "export", name, "-o", f"{folder}/", "--force", script=KILLED).killed
    assert [(folder / file).read_text(encoding="utf-8") for file in names] == ["before"] * len(names)
