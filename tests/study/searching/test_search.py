"""The language of searches, read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.errors import UsageError
from quizapp.store.searching.wanted import Field, Query, State, Word
from quizapp.study.searching.search import Unreadable, parse


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("  ", []),
        ("max pool", [Word(Field.TEXT, "max"), Word(Field.TEXT, "pool")]),
        ('"max pool"', [Word(Field.TEXT, "max pool")]),
        ("-pool", [Word(Field.TEXT, "pool", negated=True)]),
        ('-"max pool"', [Word(Field.TEXT, "max pool", negated=True)]),
        ("deck:06", [Word(Field.DECK, "06")]),
        ("topic:pooling", [Word(Field.TOPIC, "pooling")]),
        ("tag:cnn", [Word(Field.TAG, "cnn")]),
        ("-kind:typed", [Word(Field.KIND, "typed", negated=True)]),
        ("id:keeps", [Word(Field.ID, "keeps")]),
        ('deck:"a b"', [Word(Field.DECK, "a b")]),
        ("deck:=d", [Word(Field.DECK, "d", exact=True)]),
        ('-tag:="a b"', [Word(Field.TAG, "a b", negated=True, exact=True)]),
        ('deck:"=d"', [Word(Field.DECK, "=d")]),
        ("=d", [Word(Field.TEXT, "=d")]),
        ("is:edited", [Word(Field.IS, "edited")]),
        ("50% _ [x] *", [Word(Field.TEXT, text) for text in ("50%", "_", "[x]", "*")]),
        ('"deck:06"', [Word(Field.TEXT, "deck:06")]),
        ("well-known", [Word(Field.TEXT, "well-known")]),
    ],
)
def test_a_search_is_read_into_words(text: str, words: list[Word]) -> None:
    assert parse(text) == Query(tuple(words))


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Max POOL", "max pool"),
        ("ｍａｘ　ｐｏｏｌ", "max pool"),
        ("is：due", "is:due"),
        ("deck：“池化 层”", 'deck:"池化 层"'),
        ("－池化", "-池化"),
    ],
)
def test_capitals_and_the_width_of_signs_do_not_matter(text: str, same: str) -> None:
    assert parse(text) == parse(same)


@pytest.mark.parametrize("state", list(State))
def test_every_state_may_be_asked_for(state: State) -> None:
    assert parse(f"is:{state}") == Query((Word(Field.IS, state),))


@pytest.mark.parametrize(
    ("text", "word", "choices"),
    [
        ("deck:", "deck:", ()),
        ("deck:=", "deck:=", ()),
        ("pool -", "-", ()),
        ("-tag:", "-tag:", ()),
        ('""', '""', ()),
        ('pool "abc', '"abc', ()),
        ("is:du", "is:du", ("due",)),
        ("is:", "is:", ("due", "new", "suspended", "buried", "leech", "edited")),
        ("is:late", "is:late", ("due", "new", "suspended", "buried", "leech", "edited")),
        ("t:cnn", "t:cnn", ("topic", "tag")),
    ],
)
def test_a_word_that_makes_no_sense_yet_is_named_with_what_it_may_become(
    text: str, word: str, choices: tuple[str, ...]
) -> None:
    with pytest.raises(Unreadable) as told:
        parse(text)
    assert (told.value.word, told.value.choices) == (word, choices)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("is:", False),
        ("is:du", False),
        ("is:late", True),
        ("is:=due", True),
        ("t:", False),
        ("deek:", True),
        ('"x', False),
    ],
)
def test_a_word_is_wrong_where_nothing_more_would_make_sense_of_it(text: str, wrong: bool) -> None:
    with pytest.raises(Unreadable) as told:
        parse(text)
    assert told.value.wrong == wrong


def test_a_field_that_cards_do_not_have_is_told_with_those_they_have() -> None:
    with pytest.raises(UsageError, match="cards have no `deek:`: use one of deck, topic, tag, kind, id, is"):
        parse("deek:conv")


def test_a_state_that_cards_do_not_have_is_told_with_those_they_have() -> None:
    with pytest.raises(UsageError, match="no card can be `is:late`: use one of due, new"):
        parse("is:late")


def test_a_search_longer_than_anybody_types_is_refused() -> None:
    with pytest.raises(UsageError, match="too long"):
        parse("x" * 1_001)


@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from('-:"“ is:deck')))
def test_whatever_is_typed_is_read_or_told(text: str) -> None:
    try:
        words = parse(text).words
    except Unreadable:
        return
    assert all(word.text for word in words)
