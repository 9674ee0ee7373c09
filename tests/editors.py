"""An editor for tests: a script that changes a file, and keeps what it was told."""

from pathlib import Path

import pytest


def editor(folder: Path, monkeypatch: pytest.MonkeyPatch, old: str = "", new: str = "") -> Path:
    """Sets EDITOR to a script called as vim is, which replaces `old`; the file that keeps what it was told."""
    script, told = folder / "bin" / "vim", folder / "told"
    script.parent.mkdir(exist_ok=True)
    text = f"""#!/usr/bin/env python3
import sys
from pathlib import Path
with open({str(told)!r}, "a") as told:
    told.write(" ".join(sys.argv[1:]) + chr(10))
file = Path(sys.argv[-1])
file.write_text(file.read_text(encoding="utf-8").replace({old!r}, {new!r}, 1) if {old!r} else file.read_text())
"""
    script.write_text(text, encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(script))
    return told
