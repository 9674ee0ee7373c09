"""A card put into a file says there what it said: what a link names may be defined otherwise in it."""

from pathlib import Path

from quizapp.cards.faces import Face, said
from quizapp.errors import UsageError
from quizapp.i18n import F_
from quizapp.paths import shortened
from quizapp.study.editing.pages import Pages


def refuse_another_text(pages: Pages, path: Path, key: str, face: Face) -> None:
    """Raises UsageError where the card of that key would not say on the page what `face` says."""
    if not any("[" in str(text) for text in said(face).values()):
        return  # nothing but a link says something else beside other cards
    there = pages.cards(path).get(key)
    if there is None or said(there.card.face) != said(face):
        what = F_(
            "a link of the card `{key}` would lead elsewhere in {path}, where its name is defined",
            key=key,
            path=shortened(path),
        )
        raise UsageError(what, F_("write the address itself, as in [text](address)"))
