"""TOML in files of the learner's, or of a stranger's: read at bounded cost, or refused."""

import re
import stat
import tomllib
from pathlib import Path
from typing import Any

from quizapp.i18n import F_

_PARTS = 32
"""Parts of a dotted key. Their cost is that of their square: a line of 64 KiB took 13 s."""
_PART = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
_LONG_KEY = rf"(?<![\w-]){_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{_PARTS}}}"


def toml_in(file: Path) -> dict[str, Any]:
    """What a file says. Raises OSError, and ValueError as `read_toml` does.

    What is no plain file is not opened: a pipe would be waited for, and a device need not end.
    """
    if not stat.S_ISREG(file.stat().st_mode):
        raise ValueError(F_("not a plain file"))
    return read_toml(file.read_text(encoding="utf-8-sig"))


def read_toml(text: str) -> dict[str, Any]:
    """What `text` says. Raises ValueError: what is wrong and, where TOML's own reader tells it, at which line."""
    if text.count(".") >= _PARTS and re.search(_LONG_KEY, text, re.ASCII):
        raise ValueError(F_("nested too deep"))
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError(F_("nested too deep")) from None
