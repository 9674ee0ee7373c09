"""Each of the 61 source questions is answered, in both languages."""

import tomllib

import pytest

from quizapp.cards.models import Card, Topic
from quizapp.language import LANGUAGES
from tests.content.bundled import topics
from tests.content.sections import CONTENT

QUESTIONS = tomllib.loads((CONTENT / "questions.toml").read_text(encoding="utf-8"))
MERGED = {"seed-47": "seed-25", "seed-56": "seed-06", "seed-58": "seed-14", "seed-59": "seed-18", "seed-32b": "seed-33"}
"""A question that the source asks twice, and the one whose topic answers it."""


def _covering(key: str) -> list[tuple[Topic, Card]]:
    """The topics that say they cover the question, with the card that they name."""
    return [
        (topic, next(card for card in topic.cards if card.id == f"{topic.id}/{topic.covers[key]}"))
        for topic in topics()
        if key in topic.covers
    ]


def test_the_source_has_61_questions_in_two_languages() -> None:
    assert len(QUESTIONS) == 61
    assert all(set(question) == set(LANGUAGES) for question in QUESTIONS.values())


@pytest.mark.parametrize("key", QUESTIONS)
def test_a_question_is_answered_by_one_card_in_both_languages(key: str) -> None:
    [(_, card)] = _covering(key)
    assert set(card.faces) == set(LANGUAGES)


@pytest.mark.parametrize("key", [key for key in QUESTIONS if key not in MERGED])
def test_a_question_is_an_interview_card_with_points_to_tick(key: str) -> None:
    [(topic, card)] = _covering(key)
    assert card.kind == "points"
    assert topic.cards[-1] == card


@pytest.mark.parametrize("key", MERGED)
def test_a_question_asked_twice_has_a_card_of_its_own_in_the_same_topic(key: str) -> None:
    [(topic, card)] = _covering(key)
    [(same, interview)] = _covering(MERGED[key])
    assert topic == same
    assert card != interview


def test_no_topic_covers_a_question_that_the_source_does_not_ask() -> None:
    assert {key for topic in topics() for key in topic.covers} - QUESTIONS.keys() == set()
