"""What the terminal can do, as findings."""

import os
import shutil
import sys
from typing import TYPE_CHECKING

from quizapp.cli.output import on_terminal

if TYPE_CHECKING:
    from quizapp.study.soundness import Finding

LEAST_COLUMNS, LEAST_LINES = 60, 20


def abilities() -> "list[Finding]":
    """Size, colours, encoding and widths; nothing to judge where the output is no terminal."""
    from quizapp.study.soundness import Finding

    here = on_terminal()
    size = shutil.get_terminal_size()
    enough = size.columns >= LEAST_COLUMNS and size.lines >= LEAST_LINES
    encoding = sys.stdout.encoding or "unknown"
    unicode = encoding.lower().replace("-", "") == "utf8"
    return [
        Finding("terminal", None, "yes" if here else "no: input or output is not a terminal"),
        Finding("terminal size", enough if here else None, f"{size.columns} × {size.lines}; 60 × 20 are enough"),
        Finding("colours", None, _colours()),
        Finding("encoding", unicode, encoding if unicode else f"{encoding}: Chinese and formulas need UTF-8"),
        Finding("character widths", None, _widths()),
    ]


def _colours() -> str:
    if os.environ.get("NO_COLOR"):
        return "none: NO_COLOR is set"
    if os.environ.get("COLORTERM") in ("truecolor", "24bit"):
        return "16 million (COLORTERM)"
    term = os.environ.get("TERM", "")
    if term in ("", "dumb"):
        return f"none (TERM is {term or 'not set'})"
    return "256 (TERM)" if "256color" in term else f"16 at least (TERM is {term})"


def _widths() -> str:
    """Shown between bars: where a bar is out of line, the terminal takes other widths than we do."""
    from quizapp.render import width_of

    return "; ".join(f"|{sample}| {width_of(sample)}" for sample in ("中文", "—…", "∑×", "é"))
