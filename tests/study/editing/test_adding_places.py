"""Where a card goes, and what is offered while that is typed."""

import pytest

from quizapp.cards.models import Deck
from quizapp.study.editing.completing import TOPIC, KnownTopic, Nameable, known, tags_in
from quizapp.study.editing.form import Form
from quizapp.study.editing.shelf import Target
from quizapp.study.editing.troubles import DECK, TAGS
from tests.study.editing.conftest import Learning

KNOWN = Nameable(
    decks=[
        Deck(id="06-conv", order=6, titles={"en": "Convolution", "zh": "卷积"}),
        Deck(id="cards", order=1000, titles={"every": "cards"}),
    ],
    topics=[
        KnownTopic("pooling", {"en": "Pooling", "zh": "池化"}, "06-conv"),
        KnownTopic("unpooling", {"en": "Unpooling", "zh": "反池化"}, "06-conv"),
        KnownTopic("mine", {"every": "Mine"}, "cards"),
    ],
    tags=["cnn", "基础", "cnn-old"],
    own="cards",
)


@pytest.mark.parametrize(
    ("field", "typed", "offered"),
    [
        (TOPIC, "poo", ["pooling", "unpooling"]),
        (TOPIC, "池", ["池化", "反池化"]),
        (TOPIC, "POOLING", ["pooling", "unpooling"]),
        (TOPIC, "xyz", []),
        (DECK, "conv", ["Convolution"]),
        (DECK, "卷", ["卷积"]),
        (DECK, "", ["06-conv", "cards"]),
        (TAGS, "c", ["cnn", "cnn-old"]),
        (TAGS, "cnn, c", ["cnn cnn-old"]),
        (TAGS, "cnn，基", ["cnn 基础"]),
        (TAGS, "cnn ", []),
    ],
)
def test_what_is_there_is_offered_what_begins_so_first(field: str, typed: str, offered: list[str]) -> None:
    assert KNOWN.matches(field, typed) == offered


@pytest.mark.parametrize(
    ("deck", "offered"),
    [
        ("", ["pooling", "unpooling", "mine"]),
        ("Convolution", ["pooling", "unpooling"]),
        ("cards", ["mine"]),
        ("new", []),
    ],
)
def test_beside_a_deck_only_its_topics_are_offered(deck: str, offered: list[str]) -> None:
    assert KNOWN.matches(TOPIC, "", deck) == offered


@pytest.mark.parametrize(
    ("deck", "topic", "target"),
    [
        ("", "", Target()),
        ("", "pooling", Target("06-conv", "pooling")),
        ("卷积", "池化", Target("06-conv", "pooling")),
        ("cards", "mine", Target("", "mine")),
        ("vision", "Batch norm", Target("vision", "batch-norm", "Batch norm")),
        ("论文/读过的", "注意力", Target("论文/读过的", "注意力")),
        ("cards", "", Target()),
        ("06-conv", "", Target("06-conv")),
    ],
)
def test_ids_and_titles_lead_to_the_same_place(deck: str, topic: str, target: Target) -> None:
    assert KNOWN.target(Form(deck=deck, topic=topic)) == target


def test_a_topic_that_lies_in_another_deck_is_told() -> None:
    (trouble,) = KNOWN.troubles(Form(deck="vision", topic="pooling"))
    assert str(trouble) == (
        "Deck: the topic pooling lies in the deck 06-conv: leave the deck empty, or name another topic"
    )


@pytest.mark.parametrize("deck", ["../up", "a/../b", ".hidden", "a\\b", "x" * 81, "a//b", "a:b"])
def test_a_deck_that_no_folder_can_be_called_is_told(deck: str) -> None:
    assert [trouble.field for trouble in KNOWN.troubles(Form(deck=deck))] == [DECK]


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("cnn, 基础、x", ("cnn", "基础", "x")),
        ("#cnn cnn", ("cnn",)),
        ('a"b {c}', ("ab", "c")),
        ("  ", ()),
    ],
)
def test_tags_are_parted_by_blanks_and_commas_of_either_width(typed: str, tags: tuple[str, ...]) -> None:
    assert tags_in(typed) == tags


def test_what_there_is_comes_from_the_collection(learning: Learning) -> None:
    there = known(learning.desk)
    assert [topic.id for topic in there.topics] == ["pooling", "mine"]
    assert there.topic("池化") == KnownTopic("pooling", {"en": "Pooling", "zh": "池化"}, "06-conv")
    assert set(there.tags) == {"cnn", "even"}
    assert there.target(Form(topic="Mine")) == Target("", "mine")
