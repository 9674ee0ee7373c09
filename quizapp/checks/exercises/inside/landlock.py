"""Files, TCP and signals shut by Landlock (Linux 5.13 and later). Numbers from `linux/landlock.h`."""

import ctypes
import os
from collections.abc import Iterable

from quizapp.checks.exercises.inside.system import prctl, syscall

_CREATE, _ADD, _RESTRICT = 444, 445, 446
_ASK_VERSION = 1
_NO_NEW_PRIVILEGES = 38
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}
"""How many rights to files each version of the interface knows; 16 from the fifth on."""


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scope", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def shut(readable: Iterable[str]) -> list[str]:
    """Denies all files but those to be read in the folders `readable`; what else is denied depends on the kernel.

    Returns what is shut: `files`, and of `network` and `signals` those that the kernel can. Raises OSError.
    """
    version = syscall(_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(_ASK_VERSION))
    net, scope = 0b11 * (version >= 4), 0b11 * (version >= 6)
    ruleset = _Ruleset((1 << _RIGHTS.get(version, 16)) - 1, net, scope)
    size = ctypes.c_size_t(24 if scope else 16 if net else 8)
    rules = syscall(_CREATE, ctypes.byref(ruleset), size, ctypes.c_uint32(0))
    for folder in readable:
        _allow(rules, folder)
    prctl(_NO_NEW_PRIVILEGES, 1)
    syscall(_RESTRICT, ctypes.c_int(rules), ctypes.c_uint32(0))
    os.close(rules)
    return ["files"] + ["tcp"] * bool(net) + ["signals"] * bool(scope)


def _allow(rules: int, folder: str) -> None:
    try:
        handle = os.open(folder, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError:
        return  # a place of libraries that this system has not
    try:
        beneath = _Beneath(_READ_FILE | _READ_FOLDER, handle)
        syscall(_ADD, ctypes.c_int(rules), ctypes.c_int(1), ctypes.byref(beneath), ctypes.c_uint32(0))
    finally:
        os.close(handle)
