"""What a note is called here, and which card it has become already, or had become before that was thrown away.

A note of Anki's goes by its guid, whether it comes in a package or in a text file: `anki-…`. Cards that came from text
files before this was so are called `anki-text-…`, and are still known by that.
"""

from base64 import b32encode
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from hashlib import blake2b
from itertools import chain, count

from quizapp.cards.identity import is_id
from quizapp.cards.models import Card
from quizapp.exchange.notes import OURS, Note
from quizapp.study.editing.shelf import Shelf

_LONGEST_KEY = 20
"""Bytes. Anki's have 10."""

_ANKI, _ANKI_TEXT = "anki", "anki-text"
_EVERYWHERE = (_ANKI, _ANKI_TEXT)
"""Sources whose keys are one note's, in whatever deck it lies; in other tables a key may be a row's number."""


class Names:
    """The ids of a source's notes, in their order, and the library's cards as they were before.

    `gone` are the cards whose text vanished, with the decks that they lay in.
    """

    def __init__(self, shelf: Shelf, source: str, gone: Mapping[str, str]) -> None:
        self._shelf = shelf
        self._gone = gone
        self._collection = shelf.desk.collection
        self._source = source
        self._times: Counter[tuple[str, str]] = Counter()
        self._taken: set[tuple[str, str]] = set()
        self._home = lru_cache(maxsize=None)(self._deck_of_topic)
        self._deck_id = lru_cache(maxsize=None)(shelf.deck_id)

    def id_of(self, note: Note, of_prompt: str, deck: str) -> str:
        """The id of a note: its own, or from its key, or its prompt's; a number behind it where it comes again."""
        id_ = of_prompt
        if note.key.startswith(OURS):
            tail = _card_of(note.key).rpartition("/")[2]
            id_ = tail if is_id(tail) else id_
        elif note.key and not note.draft.id:
            id_ = _keyed(self._source, note.key)
        return self._free(deck, id_)

    def card_of(self, note: Note, id_: str, deck: str) -> Card | None:
        """The card that the note has become already: by its key anywhere, by its prompt in the same deck.

        A card that was moved to another deck is still known in that of the topic in its id.
        """
        if note.key.startswith(OURS) and (card := self._collection.card(_card_of(note.key))):
            return card
        cards = [card for name in _called(self._names, id_) if (card := self._collection.card(name))]
        wanted = self._deck_id(deck)
        here = [card for card in cards if self._home(card.id.partition("/")[0]) == wanted]
        moved_here = [card for card in cards if card.deck == wanted]
        anywhere = cards if self._is_keyed_anywhere(note) else []
        return next(iter((*here, *moved_here, *anywhere)), None)

    def thrown_away(self, note: Note, id_: str, deck: str) -> str:
        """The id of the card that the note had become, and that is not there any more; empty where there was none."""
        if note.key.startswith(OURS):
            return _card_of(note.key) if _card_of(note.key) in self._gone else ""
        wanted, anywhere = self._deck_id(deck), self._is_keyed_anywhere(note)
        cards = _called(self._names_gone, id_)
        return next((card for card in cards if anywhere or wanted in (self._gone[card], self._home_of(card))), "")

    def _is_keyed_anywhere(self, note: Note) -> bool:
        keyed = note.key and not note.draft.id and not note.key.startswith(OURS)
        return bool(keyed) and self._source in _EVERYWHERE

    def _home_of(self, card: str) -> str:
        return self._home(card.partition("/")[0])

    def _free(self, deck: str, id_: str) -> str:
        times = self._times[deck, id_]
        numbered = (f"{id_}-{number}" for number in count(max(2, times + 1)))
        free = next(one for one in chain([] if times else [id_], numbered) if (deck, one) not in self._taken)
        self._times[deck, id_] += 1
        self._taken.add((deck, free))
        return free

    def _deck_of_topic(self, topic: str) -> str:
        found = self._collection.topic(topic)
        return found.deck if found else ""

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        """The ids of all cards by the part after the slash."""
        return _by_tail(self._collection.ids())

    @cached_property
    def _names_gone(self) -> dict[str, list[str]]:
        return _by_tail(self._gone)


def _by_tail(ids: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for id_ in ids:
        found.setdefault(id_.rpartition("/")[2], []).append(id_)
    return found


def _called(names: Mapping[str, Sequence[str]], id_: str) -> Iterator[str]:
    """The ids by the part after the slash, or by what a note of Anki's text was called before."""
    yield from names.get(id_, ())
    if id_.startswith(f"{_ANKI}-"):
        yield from names.get(f"{_ANKI_TEXT}{id_.removeprefix(_ANKI)}", ())


def _card_of(key: str) -> str:
    """The id of the card in a key of ours."""
    return key.removeprefix(OURS).partition("@")[0]


def _keyed(source: str, key: str) -> str:
    """An id for what is known by a key in its source; from a short one, such as Anki's, the key can be told again."""
    data = key.encode("utf-8", "surrogatepass")
    if len(data) > _LONGEST_KEY:
        data = blake2b(data, digest_size=_LONGEST_KEY).digest()
    family = _ANKI if source in _EVERYWHERE else source
    return f"{family}-{b32encode(data).decode().rstrip('=').lower()}"
