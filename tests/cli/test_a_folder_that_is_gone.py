"""Who stands in a folder that was removed is told so where a path is meant from there; all else works."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Home

GONE = "quizapp: the folder that you are in is gone: go to another\n"


@pytest.mark.parametrize(
    ("words", "told"), [(["config", "folders", "here"], GONE), (["export", "csv"], GONE), (["list"], "1 card\n")]
)
def test_a_path_that_is_meant_from_nowhere_is_told(own: Home, tmp_path: Path, words: list[str], told: str) -> None:
    own.write()
    (tmp_path / "gone").mkdir()
    line = 'cd "$1"; rmdir "$1"; shift; exec "$@"'
    command = ["sh", "-c", line, "sh", str(tmp_path / "gone"), sys.executable, "-m", "quizapp", *words]
    assert subprocess.run(command, capture_output=True, text=True, check=False).stderr == told
