"""Code written in the learner's own editor."""

import os
import shlex
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from quizapp.checks.exercises import MOST_CODE
from quizapp.errors import UsageError
from quizapp.i18n import F_
from quizapp.paths import Places
from quizapp.study.exercises.drafts import draft_file, keep_draft
from quizapp.visible import visible


def named_editor(environment: Mapping[str, str] | None = None) -> str:
    """What the learner's VISUAL or EDITOR says, a command or not; empty where neither is set."""
    variables = os.environ if environment is None else environment
    return (variables.get("VISUAL") or variables.get("EDITOR") or "").strip()


def editor(environment: Mapping[str, str] | None = None) -> list[str]:
    """The command that the learner's VISUAL or EDITOR says; empty where neither is set. Raises UsageError."""
    command = named_editor(environment)
    try:
        return shlex.split(command)
    except ValueError as error:
        raise UsageError(
            F_("EDITOR is `{command}`: {error}", command=command, error=error), F_("mend it where you set it")
        ) from error


def edited(card: str, code: str, places: Places) -> str:
    """The code of a card as it is after the learner's editor was closed; blocks meanwhile. Raises UsageError."""
    command = editor()
    if not command:
        raise UsageError(F_("there is no editor"), F_("set EDITOR to the command of yours, as in `export EDITOR=nano`"))
    file = draft_file(card, places)
    keep_draft(card, code, places)
    try:
        wait_for([*command, str(file)])
        return visible(file.read_text(encoding="utf-8"))[:MOST_CODE]
    except (OSError, subprocess.CalledProcessError, UnicodeDecodeError) as error:
        raise UsageError(
            F_("the editor did not do its work: {error}", error=error), F_("check EDITOR; your code is as it was")
        ) from error


def wait_for(command: Sequence[str]) -> None:
    """Runs the learner's editor until it is closed. Raises OSError, and CalledProcessError where it fails.

    Who is asked to end meanwhile waits for it as well: it may be keeping what is not saved, and `subprocess.run` would
    kill it.
    """
    with _interrupts_left_to_it(), subprocess.Popen(command) as opened:  # noqa: S603  the learner's own command
        status = opened.wait()
    if status:
        raise subprocess.CalledProcessError(status, command)


@contextmanager
def _interrupts_left_to_it() -> Iterator[None]:
    """Control-C is for the editor alone: a signal that is caught here, unlike one ignored, is as usual over there."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
