"""A caller may close standard streams: nothing can be read from there, or written to."""

import subprocess
import sys

import pytest

from tests.cli.conftest import Home

COMMAND = f'"{sys.executable}" -m quizapp'


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("add --topic pooling <&-", "nothing was added"),
        ("review <&-", "quizapp: the interface needs a terminal: add --plain to review line by line"),
        ("list >&-", "1 card"),
        ("doctor <&- >&-", ""),
        ("list 2>&-", "pooling/keeps"),
    ],
)
def test_a_verb_takes_a_closed_stream_for_one_that_leads_nowhere(own: Home, line: str, told: str) -> None:
    own.write("# Pooling\n\n## What does max pooling keep? {#keeps}\n\nThe largest value.\n", "pooling.md")
    ended = subprocess.run(["sh", "-c", f"{COMMAND} {line}"], capture_output=True, text=True)
    written = ended.stdout + ended.stderr
    assert "Traceback" not in written
    assert told in written


def test_no_file_of_ours_takes_the_number_of_a_closed_stream() -> None:
    looks = (
        "import os; from quizapp.__main__ import _open_closed; _open_closed(); "
        "print(os.path.samestat(os.fstat(0), os.stat(os.devnull)))"
    )
    ended = subprocess.run(["sh", "-c", '"$0" -c "$1" <&-', sys.executable, looks], capture_output=True, text=True)
    assert ended.stdout.strip() == "True"
