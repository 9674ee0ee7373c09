"""What the bundled decks hold, and how their cards are mixed."""

from collections import Counter

import pytest

from quizapp.cards.faces import ChoiceFace
from quizapp.cards.models import Card, Topic
from quizapp.language import LANGUAGES
from tests.content.bundled import COMPUTED, DECKS, TOPICS, cards, faces, library, topics


def _topic(id_: str) -> Topic:
    return next(topic for topic in topics() if topic.id == id_)


def _deck(name: str) -> list[Card]:
    return [card for topic in topics() if topic.deck == name for card in cards(topic)]


def test_nine_decks_hold_56_topics() -> None:
    assert (len(DECKS), len(TOPICS)) == (9, 56)
    assert {topic.deck for topic in topics()} == set(DECKS)
    assert sorted(topic.id for topic in topics()) == sorted(TOPICS)


def test_a_deck_says_in_which_order_all_its_topics_come() -> None:
    for deck in library().decks:
        assert sorted(deck.topics) == sorted(topic.id for topic in topics() if topic.deck == deck.id)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_320_cards_at_least(language: str) -> None:
    assert sum(language in card.faces for topic in topics() for card in cards(topic)) >= 320


@pytest.mark.parametrize("deck", DECKS)
def test_less_than_a_third_of_a_deck_is_choice(deck: str) -> None:
    kinds = Counter(card.kind for card in _deck(deck))
    assert 0 < 3 * kinds["choice"] < kinds.total()


@pytest.mark.parametrize("deck", DECKS)
def test_a_deck_has_something_to_order_or_to_type(deck: str) -> None:
    assert {card.kind for card in _deck(deck)} & {"order", "typed"}


@pytest.mark.parametrize("id_", TOPICS)
def test_a_topic_has_four_to_seven_written_cards_of_several_kinds_and_one_interview(id_: str) -> None:
    kinds = Counter(card.kind for card in cards(_topic(id_)) if card.kind not in COMPUTED)
    assert kinds.pop("points") == 1
    assert 4 <= kinds.total() <= 7
    assert len(kinds) >= 2


@pytest.mark.parametrize("id_", TOPICS)
def test_an_interview_has_four_to_seven_points(id_: str) -> None:
    interview = cards(_topic(id_))[-1]
    assert all(face.kind == "points" and 4 <= len(face.points) <= 7 for face in interview.faces.values())


@pytest.mark.parametrize("id_", TOPICS)
def test_a_topic_has_notes_sources_and_neighbours(id_: str) -> None:
    topic = _topic(id_)
    assert all(len(topic.notes[language].strip().splitlines()) >= 5 for language in LANGUAGES)
    assert topic.sources
    assert topic.see
    assert topic.id not in topic.see


def test_a_choice_has_two_or_three_lures_and_says_why_they_are_wrong() -> None:
    for name, face in faces():
        if isinstance(face, ChoiceFace):
            wrong = sum(not option.right for option in face.options)
            assert 2 <= wrong <= 3, name
            assert face.explanation, name


def test_neither_place_nor_length_gives_the_right_option_away() -> None:
    single = [face for _, face in faces() if isinstance(face, ChoiceFace) and not face.several]
    longest = 0
    places: Counter[int] = Counter()
    for face in single:
        *shorter, last = sorted(face.options, key=lambda option: len(option.text))
        longest += last.right and len(last.text) > len(shorter[-1].text)
        places[next(i for i, option in enumerate(face.options) if option.right)] += 1
    assert longest < len(single) / 2
    assert max(places.values()) < len(single) / 2


def test_no_two_cards_ask_the_same() -> None:
    for language in LANGUAGES:
        prompts = Counter(face.prompt for name, face in faces() if name.endswith(language))
        assert [prompt for prompt, times in prompts.items() if times > 1] == []
