"""What is there already and may be named again: decks, topics and tags, found from what is typed of them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quizapp.cards.identity import normalised, slug
from quizapp.cards.models import Deck
from quizapp.errors import UsageError
from quizapp.i18n import _
from quizapp.study.editing.files import Target
from quizapp.study.editing.form import Form
from quizapp.study.editing.shelf import own_folder
from quizapp.study.editing.troubles import DECK, Trouble
from quizapp.study.opening import Desk
from quizapp.visible import one_line

LONGEST_NAME = 80
"""Characters of a deck's name."""

TOPIC = "topic"


@dataclass(frozen=True)
class KnownTopic:
    """A topic that there is: its id, its title in every language, its deck."""

    id: str
    titles: Mapping[str, str]
    deck: str


@dataclass(frozen=True)
class Nameable:
    """What there is. `own` is the deck of files that lie in the learner's folder itself, which has no name to type."""

    decks: Sequence[Deck] = ()
    topics: Sequence[KnownTopic] = ()
    tags: Sequence[str] = ()
    own: str = "cards"

    def matches(self, field: str, text: str, deck: str = "") -> list[str]:
        """What may be meant by the text typed into a field so far: what begins so first, then what holds it.

        Where a `deck` is named, topics of others are not meant.
        """
        if field == DECK:
            return _matching(text, ([deck.id, *deck.titles.values()] for deck in self.decks))
        if field == TOPIC:
            return _matching(text, ([topic.id, *topic.titles.values()] for topic in self._topics_of(deck)))
        *before, last = _words(text)
        kept = " ".join([*before, ""]) if before else ""
        found = _matching(last, ([tag] for tag in self.tags if tag not in before)) if last else []
        return [kept + tag for tag in found]

    def topic(self, text: str) -> KnownTopic | None:
        """The topic that is meant by its id or by a title."""
        wanted = normalised(text)
        if not wanted:
            return None
        named = (topic for topic in self.topics if wanted in map(normalised, [topic.id, *topic.titles.values()]))
        return next((topic for topic in self.topics if topic.id == text.strip()), next(named, None))

    def _topics_of(self, deck: str) -> Sequence[KnownTopic]:
        """The topics of a deck, as typed; of all, where none is."""
        wanted = self.deck(deck)
        return [topic for topic in self.topics if self.deck(topic.deck) == wanted] if deck.strip() else self.topics

    def deck(self, text: str) -> str:
        """The folder that is meant by a deck's id or a title, as typed where there is none; empty for none."""
        text = one_line(text).strip("/ ")
        wanted = normalised(text)
        ids = (deck.id for deck in self.decks if wanted in map(normalised, [deck.id, *deck.titles.values()]))
        found = text if any(deck.id == text for deck in self.decks) else next(ids, text)
        return "" if found == self.own else found

    def target(self, form: Form) -> Target:
        """Where the card goes: into a topic that there is, or a new one; without either, into the usual one."""
        deck, topic = self.deck(form.deck), self.topic(form.topic)
        if topic is not None:
            return Target(deck or self.deck(topic.deck), topic.id)
        if not form.topic.strip():
            return Target(deck)
        id_ = slug(form.topic)
        return Target(deck, id_, "" if one_line(form.topic) == id_ else one_line(form.topic))

    def troubles(self, form: Form) -> list[Trouble]:
        """What is wrong with the deck named: it is a folder below the learner's own."""
        deck = self.deck(form.deck)
        if any(len(part) > LONGEST_NAME or _NO_NAME.search(part) for part in deck.split("/")) or "//" in deck:
            what = _("no folder can be called so, and a deck is one")
            return [Trouble("", DECK, 0, what, _("write a plain name, or one/another"))]
        topic = self.topic(form.topic)
        if topic is not None and deck and self.deck(topic.deck) != deck:
            what = _("the topic {topic} lies in the deck {deck}").format(topic=topic.id, deck=topic.deck)
            return [Trouble("", DECK, 0, what, _("leave the deck empty, or name another topic"))]
        return []


_NO_NAME = re.compile(r'\A\.|[<>:"\\|?*]')
_MOST = 8


def known(desk: Desk) -> Nameable:
    """What the collection holds: quick, for it looks at topics, not at cards."""
    topics = [KnownTopic(topic.id, topic.titles, topic.deck) for topic in desk.collection.topics()]
    own = own_folder(desk).resolve().name
    return Nameable(desk.collection.decks(), topics, desk.collection.tags(), own)


def tags_in(text: str) -> tuple[str, ...]:
    """The tags typed, parted by blanks or commas of either width; signs that would end them are left out."""
    cleaned = (word.strip('#"{}\\') for word in _words(text))
    return tuple(dict.fromkeys("".join(char for char in word if char not in '"{}\\') for word in cleaned if word))


def _words(text: str) -> list[str]:
    for comma in ",，、;；":
        text = text.replace(comma, " ")
    words = one_line(text).split(" ")
    return [*words, ""] if text[-1:].isspace() else words


def _matching(text: str, names: Iterable[Sequence[str]]) -> list[str]:
    """Of each thing, the name that begins so, or else holds the text."""
    wanted = normalised(text)
    first: dict[str, None] = {}
    second: dict[str, None] = {}
    for of_one in names:
        folded = [(name, normalised(name)) for name in of_one]
        begins = next((name for name, fold in folded if fold.startswith(wanted)), None)
        holds = next((name for name, fold in folded if wanted in fold), None)
        if begins:
            first[begins] = None
        elif holds:
            second[holds] = None
    return [name for name in (*first, *second) if name != text][:_MOST]


def where_to(desk: Desk, ids: Sequence[str], deck: str, topic: str) -> Target:
    """Where cards are to go, by ids or titles as the form takes them. Raises UsageError.

    A new topic for which no deck is named is one of the deck in which they all lie.
    """
    there = known(desk)
    if not deck.strip() and there.topic(topic) is None:
        decks = {card.deck for card in desk.collection.listed(ids)}
        deck = decks.pop() if len(decks) == 1 else ""
    form = Form(deck=deck, topic=topic)
    for trouble in there.troubles(form):
        raise UsageError(trouble.what, trouble.mend)
    return there.target(form)
