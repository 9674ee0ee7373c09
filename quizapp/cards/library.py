"""The library: every folder's files read, brought together into topics, and whatever is wrong with them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizapp.cards.faults import Fault, in_order
from quizapp.cards.folders import LARGEST_FILE, CardFile, card_files, deck, deck_file, unreadable
from quizapp.cards.languages import topic_of
from quizapp.cards.models import Card, Deck, Topic
from quizapp.cards.parse import parse_file
from quizapp.cards.parts import FilePart
from quizapp.i18n import F_
from quizapp.visible import one_line


@dataclass(frozen=True)
class Library:
    """All topics and decks of some folders, and the faults of their files."""

    topics: tuple[Topic, ...]
    decks: tuple[Deck, ...]
    faults: tuple[Fault, ...]

    @property
    def cards(self) -> Iterator[Card]:
        """All cards, by topic."""
        return (card for topic in self.topics for card in topic.cards)


def read_library(roots: Sequence[Path], largest: int = LARGEST_FILE) -> Library:
    """The library of these folders, each read afresh. Earlier folders come first where two hold the same topic."""
    parts: list[FilePart] = []
    faults: list[Fault] = []
    decks: dict[str, Deck] = {}
    deck_files: dict[str, Path] = {}
    seen: set[Path] = set()
    for root in roots:
        for found in card_files(root, largest):
            if isinstance(found, CardFile):
                if found.path.resolve() in seen:
                    continue  # one folder lies in another, or was named twice
                seen.add(found.path.resolve())
            part = found if isinstance(found, Fault) else read_part(found)
            if isinstance(part, Fault):
                faults.append(part)
                continue
            parts.append(part)
            if part.deck not in decks:
                decks[part.deck], fault = deck(root, part.deck)
                deck_files[part.deck] = deck_file(root, part.deck)
                faults += [fault] if fault else []
    topics, more = topics_of(parts)
    faults += [fault for part in parts for fault in part.faults]
    faults += [*more, *_dangling(topics, parts)]
    for id_, path in deck_files.items():
        faults += _misplaced(decks[id_], path, topics)
    return Library(topics, tuple(decks.values()), in_order(faults))


def read_part(file: CardFile) -> FilePart | Fault:
    """One file read and parsed; a fault where it cannot be read."""
    try:
        content = file.path.read_bytes()
    except OSError as error:
        return unreadable(file.path, error)
    return parse_file(content, str(file.path), file.deck)


def topics_of(parts: Iterable[FilePart]) -> tuple[tuple[Topic, ...], tuple[Fault, ...]]:
    """The parts brought together by topic, in the order in which topics first appear.

    A card that says it is `of` another topic is left out, and told, where that topic has a card of its id.
    """
    topics: list[Topic] = []
    faults: list[Fault] = []
    for same in _by_topic(parts).values():
        topic, found = topic_of(same)
        topics.append(topic)
        faults += found
    return _each_once(topics, faults), tuple(faults)


def _each_once(topics: Sequence[Topic], faults: list[Fault]) -> tuple[Topic, ...]:
    """The topics without cards whose id another topic has: a card that lies where its id says comes first."""
    at_home = {card.id: card for topic in topics for card in topic.cards if card.id.startswith(f"{topic.id}/")}
    held: dict[str, Card] = {}
    kept = []
    for topic in topics:
        cards = []
        for card in topic.cards:
            first = at_home.get(card.id) or held.setdefault(card.id, card)
            if first is card:
                cards.append(card)
            else:
                faults.append(_twice(card, first))
        kept.append(topic.model_copy(update={"cards": tuple(cards)}) if len(cards) < len(topic.cards) else topic)
    return tuple(kept)


def _twice(card: Card, first: Card) -> Fault:
    place, other = (next(iter(found.places.values())) for found in (card, first))
    what = F_("{file}:{line} already has a card with the id `{id}`", file=other.file, line=other.line, id=card.id)
    return Fault(file=place.file, line=place.line, what=what, mend=F_("give one of the two another id"))


def _by_topic(parts: Iterable[FilePart]) -> Mapping[str, list[FilePart]]:
    found: dict[str, list[FilePart]] = {}
    for part in parts:
        found.setdefault(part.topic, []).append(part)
    return found


def _misplaced(deck: Deck, path: Path, topics: Sequence[Topic]) -> Iterator[Fault]:
    here = {topic.id for topic in topics if topic.deck == deck.id}
    for name in deck.topics:
        if name not in here:
            what = F_("`topics`: there is no topic `{name}` in this deck", name=one_line(name))
            yield Fault(file=str(path), line=1, what=what, mend=F_("check its spelling, or remove it"))


def _dangling(topics: Sequence[Topic], parts: Sequence[FilePart]) -> Iterator[Fault]:
    known = {topic.id for topic in topics}
    for part in parts:
        for index, name in enumerate(part.front.see):
            if name not in known:
                what, line = F_("`see`: there is no topic `{name}`", name=name), part.front_line("see", str(index))
                yield Fault(file=part.file, line=line, what=what, mend=F_("check its spelling, or remove it"))
