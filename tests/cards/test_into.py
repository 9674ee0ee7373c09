"""Files that put cards into a topic which lies elsewhere, and cover those of the same id."""

from quizapp.cards.languages import topic_of
from quizapp.cards.parts import FilePart
from tests.cards.reading import noted, read, told


def _base(language: str = "en") -> FilePart:
    text = "---\ntopic: t\ntitle: T\n---\n\n## A? {#a}\n\nbase\n\n## B? {#b}\n\nbase\n"
    return read(text, f"base/t.{language}.md", "deck")


def _into(text: str, name: str = "own/t.en.md") -> FilePart:
    return read(f"---\ninto: t\n---\n\n{text}", name, "elsewhere")


def test_a_card_of_the_same_id_is_covered_in_its_place() -> None:
    topic, faults = topic_of([_base(), _into("## A! {#a}\n\nown\n")])
    assert [(card.id, card.edited) for card in topic.cards] == [("t/a", True), ("t/b", False)]
    place = topic.cards[0].places["en"]
    assert (place.file, place.line, place.covers and place.covers.file) == ("own/t.en.md", 5, "base/t.en.md")
    assert (topic.deck, topic.titles["en"], faults) == ("deck", "T", ())


def test_other_cards_come_after_those_of_the_topic() -> None:
    topic, _ = topic_of([_into("## New? {#new}\n\nown\n"), _base()])
    assert [card.id for card in topic.cards] == ["t/a", "t/b", "t/new"]


def test_one_language_may_be_covered_alone() -> None:
    topic, _ = topic_of([_base(), _base("zh"), _into("## A! {#a}\n\nown\n", "own/t.zh.md")])
    places = topic.cards[0].places
    assert (places["en"].file, places["zh"].file) == ("base/t.en.md", "own/t.zh.md")


def test_a_file_without_a_language_covers_all_of_them() -> None:
    topic, _ = topic_of([_base(), _base("zh"), _into("## A! {#a}\n\nown\n", "own/t.md")])
    assert list(topic.cards[0].places) == ["every"]
    assert [card.id for card in topic.cards] == ["t/a", "t/b"]


def test_two_files_that_put_in_the_same_card_are_told() -> None:
    topic, faults = topic_of([_base(), _into("## A! {#a}\n\n1\n"), _into("## A? {#a}\n\n2\n", "own/u.en.md")])
    assert told(faults) == ["own/u.en.md:5:1: own/t.en.md:5 already puts the card `a` into the topic"]
    assert topic.cards[0].places["en"].file == "own/t.en.md"


def test_a_topic_that_is_gone_is_what_was_put_into_it() -> None:
    topic, faults = topic_of([_into("## A! {#a}\n\nown\n")])
    assert [(card.id, card.edited, card.deck) for card in topic.cards] == [("t/a", False, "elsewhere")]
    assert not faults


def test_a_file_is_of_one_topic() -> None:
    part = read("---\ninto: t\ntopic: u\n---\n\n## A?\n\nb\n")
    assert told(part.faults) == ["topic.md:3:8: `topic` and `into` name two topics"]
    assert part.topic == "t"


def test_it_has_no_say_in_what_the_topic_is_called() -> None:
    topic, _ = topic_of([_base(), _into("## New? {#new}\n\nown\n", "own/t.md")])
    assert dict(topic.titles) == {"en": "T"}


def test_no_card_is_missed_in_it_nor_one_of_its_own_elsewhere() -> None:
    _, faults = topic_of([_base(), _base("zh"), _into("## New? {#new}\n\nown\n", "own/t.en.md")])
    assert not noted(faults)
    _, faults = topic_of([_base(), _base("zh"), _into("## New? {#new}\n\nown\n", "own/t.md")])
    assert not noted(faults)


def test_what_it_says_of_the_topic_is_told_to_hold_nothing() -> None:
    part = read("---\ninto: t\ntags: [mine]\n---\n\n## New? {#new}\n\nown\n", "own/t.en.md")
    topic, faults = topic_of([_base(), part])
    assert told(faults) == ["own/t.en.md:3:1: `tags` is not what base/t.en.md says"]
    assert topic.tags == ()


def test_a_language_that_only_puts_cards_in_does_not_come_first() -> None:
    topic, _ = topic_of([_base("zh"), _into("## A! {#a}\n\nown\n", "own/t.en.md")])
    assert (topic.deck, dict(topic.titles)) == ("deck", {"zh": "T"})
    assert next((card.id, card.edited, list(card.places)) for card in topic.cards) == ("t/a", False, ["zh", "en"])
