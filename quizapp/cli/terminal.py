"""What the terminal can do, as findings."""

import os
import shutil
import sys
from typing import TYPE_CHECKING

from quizapp.cli.output import on_terminal
from quizapp.i18n import _
from quizapp.wording import N_

if TYPE_CHECKING:
    from quizapp.study.soundness import Finding

LEAST_COLUMNS, LEAST_LINES = 60, 20


def abilities() -> "list[Finding]":
    """Size, colours, encoding and widths; nothing to judge where the output is no terminal."""
    from quizapp.study.soundness import Finding

    here = on_terminal()
    size = shutil.get_terminal_size()
    enough = size.columns >= LEAST_COLUMNS and size.lines >= LEAST_LINES
    encoding = sys.stdout.encoding or _("unknown")
    unicode = encoding.lower().replace("-", "") == "utf8"
    return [
        Finding(N_("terminal"), None, _("yes") if here else _("no: input or output is not a terminal")),
        Finding(N_("terminal size"), enough if here else None, _size(size.columns, size.lines)),
        Finding(N_("colours"), None, _colours()),
        Finding(N_("encoding"), unicode, encoding if unicode else _lacking(encoding)),
        Finding(N_("character widths"), None, _widths()),
    ]


def _size(columns: int, lines: int) -> str:
    text = _("{columns} × {lines}; 60 × 20 are enough")
    return text.format(columns=columns, lines=lines)


def _lacking(encoding: str) -> str:
    return _("{encoding}: Chinese and formulas need UTF-8").format(encoding=encoding)


def _colours() -> str:
    if os.environ.get("NO_COLOR"):
        return _("none: NO_COLOR is set")
    if os.environ.get("COLORTERM") in ("truecolor", "24bit"):
        return _("16 million (COLORTERM)")
    term = os.environ.get("TERM", "")
    if not term:
        return _("none (TERM is not set)")
    if "256color" in term:
        return "256 (TERM)"
    text = _("none (TERM is {term})") if term == "dumb" else _("16 at least (TERM is {term})")
    return text.format(term=term)


def _widths() -> str:
    """Shown between bars: where a bar is out of line, the terminal takes other widths than we do."""
    from quizapp.render import width_of

    return "; ".join(f"|{sample}| {width_of(sample)}" for sample in ("中文", "—…", "∑×", "é"))
