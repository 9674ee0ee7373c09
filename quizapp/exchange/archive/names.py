"""Paths of files in an export: such as name a place below a folder, whatever the system."""

import os
import re

from quizapp.paths import is_device
from quizapp.study.editing.own_copy import BASES
from quizapp.visible import DRIVES_TERMINAL
from quizapp.wording import N_

_LONGEST_PART = 255
"""Bytes; what systems allow."""
_LONGEST, _DEEPEST = 500, 32
"""Characters, and folders."""
_UNFIT = re.compile(rf"{DRIVES_TERMINAL.pattern}|[\t\n\\:{'*?<>|' + chr(34) if os.name == 'nt' else ''}]")
"""Signs that part names on some system, or that this one does not take."""


def flaw_of(path: str) -> str | None:
    """What is wrong with a path; None where it names a file below any folder, and nothing else.

    What is hidden is not taken, but for bundled texts as they were when the learner's copies were made of them.
    """
    parts = path.removeprefix(f"{BASES}/").split("/")
    flaws = (flaw for part in parts[:_DEEPEST] if (flaw := _flaw_of_part(part)))
    too_long = N_("it is too long") if len(parts) > _DEEPEST or len(path) > _LONGEST else None
    return too_long or next(flaws, None)


def _flaw_of_part(part: str) -> str | None:
    if part in ("", ".", ".."):
        return N_("it leads elsewhere")
    if part.startswith("."):
        return N_("it is hidden")
    if _UNFIT.search(part):
        return N_("a sign in it is none for a file's name")
    if part != part.strip() or part.endswith("."):
        return N_("it begins or ends in a space, or ends in a dot")
    if len(part.encode()) > _LONGEST_PART:
        return N_("it is too long")
    if is_device(part):
        return N_("it is the name of a device")
    return None
