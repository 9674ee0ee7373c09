"""Links between notes and embedded files: `[[note|words]]` becomes its words, `![[picture.png]]` a picture of ours."""

import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from quizapp.exchange.markdown.literal import outside
from quizapp.exchange.markdown.shelf import PICTURES, Shelf
from quizapp.exchange.notes import Loss, Told
from quizapp.i18n import _
from quizapp.visible import one_line

_LINK = re.compile(r"(!?)\[\[([^\[\]|\n]+)((?:\|[^\[\]|\n]*)*)\]\]")
_SIZE = re.compile(r"\d+(?:x\d+)?\Z")
_MARKUP = re.compile(r"([\\`*_\[\]<>$=~])")
_MOST_NAMED = 5


def without_links(
    markdown: str, shelf: Shelf, folders: tuple[Path, ...], vault: Mapping[str, Path], place: str
) -> tuple[str, tuple[str, ...], tuple[Told, ...]]:
    """Markdown without the vault's own links, the names of embedded pictures, and what links and files were left out.

    A picture is looked up by its path from the `folders`, then by its name anywhere in the `vault`.
    """
    names: list[str] = []
    links: list[str] = []
    told: list[Told] = []

    def put(link: re.Match[str]) -> str:
        target, words = link[2].strip("\\ "), _words(link[3])
        if not link[1]:
            links.append(target)
            return _shown(words or target)
        name = _found(target, shelf, folders, vault)
        if name:
            names.append(name)
            return f"![{'' if _SIZE.match(words) else _shown(words)}](media/{name})"
        told.append(Told(place, _("the embedded “{name}” was not brought along").format(name=one_line(target))))
        return _shown(words if words and not _SIZE.match(words) else target)

    rewritten = outside(markdown, _LINK, put) if "[[" in markdown else markdown
    if links:
        listed = ", ".join(map(one_line, dict.fromkeys(links[:_MOST_NAMED])))
        told.append(Told(place, _("links to notes became text: {links}").format(links=listed), Loss.NOTHING))
    return rewritten, tuple(dict.fromkeys(names)), tuple(dict.fromkeys(told))


def _words(behind: str) -> str:
    return behind.rpartition("|")[2].strip("\\ ")


def _shown(text: str) -> str:
    return _MARKUP.sub(r"\\\1", one_line(text))


def _found(target: str, shelf: Shelf, folders: tuple[Path, ...], vault: Mapping[str, Path]) -> str:
    if PurePosixPath(target).suffix.lower() not in PICTURES or "\0" in target:
        return ""
    beside = next((name for folder in folders if (name := shelf.name_of(folder / target.lstrip("/")))), "")
    anywhere = vault.get(PurePosixPath(target).name.casefold())
    return beside or (shelf.name_of(anywhere) if anywhere else "")
