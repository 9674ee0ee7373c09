"""Both languages hold the same cards, and each is written as its readers write."""

import re

import pytest

from quizapp.cards.faces import TypedFace
from quizapp.language import LANGUAGES
from quizapp.markdown import tokens_of
from tests.content.bundled import TOPICS, cards, library, texts, topics

HAN = "\u4e00-\u9fff"
# Western marks between Chinese characters, and blanks around Latin words.
WESTERN = re.compile(
    rf"[{HAN}][,;:?!](?:[{HAN}]|$)|[{HAN}]\.(?:\s|$|[{HAN}])|[{HAN}]\([{HAN}]|[{HAN}]\)[{HAN}]"
    rf"|[{HAN}] +[{HAN}A-Za-z0-9]|[A-Za-z0-9] +[{HAN}]"
)
CHINESE = re.compile(rf"[{HAN}]")
LATIN_TERM = re.compile(r"（[^（）]*[A-Za-z][^（）]*）|[A-Za-z]{3,}")
UNDATED = re.compile(r"\b(?:today|nowadays|currently|these days)\b|目前|如今|现今|现在主流", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d")


def test_the_bundled_decks_have_no_fault() -> None:
    assert [fault.what for fault in library().faults] == []


@pytest.mark.parametrize("id_", TOPICS)
def test_a_topic_is_whole_in_both_languages(id_: str) -> None:
    topic = next(topic for topic in topics() if topic.id == id_)
    assert set(topic.titles) == set(topic.notes) == set(LANGUAGES)
    assert {card.id: set(card.faces) for card in topic.cards} == {card.id: set(LANGUAGES) for card in topic.cards}


def test_what_is_typed_in_one_language_has_a_spelling_in_common_with_the_other() -> None:
    for topic in topics():
        for card in cards(topic):
            spellings = [set(face.accepted) for face in card.faces.values() if isinstance(face, TypedFace)]
            assert not spellings or set.intersection(*spellings), card.id


@pytest.mark.parametrize("id_", TOPICS)
def test_the_notes_name_the_term_in_the_other_language(id_: str) -> None:
    topic = next(topic for topic in topics() if topic.id == id_)
    assert CHINESE.search(topic.notes["en"])
    assert LATIN_TERM.search(topic.notes["zh"])


def test_chinese_text_has_chinese_punctuation_and_no_blanks_between_scripts() -> None:
    found = [
        (text.of, match[0])
        for text in texts()
        if text.language == "zh"
        for token in tokens_of(text.markdown)
        for child in token.children or ()
        if child.type == "text" and (match := WESTERN.search(child.content))
    ]
    assert found == []


def test_what_is_said_of_today_carries_a_date() -> None:
    found = [text.of for text in texts() if UNDATED.search(text.markdown) and not YEAR.search(text.markdown)]
    assert found == []
