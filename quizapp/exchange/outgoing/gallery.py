"""Pictures of cards that are written out: each from the folder of its card's file, under a name of its own."""

import sys
from pathlib import Path

from quizapp.cards.draft import Draft
from quizapp.exchange.markdown.shelf import Shelf, with_pictures
from quizapp.exchange.notes import Told

MOST = 512 * 2**20
"""Bytes of all pictures together that go along: they are packed in memory."""


class Gallery(Shelf):
    """The pictures that cards show, from many folders. UsageError once more bytes than MOST are to go along."""

    def __init__(self, go_along: bool) -> None:
        super().__init__(Path(), MOST if go_along else sys.maxsize)

    def file_name(self, name: str) -> str:
        """What the file of a picture is called where it lies; `name` is its own here."""
        return next((path.name for path, own in self._names.items() if own == name), name)

    def hung(self, draft: Draft, file: str, place: str) -> tuple[Draft, tuple[str, ...], tuple[Told, ...]]:
        """The draft showing `media/name`, these names, and what is not there.

        No picture lies outside the folder of the card's file.
        """
        if "![" not in draft.prompt and "![" not in draft.answer:
            return draft, (), ()
        folder = Path(file).parent
        self._root = folder.resolve()
        prompt, shown, missing = with_pictures(draft.prompt, self, (folder,), place)
        answer, more, also = with_pictures(draft.answer, self, (folder,), place)
        changed = draft.model_copy(update={"prompt": prompt, "answer": answer})
        return changed, tuple(dict.fromkeys((*shown, *more))), tuple(dict.fromkeys((*missing, *also)))
