"""All system calls denied but those that computing takes, by a seccomp filter (Linux, x86_64 and aarch64).

The filter is a program of the kernel's classic BPF: `(code, jump if true, jump if false, operand)`. A denied call fails
with EPERM, so that Python raises PermissionError.
"""

import ctypes
import os
from collections.abc import Sequence

from quizapp.checks.exercises.inside.syscalls import FCNTL, FCNTL_BELOW, FCNTL_COPY, MACHINES, numbers
from quizapp.checks.exercises.inside.system import prctl

_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER, _ARCHITECTURE, _SECOND_ARGUMENT = 0, 4, 24
_ALLOW, _DENY, _KILL = 0x7FFF0000, 0x00050001, 0x80000000
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2

_Instruction = tuple[int, int, int, int]


class _Filter(ctypes.Structure):
    _fields_ = (("code", ctypes.c_uint16), ("yes", ctypes.c_uint8), ("no", ctypes.c_uint8), ("k", ctypes.c_uint32))


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filters", ctypes.POINTER(_Filter)))


def shut(reading: bool) -> list[str]:
    """Denies what computing does not take; with `reading`, files may be opened (where something else says which).

    Returns what is shut. Raises OSError.
    """
    instructions = program(os.uname().machine, reading)
    filters = (_Filter * len(instructions))(*(_Filter(*instruction) for instruction in instructions))
    prctl(_NO_NEW_PRIVILEGES, 1)
    prctl(_SET_SECCOMP, _FILTER, ctypes.byref(_Program(len(instructions), filters)))
    return ["processes", "network", "signals", *([] if reading else ["files"])]


def program(machine: str, reading: bool) -> Sequence[_Instruction]:
    """The filter for a machine. Raises OSError where its numbers are not known."""
    if machine not in MACHINES:
        raise OSError(f"no table of system calls for {machine}")
    column, architecture = MACHINES[machine]
    allowed = numbers(machine, reading)
    checks = [(_EQUAL, len(allowed) - at, 0, number) for at, number in enumerate(allowed)]
    return [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
        (_EQUAL, len(allowed) + 2, 0, FCNTL[column]),
        *checks,
        (_RETURN, 0, 0, _DENY),
        (_RETURN, 0, 0, _ALLOW),
        (_LOAD, 0, 0, _SECOND_ARGUMENT),
        (_EQUAL, 1, 0, FCNTL_COPY),
        (_AT_LEAST, 1, 0, FCNTL_BELOW),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _DENY),
    ]
