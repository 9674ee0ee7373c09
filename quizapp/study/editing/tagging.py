"""Tags put on cards and taken off; a bundled card that gets one becomes the learner's own copy."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from quizapp.cards.models import Card
from quizapp.cards.writing.marks import as_tag, with_marks
from quizapp.errors import UsageError
from quizapp.study.editing.own_copy import copied
from quizapp.study.editing.pages import Pages, Written
from quizapp.study.editing.shelf import Shelf
from quizapp.study.editing.spots import extent_of, key_of
from quizapp.study.editing.taking_out import cards_of
from quizapp.study.opening import Desk
from quizapp.visible import one_line


def tag(desk: Desk, ids: Iterable[str], add: Iterable[str], remove: Iterable[str], now: datetime) -> Written:
    """Puts tags on cards and takes others off, all or none. Only the cards' headings change.

    Raises UsageError where a text is no tag, or one to be taken off is that of the whole topic.
    """
    added, removed = checked(add), set(checked(remove))
    shelf = Shelf(desk, Pages())
    places: dict[Path, list[str]] = {}
    for card in cards_of(desk, ids):
        _refuse_topics(desk, card, removed)
        if removed & {*card.tags} or not {*added} <= {*card.tags}:
            for path in dict.fromkeys(copied(shelf, card).values()):
                places.setdefault(path, []).append(key_of(card))
    for path, keys in places.items():
        _tag_cards(shelf.pages, path, keys, added, removed)
    written = shelf.pages.write()
    desk.read_cards(now)
    return written


def checked(texts: Iterable[str]) -> list[str]:
    """The texts, each of which is a tag. Raises UsageError where one is none."""
    return [_tag(text) for text in texts]


def parsed(text: str) -> tuple[list[str], list[str]]:
    """What a learner typed: `cnn +old -new` puts the first two on and takes the last off."""
    words = text.replace("，", " ").replace(",", " ").split()
    added = [word.removeprefix("+").removeprefix("＋") for word in words if not word.startswith(("-", "－"))]
    return added, [word[1:] for word in words if word.startswith(("-", "－"))]


def _tag_cards(pages: Pages, path: Path, keys: list[str], added: list[str], removed: set[str]) -> None:
    """No line is added or goes, so that where the cards stand is found once."""
    for extent in [extent_of(pages, path, key) for key in keys]:
        tags = [tag for tag in dict.fromkeys([*extent.card.tags, *added]) if tag not in removed]
        if tuple(tags) != extent.card.tags:
            pages[path] = with_marks(pages[path], extent, tags, extent.section.of)


def _refuse_topics(desk: Desk, card: Card, removed: set[str]) -> None:
    topic = desk.collection.topic(card.topic)
    if topic and (theirs := removed & set(topic.tags)):
        raise UsageError(
            f"`{min(theirs)}` is a tag of the topic `{topic.id}`", "take it out of the file's front matter"
        )


def _tag(text: str) -> str:
    tag = as_tag(text)
    if not tag or tag != text or one_line(text) != text:
        raise UsageError(f"`{one_line(text)}` is no tag", "use letters, digits and signs such as - : / .")
    return tag
