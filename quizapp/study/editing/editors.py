"""The learner's own editor, opened at a line of a file.

How each is told the line, and made to wait until the file is closed, is from its own documentation: the manual pages of
Vim, GNU Emacs, JED, micro, mcedit, Helix, Kate and gedit, the help texts of Visual Studio Code, Sublime Text, TextMate
and Notepad++, the reference of Zed's and JetBrains' command lines, and Lapce's source.
"""

import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from quizapp.errors import UsageError
from quizapp.i18n import F_
from quizapp.study.exercises.editor import editor, wait_for

USUAL = ("nano", "vim", "vi")
"""What is tried where the learner says nothing: the one that tells its own keys first."""


def edit(file: Path, line: int, find: Callable[[str], str | None] = shutil.which) -> None:
    """Opens the learner's editor at a line, from 1, and waits until it is closed. Raises UsageError where it fails."""
    command = opening(chosen_editor(find=find), file, line)
    try:
        wait_for(command)
    except OSError as error:
        raise UsageError(
            F_("`{command}` cannot be started ({why})", command=command[0], why=error.strerror or error),
            F_("check EDITOR"),
        ) from error
    except subprocess.CalledProcessError as error:
        raise UsageError(
            F_("`{command}` ended with status {status}", command=command[0], status=error.returncode),
            F_("check EDITOR"),
        ) from error


def chosen_editor(
    environment: Mapping[str, str] | None = None, find: Callable[[str], str | None] = shutil.which
) -> Sequence[str]:
    """The command that VISUAL or EDITOR says, else a usual one that `find` finds. Raises UsageError where none is."""
    command = editor(environment) or [name for name in USUAL if find(name)][:1]
    if not command:
        raise UsageError(F_("there is no editor"), F_("set EDITOR to the command of yours, as in `export EDITOR=nano`"))
    return command


def opening(command: Sequence[str], file: Path, line: int) -> list[str]:
    """The command with what makes it open a file at a line; an editor that is not known here gets the file alone."""
    way = _WAYS.get(program(command), _Way(("FILE",)))
    waits = () if set(command) & set(way.waits) else way.waits[:1]
    place = [part.replace("LINE", str(line)).replace("FILE", str(file)) for part in way.place]
    return [*command, *waits, *place]


def program(command: Sequence[str]) -> str:
    """The editor's name, without its folder and endings (`vim.basic`, `code.exe`), behind `env` and the like."""
    names = [PureWindowsPath(word).name.casefold().partition(".")[0] for word in command]
    if names and names[0] in _WRAPPERS:
        return next((name for name in names[1:] if name in _WAYS), "")
    return names[0] if names else ""


@dataclass(frozen=True)
class _Way:
    """What follows the command, LINE and FILE to be replaced; the first of `waits` is added unless one is there."""

    place: tuple[str, ...]
    waits: tuple[str, ...] = ()


_WRAPPERS = {"env", "command", "exec", "nice", "nohup", "setsid", "sudo", "doas", "time"}
_PLUS = "vim vi nvim view vimx emacs emacsclient nano pico kak joe jmacs jed mcedit"
_GOTO = "code codium vscodium cursor windsurf"
_JETBRAINS = "idea idea64 pycharm pycharm64 webstorm webstorm64 clion clion64 goland goland64 phpstorm phpstorm64"

_WAYS: Mapping[str, _Way] = {
    **dict.fromkeys(_PLUS.split(), _Way(("+LINE", "FILE"))),
    **dict.fromkeys(("gvim", "mvim"), _Way(("+LINE", "FILE"), ("-f", "--nofork"))),
    "micro": _Way(("FILE", "+LINE")),  # in this order in its manual, as in gedit's
    **dict.fromkeys(("hx", "helix"), _Way(("FILE:LINE",))),
    **dict.fromkeys(
        (name + kind for name in _GOTO.split() for kind in ("", "-insiders")),
        _Way(("--goto", "FILE:LINE"), ("--wait", "-w")),
    ),
    **dict.fromkeys(
        ("subl", "sublime_text", "zed", "zeditor", "atom", "lapce"), _Way(("FILE:LINE",), ("--wait", "-w"))
    ),
    "mate": _Way(("-l", "LINE", "FILE"), ("--wait", "-w")),
    "kate": _Way(("-l", "LINE", "FILE"), ("--block", "-b")),
    "gedit": _Way(("FILE", "+LINE"), ("--wait", "-w")),
    "notepad++": _Way(("-nLINE", "FILE"), ("-multiInst",)),
    **dict.fromkeys(_JETBRAINS.split(), _Way(("--line", "LINE", "FILE"), ("--wait",))),
}
