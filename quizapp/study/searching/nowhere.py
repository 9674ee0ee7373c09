"""What a search asks for and no card has: a deck, a topic, a tag or a kind, told with what there is."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import get_args

from quizapp.cards.faces import Kind
from quizapp.i18n import _
from quizapp.store.collection import Collection
from quizapp.store.searching.wanted import Field, Query, Word
from quizapp.visible import one_line
from quizapp.wording import N_

_NAMED = 8
"""So many names are told, those most like the word first."""


@dataclass(frozen=True)
class Nowhere:
    """A word of a search that no name in its field holds, and the names there are, the likeliest first."""

    word: Word
    names: tuple[str, ...]


def nowhere(collection: Collection, query: Query) -> list[Nowhere]:
    """The words of a search that nothing is called, in their order; those to be left out aside."""
    asked = [word for word in query.words if word.field in _NAMES and not word.negated]
    missing = ((word, _NAMES[word.field](collection)) for word in asked)
    return [Nowhere(word, _likeliest(word.text, names)) for word, names in missing if not _known(word, names)]


def what_there_is(found: Nowhere) -> str:
    """The word, and what there is."""
    names = [*map(one_line, found.names[:_NAMED]), *(["…"] if len(found.names) > _NAMED else [])]
    return _(_WORDS[found.word.field]).format(name=one_line(found.word.text), names=_(", ").join(names) or "–")


Names = Mapping[str, Sequence[str]]
"""Names, and under each all that it is found by."""


def _known(word: Word, names: Names) -> bool:
    return any(word.is_found_in(text) for texts in names.values() for text in texts)


def _likeliest(text: str, names: Iterable[str]) -> tuple[str, ...]:
    there = list(names)
    return tuple(dict.fromkeys([*get_close_matches(text, there, _NAMED), *there]))


def _decks(collection: Collection) -> Names:
    return {deck.id: (deck.id, *deck.titles.values()) for deck in collection.decks()}


def _topics(collection: Collection) -> Names:
    return {topic.id: (topic.id,) for topic in collection.topics()}


def _tags(collection: Collection) -> Names:
    return {tag: (tag,) for tag in collection.tags()}


def _kinds(_collection: Collection) -> Names:
    return {kind: (kind,) for kind in get_args(Kind)}


_NAMES: Mapping[Field, Callable[[Collection], Names]] = {
    Field.DECK: _decks,
    Field.TOPIC: _topics,
    Field.TAG: _tags,
    Field.KIND: _kinds,
}
_WORDS = {
    Field.DECK: N_("{name} is no deck; there are {names}"),
    Field.TOPIC: N_("{name} is no topic; there are {names}"),
    Field.TAG: N_("{name} is no tag; there are {names}"),
    Field.KIND: N_("{name} is no kind; there are {names}"),
}
