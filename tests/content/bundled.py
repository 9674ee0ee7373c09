"""The bundled library, read once, and every text in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from quizapp.cards.backwards import BACKWARDS
from quizapp.cards.faces import Face
from quizapp.cards.library import Library, read_library
from quizapp.cards.models import Card, Topic
from quizapp.language import LANGUAGES
from quizapp.study.questions.asking import Ask, Stage
from tests.content.sections import CONTENT

COMPUTED = ("check", "exercise")
"""The kinds whose answers the program works out; all others are written cards."""
NARROWEST = 53
"""What the frame and the scroll bar of a review leave of 60 columns; code is indented by 2 more."""

_FILES = sorted(CONTENT.glob("*/*.en.md"))
TOPICS = [file.name.removesuffix(".en.md") for file in _FILES]
DECKS = sorted({file.parent.name for file in _FILES})
"""As their files are called: pytest collects in each process, and to read the library takes a second."""


@dataclass(frozen=True)
class Text:
    """Markdown as a learner sees it, and what it is of: `topic/card en`, or `topic en` for notes."""

    of: str
    language: str
    markdown: str


@cache
def library() -> Library:
    """All bundled topics."""
    return read_library([CONTENT])


def topics() -> list[Topic]:
    """All bundled topics, by deck."""
    return sorted(library().topics, key=lambda topic: (topic.deck, topic.id))


def cards(topic: Topic) -> list[Card]:
    """A topic's cards as they are written: a card and its reverse are one."""
    return [card for card in topic.cards if not card.id.endswith(BACKWARDS)]


def faces() -> Iterator[tuple[str, Face]]:
    """Every card in every language, with its name: `topic/card en`."""
    for topic in topics():
        for card in cards(topic):
            yield from ((f"{card.id} {language}", face) for language, face in card.faces.items())


@cache
def texts() -> tuple[Text, ...]:
    """All texts of all cards, answered, those that compute with drawn numbers; and all notes."""
    return (*_notes(), *_cards())


def _notes() -> Iterator[Text]:
    for topic in topics():
        for language, notes in topic.notes.items():
            yield Text(f"{topic.id} {language}", language, notes)


def _cards() -> Iterator[Text]:
    for topic in topics():
        for card in cards(topic):
            for language in LANGUAGES:
                for markdown in answered(card).texts(language):
                    yield Text(f"{card.id} {language}", language, markdown)


def answered(card: Card) -> Ask:
    """The card, asked and looked up."""
    ask = Ask(card, 1, seed=1)
    while ask.stage is not Stage.ANSWERED:
        assert ask.submit(), f"{card.id}: {ask.broken}"
    return ask
