"""The program of the child process: the modules of `inside`, sent as code, so that nothing of ours is opened there."""

import marshal
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from types import CodeType

_ROOM = "quizapp.checks.exercises.inside"
_PACKAGES = ("quizapp", "quizapp.checks", "quizapp.checks.exercises", _ROOM)
_MODULES = ("syscalls", "system", "bounds", "landlock", "seccomp", "plain", "sealing", "attempt")

BOOTSTRAP = """
import marshal, os, sys
printed = sys.stdout
modules, job = marshal.loads(sys.stdin.buffer.read())
for name, code in modules:
    module = sys.modules[name] = type(sys)(name)
    module.__path__ = []
    try:
        exec(code, module.__dict__)
    except (ImportError, AttributeError, OSError):  # a Python without ctypes: what needs it is missing, and told
        del sys.modules[name]
try:
    sys.modules[name].attempt(*job)
finally:
    try:
        printed.flush()
        sys.stdout.flush()
    finally:  # the code may have shut both, or put something else in their place
        os._exit(0)
"""

Job = tuple[str, Sequence[str], Sequence[str], int, int, int, int]
"""The arguments of `attempt` in `quizapp.checks.exercises.inside.attempt`."""


def sent(job: Job) -> bytes:
    """What the child reads from its standard input: the modules, and what to do."""
    return marshal.dumps((_modules(), (job[0], list(job[1]), list(job[2]), *job[3:])))


@cache
def _modules() -> list[tuple[str, CodeType]]:
    packages = [(name, compile("", name, "exec")) for name in _PACKAGES]
    return packages + [(f"{_ROOM}.{name}", _compiled(name)) for name in _MODULES]


def _compiled(name: str) -> CodeType:
    source = files(_ROOM).joinpath(f"{name}.py").read_text(encoding="utf-8")
    return compile(source, f"<{name}>", "exec", dont_inherit=True, optimize=2)
