"""A card's spot: the lines of a file on which it stands now."""

from pathlib import Path

from quizapp.cards.models import Card
from quizapp.cards.slips import swallows
from quizapp.cards.writing import Extent
from quizapp.errors import UsageError
from quizapp.i18n import F_
from quizapp.paths import shortened
from quizapp.study.editing.pages import Pages


def key_of(card: Card) -> str:
    """What a card is called in its files: the id's part after the slash, or all of it where it names another topic."""
    topic, _, id_ = card.family.partition("/")
    return id_ if topic == card.topic else card.family


def lent_by(card: Card) -> str | None:
    """The topic of the card's id, where it lies in another."""
    topic = card.family.partition("/")[0]
    return None if topic == card.topic else topic


def extent_of(pages: Pages, path: Path, key: str) -> Extent:
    """Where the card stands. Raises UsageError where it is not there any more, or where it ends cannot be told."""
    found = pages.cards(path).get(key)
    if found is None:
        raise UsageError(
            F_("the card `{key}` is not in {path}", key=key, path=shortened(path)), F_("it was changed, or has a fault")
        )
    if swallows(found.section.body):
        what = F_("a code block of the card `{key}` in {path} is not closed", key=key, path=shortened(path))
        raise UsageError(what, F_("close it: what is below it counts as code"))
    return found
