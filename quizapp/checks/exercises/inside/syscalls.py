"""The system calls that computing takes: all others are denied. Numbers from the kernel's own tables."""

# name: (x86_64, aarch64); None where the machine has no such call. openat and its kin stand apart: see OPENING.
COMPUTING = {
    "read": (0, 63),
    "write": (1, 64),
    "close": (3, 57),
    "lseek": (8, 62),
    "mmap": (9, 222),
    "mprotect": (10, 226),
    "munmap": (11, 215),
    "brk": (12, 214),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "ioctl": (16, 29),
    "pread64": (17, 67),
    "writev": (20, 66),
    "sched_yield": (24, 124),
    "mremap": (25, 216),
    "madvise": (28, 233),
    "nanosleep": (35, 101),
    "getpid": (39, 172),
    "exit": (60, 93),
    "uname": (63, 160),
    "getcwd": (79, 17),
    "gettimeofday": (96, 169),
    "getrusage": (98, 165),
    "sysinfo": (99, 179),
    "times": (100, 153),
    "getuid": (102, 174),
    "getgid": (104, 176),
    "geteuid": (107, 175),
    "getegid": (108, 177),
    "getppid": (110, 173),
    "sigaltstack": (131, 132),
    "arch_prctl": (158, None),
    "gettid": (186, 178),
    "time": (201, None),
    "futex": (202, 98),
    "sched_getaffinity": (204, 123),
    "restart_syscall": (219, 128),
    "clock_gettime": (228, 113),
    "clock_getres": (229, 114),
    "clock_nanosleep": (230, 115),
    "exit_group": (231, 94),
    "getrandom": (318, 278),
    "fstat": (5, 80),
    "getcpu": (309, 168),
}

# What an import takes: allowed where Landlock says which folders may be read.
OPENING = {
    "open": (2, None),
    "stat": (4, None),
    "lstat": (6, None),
    "access": (21, None),
    "readlink": (89, None),
    "getdents64": (217, 61),
    "openat": (257, 56),
    "newfstatat": (262, 79),
    "readlinkat": (267, 78),
    "faccessat": (269, 48),
    "statx": (332, 291),
    "faccessat2": (439, 439),
}

# With these commands fcntl(2) copies descriptors and reads flags; with others it sends signals to anybody.
FCNTL = (72, 25)
FCNTL_BELOW = 4
FCNTL_COPY = 1030

MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
"""Machine: its column in the tables, and the kernel's name of it (AUDIT_ARCH)."""


def numbers(machine: str, reading: bool) -> list[int]:
    """The numbers allowed on a machine; with `reading`, those of the calls that open files too."""
    column = MACHINES[machine][0]
    rows = [*COMPUTING.values(), *(OPENING.values() if reading else ())]
    return [number for row in rows if (number := row[column]) is not None]
