"""Pictures that Markdown shows from beside it: found below one folder, and nowhere else."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from quizapp.errors import UsageError
from quizapp.exchange.markdown.literal import outside
from quizapp.exchange.notes import Told
from quizapp.i18n import F_, _
from quizapp.visible import one_line

PICTURES = {".avif", ".bmp", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".tiff", ".webp"}
"""The endings of files that are pictures."""

_IMAGE = re.compile(
    r"!\[((?:[^\[\]\\]|\\.)*)\]"
    r"\([ \t]*(<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)([ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*\)"
)
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#|\Z")
_UNFIT = re.compile(r"[^\w.-]+")
_BESIDE = "media/"
"""Where cards keep their pictures: no part of a name that a person knows."""


class Shelf:
    """The files that are brought along, each under a name of its own. No link leads out of `root`.

    UsageError once they have more than `limit` bytes in all.
    """

    def __init__(self, root: Path, limit: int) -> None:
        self._root = root.resolve()
        self._left = limit
        self._names: dict[Path, str] = {}
        self._taken: set[str] = set()

    @property
    def media(self) -> Mapping[str, Callable[[], bytes]]:
        """Each file's bytes, by its name."""
        return {name: partial(_content, path, path.stat().st_size) for path, name in self._names.items()}

    def name_of(self, path: Path) -> str:
        """The name under which a file is brought along; empty if it is not there, or not below the folder."""
        try:
            real = path.resolve()
            if not real.is_relative_to(self._root) or not real.is_file():
                return ""
            size = real.stat().st_size
        except (OSError, ValueError, RuntimeError):
            return ""
        if real not in self._names:
            self._left -= size
            if self._left < 0:
                what = F_("the pictures of {name} are too large", name=one_line(self._root.name))
                raise UsageError(what, F_("raise the limit"))
            self._names[real] = self._free(real.name)
        return self._names[real]

    def _free(self, name: str) -> str:
        path = PurePosixPath(_UNFIT.sub("-", one_line(name)).lstrip(".-") or "file")
        free, number = path.name, 1
        while free.casefold() in self._taken:
            number += 1
            free = f"{path.stem}-{number}{path.suffix}"
        self._taken.add(free.casefold())
        return free


def with_pictures(
    markdown: str, shelf: Shelf, folders: tuple[Path, ...], place: str
) -> tuple[str, tuple[str, ...], tuple[Told, ...]]:
    """Markdown whose pictures are `![…](media/name)`, the names, and what is not there or is no picture.

    A path is looked up from each of the `folders` in turn; addresses on the web stay.
    """
    names: list[str] = []
    told: list[Told] = []

    def put(image: re.Match[str]) -> str:
        target = unquote(image[2].strip("<>"))
        if _ELSEWHERE.match(target):
            return image[0]
        name = "" if "\0" in target else _found(target, shelf, folders)
        told.extend(_missing(target.removeprefix(_BESIDE), name, place))
        names.extend([name] if name else [])
        return f"![{image[1]}](media/{name}{image[3] or ''})" if name else image[0]

    rewritten = outside(markdown, _IMAGE, put) if "![" in markdown else markdown
    return rewritten, tuple(dict.fromkeys(names)), tuple(dict.fromkeys(told))


def _found(target: str, shelf: Shelf, folders: tuple[Path, ...]) -> str:
    if PurePosixPath(target).suffix.lower() not in PICTURES:
        return ""
    places = folders[-1:] if target.startswith(("@/", "/")) else folders
    relative = target.removeprefix("@").lstrip("/")
    return next((name for folder in places if (name := shelf.name_of(folder / relative))), "")


def _missing(target: str, name: str, place: str) -> list[Told]:
    if name:
        return []
    if PurePosixPath(target).suffix.lower() not in PICTURES:
        return [Told(place, _("“{name}” is no picture, and was not brought along").format(name=one_line(target)))]
    return [Told(place, _("the picture “{name}” was not found").format(name=one_line(target)))]


def _content(path: Path, size: int) -> bytes:
    """The file as it was counted: no byte more."""
    with path.open("rb") as file:
        return file.read(size)
