"""What a machine runs before a change is taken is what people run."""

import os

from tests.docs.fences import ROOT


def test_the_machine_runs_what_people_run() -> None:
    script = ROOT / ".ci" / "run"
    lines = script.read_text(encoding="utf-8").splitlines()
    assert os.access(script, os.X_OK)
    assert lines[0].endswith("bash")
    assert "set -euo pipefail" in lines
    assert lines[-1] == "make test"
