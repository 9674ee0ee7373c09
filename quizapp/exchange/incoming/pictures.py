"""Pictures that come with imported notes: put beside their deck's files, each once, none in the place of another."""

from collections.abc import Callable, Mapping
from hashlib import blake2b
from pathlib import Path

from quizapp.exchange.html.images import quoted
from quizapp.exchange.notes import Loss, Note, Told
from quizapp.i18n import _
from quizapp.study.editing.pages import Pages

FOLDER = "media"


class Pictures:
    """Takes the files of notes into the folders of their decks, among the pages to be written."""

    def __init__(self, pages: Pages, media: Mapping[str, Callable[[], bytes]]) -> None:
        self._pages = pages
        self._media = media
        self.count = 0
        self.told: list[Told] = []

    def carried(self, section: str, note: Note, folder: Path) -> str:
        """The card's text, its pictures in place. One whose name is another picture's gets another name."""
        for name in note.media:
            if name not in self._media:
                self.told.append(Told(note.place, _("the picture {name} is not there").format(name=name)))
                continue
            taken = self._put(name, folder)
            if taken != name:
                section = section.replace(f"({FOLDER}/{quoted(name)}", f"({FOLDER}/{quoted(taken)}")
                what = _("the picture {name} is called {other} here").format(name=name, other=taken)
                self.told.append(Told(note.place, what, Loss.NOTHING))
        return section

    def _put(self, name: str, folder: Path) -> str:
        content = self._media[name]()
        path = folder / FOLDER / name
        if self._pages.exists(path) and self._pages[path] != content:
            digest = blake2b(content, digest_size=4).hexdigest()
            path = path.with_name(f"{path.stem}-{digest}{path.suffix}")
        if not self._pages.exists(path):
            self._pages[path] = content
            self.count += 1
        return path.name
