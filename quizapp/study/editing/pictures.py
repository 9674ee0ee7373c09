"""Pictures that a card shows from beside its file: they come along when the card moves."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from quizapp.cards.folders import LARGEST_FILE
from quizapp.errors import UsageError
from quizapp.i18n import F_
from quizapp.markdown import tokens_of
from quizapp.paths import shortened
from quizapp.study.editing.pages import Pages


def bring_pictures(pages: Pages, text: str, old: Path, new: Path) -> None:
    """Puts the pictures that `text` shows beside the file `new` as they lie beside `old`, where they stay as well.

    Only files of the old file's folder and those below it. Raises UsageError where another picture has the name.
    """
    if old.parent == new.parent:
        return
    for source in _sources(text):
        here, there = old.parent / source, new.parent / source
        inside = _lies_in(here, old.parent) and _lies_in(there, new.parent)
        if not inside or not here.is_file() or here.stat().st_size > LARGEST_FILE:
            continue
        if pages.exists(there) and pages[there] != pages[here]:
            raise UsageError(
                F_("{there} is another picture", there=shortened(there)), F_("rename one of the two, and try again")
            )
        pages[there] = pages[here]


def _sources(text: str) -> Iterator[str]:
    """The addresses of images that name a file."""
    for token in tokens_of(text):
        for child in token.children or ():
            source = str(child.attrs.get("src", "")) if child.type == "image" else ""
            parts = urlsplit(source)
            if parts.path and not parts.scheme and not parts.netloc and "\0" not in unquote(parts.path):
                yield unquote(parts.path)


def _lies_in(path: Path, folder: Path) -> bool:
    """True for a plain file, there or not, that no path and no link leads out of the folder."""
    inside = path.resolve().is_relative_to(folder.resolve())
    return inside and (path.is_file() or not path.exists())
