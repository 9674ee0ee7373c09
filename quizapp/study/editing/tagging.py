"""Tags put on cards and taken off; a bundled card that gets one becomes the learner's own copy."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quizapp.cards.models import Card, Topic
from quizapp.cards.writing.marks import as_tag, with_marks
from quizapp.errors import UsageError
from quizapp.i18n import F_, _
from quizapp.study.editing.own_copy import copied
from quizapp.study.editing.pages import Pages, Written
from quizapp.study.editing.shelf import Shelf, is_own
from quizapp.study.editing.spots import extent_of, key_of
from quizapp.study.editing.taking_out import cards_of
from quizapp.study.opening import Desk
from quizapp.visible import one_line


@dataclass(frozen=True)
class Tagged:
    """What became of tags: how many cards changed, which of them are the learner's own copies since.

    `absent` are tags that were to be taken off and that no card had; `stay` those of a whole topic, with the topic.
    """

    written: Written
    cards: int
    copies: tuple[str, ...]
    absent: tuple[str, ...]
    stay: tuple[tuple[str, Topic], ...]


def tag(desk: Desk, ids: Iterable[str], add: Iterable[str], remove: Iterable[str], now: datetime) -> Tagged:
    """Puts tags on cards and takes others off, on all files or none. Only the cards' headings change.

    A tag of a whole topic is not one card's to lose. Raises UsageError where a text is no tag.
    """
    added, removed = checked(add), set(checked(remove))
    shelf = Shelf(desk, Pages())
    cards = cards_of(desk, ids)
    topics = {card.topic: desk.collection.topic(card.topic) for card in cards}
    places: dict[Path, dict[str, set[str]]] = {}
    changed = []
    for card in cards:
        topic = topics[card.topic]
        lost = removed.difference(topic.tags if topic else ())
        if lost & {*card.tags} or not {*added} <= {*card.tags}:
            changed.append(card)
            for path in dict.fromkeys(copied(shelf, card).values()):
                places.setdefault(path, {})[key_of(card)] = lost
    for path, lost_by in places.items():
        _tag_cards(shelf.pages, path, lost_by, added)
    written = shelf.pages.write()
    desk.read_cards(now)
    return Tagged(
        written,
        len(changed),
        tuple(card.id for card in changed if _bundled(desk, card)),
        tuple(sorted(removed.difference(*(card.tags for card in cards)))),
        tuple((tag, topic) for topic in topics.values() if topic for tag in sorted(removed & {*topic.tags})),
    )


def _bundled(desk: Desk, card: Card) -> bool:
    return any(not is_own(Path(place.file), desk) for place in card.places.values())


def why_it_stays(desk: Desk, tag: str, topic: Topic) -> str:
    """That a tag is one of the whole topic, and what to do where the topic is the learner's own."""
    if all(is_own(path, desk) for path in desk.collection.files(topic.id)):
        told = _("{tag} is a tag of the whole topic {topic}: take it out of the front matter of its files.")
    else:
        told = _("{tag} is a tag of the whole topic {topic}, which comes with the program: it stays.")
    return told.format(tag=one_line(tag), topic=one_line(topic.id))


def checked(texts: Iterable[str]) -> list[str]:
    """The texts, each of which is a tag. Raises UsageError where one is none."""
    return [_tag(text) for text in texts]


def parsed(text: str) -> tuple[list[str], list[str]]:
    """What a learner typed: `cnn +old -new` puts the first two on and takes the last off."""
    words = text.replace("，", " ").replace(",", " ").split()
    added = [word.removeprefix("+").removeprefix("＋") for word in words if not word.startswith(("-", "－"))]
    return added, [word[1:] for word in words if word.startswith(("-", "－"))]


def _tag_cards(pages: Pages, path: Path, lost_by: Mapping[str, Collection[str]], added: list[str]) -> None:
    """No line is added or goes, so that where the cards stand is found once."""
    for extent, lost in [(extent_of(pages, path, key), lost) for key, lost in lost_by.items()]:
        tags = [tag for tag in dict.fromkeys([*extent.card.tags, *added]) if tag not in lost]
        if tuple(tags) != extent.card.tags:
            pages[path] = with_marks(pages[path], extent, tags, extent.section.of)


def _tag(text: str) -> str:
    tag = as_tag(text)
    if not tag or tag != text or one_line(text) != text:
        raise UsageError(
            F_("`{text}` is no tag", text=one_line(text)), F_("use letters, digits and signs such as - : / .")
        )
    return tag
