"""One attempt, inside the child: the code, then each call; what came of each goes to the parent as a line of JSON.

The parent compares: expected values are not here. A line that the code forges is only a wrong answer of its own.
"""

import os
import sys
from collections.abc import Sequence
from types import TracebackType

from quizapp.checks.exercises.inside.plain import NotPlain, as_json, text_as_json
from quizapp.checks.exercises.inside.sealing import seal

OWN = "<answer>"
BETWEEN = b"\x1e"
"""Written to the standard output before each call, so that what each of them prints can be told apart."""
_MOST_MESSAGE = 300
_RESERVE = 2**20
"""Bytes kept back, so that there is room to tell of a lack of memory."""


def attempt(
    code: str, calls: Sequence[str], modules: Sequence[str], cpu: int, memory: int, parent: int, results: int
) -> None:
    """Shuts the process, runs `code`, then evaluates the `calls`; writes lines to the descriptor `results`."""
    sys.stdout.reconfigure(line_buffering=True, errors="backslashreplace")  # type: ignore[union-attr]  # as it begins
    shut = seal(cpu, memory, parent, modules)
    _send(results, '{"shut":[' + ",".join(text_as_json(name) for name in shut) + "]}")
    names: dict[str, object] = {"__name__": "answer", "__builtins__": __builtins__}
    if not _defined(code, names, results):
        return
    _send(results, '{"ready":[]}')
    for call in calls:
        _mark_call()
        _send(results, _outcome(call, names))


def _mark_call() -> None:
    try:
        sys.stdout.flush()
        os.write(1, BETWEEN)
    except BaseException:  # the code did something to its output: it is shown as it comes
        return


def _defined(code: str, names: dict[str, object], results: int) -> bool:
    try:
        compiled = compile(code, OWN, "exec", dont_inherit=True)
    except BaseException as fault:
        _send(results, '{"syntax":' + _fault(fault) + "}")
        return False
    reserve = bytearray(_RESERVE)
    try:
        exec(compiled, names)  # noqa: S102  the process is made for it
    except BaseException as fault:
        del reserve
        _send(results, '{"defining":' + _fault(fault) + "}")
        return False
    return True


def _outcome(call: str, names: dict[str, object]) -> str:
    reserve = bytearray(_RESERVE)
    try:
        value = eval(compile(call, "<test>", "eval", dont_inherit=True), names)  # noqa: S307  the same
        return '{"value":' + as_json(value) + "}"
    except NotPlain as fault:
        del reserve
        return '{"unfit":[' + text_as_json(fault.why) + "," + text_as_json(fault.which) + "]}"
    except BaseException as fault:
        del reserve
        return '{"fault":' + _fault(fault) + "}"


def _fault(fault: BaseException) -> str:
    line = fault.lineno if isinstance(fault, SyntaxError) and fault.filename == OWN else _line(fault.__traceback__)
    parts = [text_as_json(type(fault).__name__[:_MOST_MESSAGE]), text_as_json(_message(fault)), str(int(line or 0))]
    return "[" + ",".join(parts) + "]"


def _message(fault: BaseException) -> str:
    try:
        said = fault.msg if isinstance(fault, SyntaxError) else str(fault)
        return str.__str__(said)[:_MOST_MESSAGE]
    except BaseException:
        return ""


def _line(at: TracebackType | None) -> int:
    """The learner's own line: the innermost of the answer's, however deep the library it calls."""
    line = 0
    while at is not None:
        if at.tb_frame.f_code.co_filename == OWN:
            line = at.tb_lineno
        at = at.tb_next
    return line


def _send(results: int, line: str) -> None:
    left = line.encode("ascii") + b"\n"
    while left:
        left = left[os.write(results, left) :]
