"""A card's spot: the lines of a file on which it stands now."""

from pathlib import Path

from quizapp.cards.models import Card
from quizapp.cards.writing import Extent, extents
from quizapp.errors import UsageError
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
    """Where the card stands. Raises UsageError where it is not there any more."""
    found = extents(pages[path], str(path)).get(key)
    if found is None:
        raise UsageError(f"the card `{key}` is not in {shortened(path)}", "it was changed, or has a fault")
    return found


def next_key(pages: Pages, path: Path, key: str) -> str | None:
    """The card below it in its file."""
    keys = list(extents(pages[path], str(path)))
    return next(iter(keys[keys.index(key) + 1 :]), None) if key in keys else None
