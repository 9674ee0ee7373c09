"""The C library's door to the kernel."""

import ctypes

_LIBC = ctypes.CDLL(None, use_errno=True)
_LIBC.syscall.restype = ctypes.c_long


def syscall(number: int, *arguments: object) -> int:
    """A system call. Raises OSError where the kernel says no."""
    result: int = _LIBC.syscall(ctypes.c_long(number), *arguments)
    return _checked(result)


def prctl(option: int, *arguments: object) -> int:
    """prctl(2), its arguments widened to longs. Raises OSError where the kernel says no."""
    widened = [ctypes.c_ulong(item) if isinstance(item, int) else item for item in arguments]
    missing = [ctypes.c_ulong(0)] * (4 - len(widened))
    result: int = _LIBC.prctl(option, *widened, *missing)
    return _checked(result)


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, "the kernel says no")
    return result
