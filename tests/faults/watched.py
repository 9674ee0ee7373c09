"""Processes that are watched: each connection that one of them tries to open is written down."""

import os
from pathlib import Path

from tests.docs.fences import ROOT

_WATCH = """
import os, sys

ASKING = {"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo",
          "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}
FAMILIES = {2, 10, 30}  # of the internet: AF_INET, AF_INET6 of Linux and of macOS

def watch(event, given):
    if event in ASKING or event == "socket.__new__" and int(given[1]) in FAMILIES:
        with open(os.environ["SEEN"], "a", encoding="utf-8") as seen:
            print(event, *given[1:], file=seen)

os.umask(0)
sys.addaudithook(watch)
"""


def watched(folder: Path) -> tuple[dict[str, str], Path]:
    """The environment of processes that are watched, and the file in which what they try is written down.

    What they make is everybody's to read and write, unless they say otherwise.
    """
    hooks, seen = folder / "hooks", folder / "seen"
    hooks.mkdir()
    (hooks / "sitecustomize.py").write_text(_WATCH, encoding="utf-8")
    return {"PYTHONPATH": f"{hooks}{os.pathsep}{ROOT}", "SEEN": str(seen)}, seen


def open_to_others(folder: Path) -> list[str]:
    """The files below a folder that others may read or write, and the folders that others may enter."""
    return [
        path.relative_to(folder.parent).as_posix()
        for path in sorted([folder, *folder.rglob("*")])
        if not path.is_symlink() and path.stat().st_mode & 0o077
    ]
