"""Who stands in a folder that was removed is told so where a path is meant from there; all else works."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from quizapp.cli.ending import MISUSED, ended
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


def test_no_folder_for_temporary_files_is_told_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tempfile, "_candidate_tempdir_list", lambda: [str(tmp_path / "none")])
    monkeypatch.setattr(tempfile, "tempdir", None)
    assert ended(tempfile.mkdtemp) == MISUSED
    told = "quizapp: no folder takes temporary files: make room on the disk, or set TMPDIR to another folder\n"
    assert capsys.readouterr().err == told
