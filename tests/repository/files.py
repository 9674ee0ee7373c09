"""The files of the project, as they lie in the tree."""

from collections.abc import Iterator
from pathlib import Path

from tests.docs.fences import ROOT

_MADE = {"__pycache__", "build", "dist", "node_modules"}
_HIDDEN = {".ci", ".gitignore"}
_BINARY = {".mo", ".apkg", ".colpkg"}


def files() -> Iterator[Path]:
    """Every file that is ours: nothing that was made here, nothing hidden but what we wrote."""
    return _below(ROOT)


def texts() -> Iterator[tuple[Path, str]]:
    """Those that are text, with it."""
    for path in files():
        if path.suffix not in _BINARY:
            yield path.relative_to(ROOT), path.read_text(encoding="utf-8")


def _below(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name in _MADE or (path.name.startswith(".") and path.name not in _HIDDEN) or path.suffix == ".egg-info":
            continue
        if path.is_dir():
            yield from _below(path)
        elif path.name != "uv.lock":
            yield path
