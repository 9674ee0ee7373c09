"""The process that has imported the program and forks for every run that the forge asks for."""

import contextlib
import gc
import json
import os
import select
import signal
import sys
import time
import traceback
from dataclasses import asdict, dataclass
from importlib import import_module
from pkgutil import walk_packages

import quizapp
from tests.faults.forge import PATIENCE, Order, Run
from tests.faults.moments import AskedToEnd, Death, FullDisk


@dataclass
class _Going:
    """A run that goes on: its process, and the pipes into which it prints; the last one closes with it."""

    pid: int
    pipes: list[int]
    since: float
    killed_after: float | None


def _serve() -> None:
    _import_all()
    going: dict[int, _Going] = {}
    for line in sys.stdin:
        question = json.loads(line)
        if "start" in question:
            run = _fork(Order(**question["start"]))
            going[run.pid] = run
            print(json.dumps({"pid": run.pid}), flush=True)
        else:
            print(json.dumps(asdict(_ended(going.pop(question["end"])))), flush=True)


def _import_all() -> None:
    """Everything of the program; then a run neither imports nor looks through what is there for garbage.

    The latter would make it copy all memory that it shares with the process that forks.
    """
    import_module("alembic.command")
    for module in walk_packages(quizapp.__path__, "quizapp."):
        if not module.name.endswith("__main__"):
            with contextlib.suppress(ModuleNotFoundError):  # what the extras bring
                import_module(module.name)
    gc.collect()
    gc.freeze()


def _fork(order: Order) -> _Going:
    pipes = [os.pipe() for _ in range(3)]  # no files: these would be kept short where there is no room
    pid = os.fork()
    if pid == 0:
        _become(order, [writes for _, writes in pipes])
    for _, writes in pipes:
        os.close(writes)
    return _Going(pid, [reads for reads, _ in pipes], time.monotonic(), order.killed_after)


def _ended(run: _Going) -> Run:
    after = PATIENCE if run.killed_after is None else run.killed_after
    printed = _printed(run.pipes, run.since + after)
    if printed is None:
        os.kill(run.pid, signal.SIGKILL)
    _pid, how = os.waitpid(run.pid, 0)
    seconds = time.monotonic() - run.since
    for pipe in run.pipes:
        os.close(pipe)
    return Run(os.waitstatus_to_exitcode(how), *(printed or ("", "")), seconds)


def _printed(pipes: list[int], deadline: float) -> tuple[str, str] | None:
    """What is printed up to the end; None where that does not come in time."""
    texts = dict.fromkeys(pipes, b"")
    still = set(pipes)
    while still:
        ready = select.select(still, [], [], max(0.0, deadline - time.monotonic()))[0]
        if not ready:
            return None
        for pipe in ready:
            part = os.read(pipe, 65_536)
            texts[pipe] += part
            if not part:
                still.discard(pipe)
    out, err, _alive = (text.decode("utf-8", "replace") for text in texts.values())
    return out, err


def _become(order: Order, pipes: list[int]) -> None:
    """The child: the program itself, from here to its end."""
    status = 70
    try:
        _furnish(order, pipes)
        for moment, at in ((Death, order.killed_at), (AskedToEnd, order.asked_at), (FullDisk, order.full_at)):
            if at is not None:
                moment(at).watch()
        if order.script is not None:
            exec(compile(order.script, "<script>", "exec"), {"__name__": "__main__", "words": order.words})
            status = 0
        else:
            from quizapp.cli.app import app

            app.main(order.words)
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else 0
    except BaseException:
        traceback.print_exc()
    finally:
        with contextlib.suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(status)


def _furnish(order: Order, pipes: list[int]) -> None:
    os.environ |= {"QUIZAPP_HOME": order.home, "QUIZAPP_NOW": order.now, "LANG": "C.UTF-8", "TZ": "UTC"}
    os.environ |= {"TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24", **order.environment}
    if order.terminal is None:
        typed, keys = os.pipe()
        os.write(keys, order.typed.encode())
        os.close(keys)
        for ours, at in ((typed, 0), (pipes[0], 1), (pipes[1], 2)):
            os.dup2(ours, at)
    else:
        os.setsid()
        terminal = os.open(order.terminal, os.O_RDWR)  # the first that a new session opens is its own
        for at in (0, 1, 2):
            os.dup2(terminal, at)
    sys.stdin, sys.stdout, sys.stderr = (os.fdopen(at, mode, encoding="utf-8") for at, mode in _STREAMS)
    sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr  # type: ignore[misc, assignment]


_STREAMS = ((0, "r"), (1, "w"), (2, "w"))


if __name__ == "__main__":
    _serve()
