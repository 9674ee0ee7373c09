"""What the process may use, by the limits that every Unix has."""

import os
import resource
from contextlib import suppress

_HANDLES = 16


def bound(cpu: int, memory: int) -> list[str]:
    """Bounds CPU seconds, bytes of memory, files and processes. Returns what is bounded.

    The soft limit is the hard one: then the kernel kills at once, with no signal to be caught first.
    """
    wanted = [
        ("cpu", "RLIMIT_CPU", cpu),
        ("memory", "RLIMIT_AS", memory),
        ("disk", "RLIMIT_FSIZE", 0),
        ("core", "RLIMIT_CORE", 0),
        ("handles", "RLIMIT_NOFILE", _HANDLES),
        ("processes", "RLIMIT_NPROC", 0),
    ]
    done = [name for name, limit, most in wanted if _bounded(getattr(resource, limit, None), most)]
    return [name for name in done if name != "processes" or os.geteuid() != 0]  # it does not hold for root


def _bounded(limit: int | None, most: int) -> bool:
    if limit is None:
        return False
    with suppress(OSError, ValueError):
        resource.setrlimit(limit, (most, most))
        return True
    return False
