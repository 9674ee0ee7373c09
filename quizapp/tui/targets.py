"""What a learner may ask to open: a card's images that lie in its deck's folder, and its links into the web."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from urllib.parse import unquote, urlsplit

from markdown_it.token import Token

from quizapp.markdown import tokens_of
from quizapp.study.questions.asking import Ask

_IMAGES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".svg", ".tif", ".tiff"})
_PATIENCE = 3.0
"""Seconds after which a viewer that has not failed is taken to be running."""


@dataclass(frozen=True)
class Target:
    """Something to open: what it is called, and its address: of the web, or an absolute path."""

    name: str
    address: str


def targets(texts: Iterable[str], file: str) -> list[Target]:
    """What the Markdown `texts` of the card file `file` refer to and may be opened, each address once.

    Images are opened only out of the file's own folder and those below it, whatever a path or a symbolic link says;
    links only to http and https. Anything else (`file:`, a program, a path that leads out) is left out.
    """
    folder = Path(file).parent
    found = (target for text in texts for token in _tokens(tokens_of(text)) for target in _of(token, folder))
    return list({target.address: target for target in found}.values())


def targets_of(ask: Ask, language: str) -> list[Target]:
    """What may be opened of what is shown of a card now."""
    return targets(ask.texts(language), ask.card.place(language).file)


def open_outside(address: str) -> bool:
    """Hands an address to the system's viewer; False if there is none or it fails at once. Waits a moment."""
    command = _viewer()
    if command is None:
        return False
    nowhere = subprocess.DEVNULL
    try:
        # Out of our terminal: a viewer that runs in one must not draw over the screen.
        viewer = subprocess.Popen(  # noqa: S603  a viewer and an address that `targets` let through
            [command, address], stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
        )
        return viewer.wait(_PATIENCE) == 0
    except subprocess.TimeoutExpired:
        return True
    except OSError:
        return False


def _viewer() -> str | None:
    names = ("open",) if sys.platform == "darwin" else ("xdg-open", "wslview")
    return next((path for name in names if (path := which(name))), None)


def _tokens(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """Each run of inline tokens: a link's words follow its opening token there."""
    for token in tokens:
        if token.children:
            yield token.children


def _of(run: list[Token], folder: Path) -> Iterator[Target]:
    for position, token in enumerate(run):
        if token.type == "link_open":
            address = str(token.attrs.get("href", ""))
            if _in_the_web(address):
                yield Target(_words(run[position + 1 :]) or address, address)
        elif token.type == "image":
            address = str(token.attrs.get("src", ""))
            opened = address if _in_the_web(address) else _image(address, folder)
            if opened:
                yield Target(token.content or address, opened)


def _words(run: list[Token]) -> str:
    end = next((position for position, token in enumerate(run) if token.type == "link_close"), len(run))
    return "".join(token.content for token in run[:end])


def _in_the_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def _image(address: str, folder: Path) -> str | None:
    """The image's path, if it lies in the folder; only what a path means when every link in it is followed counts."""
    written = unquote(address)
    if not written or "\0" in written or Path(written).is_absolute():
        return None
    try:
        path = (folder / written).resolve()
        inside = path.is_relative_to(folder.resolve()) and path.is_file()
    except (OSError, RuntimeError):  # the latter for a link that leads to itself, before Python 3.13
        return None
    return str(path) if inside and path.suffix.lower() in _IMAGES else None
