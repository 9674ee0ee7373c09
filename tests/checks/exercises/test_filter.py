"""The filter of system calls, read as the kernel reads it: what passes, on both machines, and what does not."""

import pytest

from quizapp.checks.exercises.inside.syscalls import COMPUTING, FCNTL, MACHINES, OPENING

seccomp = pytest.importorskip("quizapp.checks.exercises.inside.seccomp")

ALLOWED, DENIED, KILLED = 0x7FFF0000, 0x00050001, 0x80000000
FORBIDDEN = {
    "x86_64": {
        "fork": 57,
        "vfork": 58,
        "clone": 56,
        "clone3": 435,
        "execve": 59,
        "execveat": 322,
        "socket": 41,
        "kill": 62,
    }
    | {"ptrace": 101, "chmod": 90, "unlink": 87, "mknod": 133, "prctl": 157, "prlimit64": 302, "io_uring_setup": 425}
    | {"process_vm_writev": 311, "memfd_create": 319, "tkill": 200, "tgkill": 234, "x32 fork": 0x40000000 + 57},
    "aarch64": {"clone": 220, "clone3": 435, "execve": 221, "execveat": 281, "socket": 198, "kill": 129, "ptrace": 117}
    | {"fchmodat": 53, "unlinkat": 35, "mknodat": 33, "prctl": 167, "prlimit64": 261, "io_uring_setup": 425}
    | {"process_vm_writev": 271, "memfd_create": 279, "tkill": 130, "tgkill": 131},
}


def verdict(machine: str, number: int, second: int = 0, reading: bool = True, architecture: int | None = None) -> int:
    """What the filter returns for a call, by the rules of the kernel's classic BPF."""
    fields = {0: number, 4: MACHINES[machine][1] if architecture is None else architecture, 24: second}
    program = seccomp.program(machine, reading)
    at = loaded = 0
    while True:
        code, yes, no, operand = program[at]
        at += 1
        if code == 0x06:
            return int(operand)
        if code == 0x20:
            loaded = fields[operand]
        else:
            holds = loaded == operand if code == 0x15 else loaded >= operand
            at += yes if holds else no


@pytest.mark.parametrize("machine", MACHINES)
def test_what_computing_takes_passes(machine: str) -> None:
    column = MACHINES[machine][0]
    for name, numbers in {**COMPUTING, **OPENING}.items():
        if (number := numbers[column]) is not None:
            assert verdict(machine, number) == ALLOWED, name


@pytest.mark.parametrize("machine", MACHINES)
def test_what_reaches_out_is_denied(machine: str) -> None:
    for name, number in FORBIDDEN[machine].items():
        assert verdict(machine, number) == DENIED, name


@pytest.mark.parametrize("machine", MACHINES)
def test_nothing_is_opened_where_folders_cannot_be_told_apart(machine: str) -> None:
    column = MACHINES[machine][0]
    for name, numbers in OPENING.items():
        if (number := numbers[column]) is not None:
            assert verdict(machine, number, reading=False) == DENIED, name


@pytest.mark.parametrize("machine", MACHINES)
def test_descriptors_may_be_copied_but_send_no_signals(machine: str) -> None:
    fcntl = FCNTL[MACHINES[machine][0]]
    assert [verdict(machine, fcntl, command) for command in (0, 1, 2, 3, 1030)] == [ALLOWED] * 5
    assert [verdict(machine, fcntl, command) for command in (4, 8, 10, 15, 1024, 1031)] == [DENIED] * 6


def test_calls_in_the_manner_of_another_machine_end_the_process() -> None:
    assert verdict("x86_64", 1, architecture=0x40000003) == KILLED


def test_a_machine_without_a_table_is_told() -> None:
    with pytest.raises(OSError, match="riscv64"):
        seccomp.program("riscv64", True)
