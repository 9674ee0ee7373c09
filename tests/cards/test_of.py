"""Cards whose id belongs to another topic than the one they lie in: where they were moved from."""

from quizapp.cards.library import topics_of
from tests.cards.reading import read, told, told_of_one_card


def test_the_id_stays_what_it_was() -> None:
    (topic,), faults = topics_of([read('## A? {#a of="old"}\n\nb\n', "new.md")])
    assert [(card.id, card.topic) for card in topic.cards] == [("old/a", "new")]
    assert not faults


def test_a_card_may_have_the_name_of_one_that_was_always_there() -> None:
    (topic,), faults = topics_of([read('## A? {#a}\n\nb\n\n## C? {#a of="old"}\n\nd\n', "new.md")])
    assert [card.id for card in topic.cards] == ["new/a", "old/a"]
    assert not faults


def test_its_own_topic_needs_no_mention() -> None:
    (topic,), _ = topics_of([read('## A? {#a of="new"}\n\nb\n', "new.md")])
    assert [card.id for card in topic.cards] == ["new/a"]


def test_the_card_that_lies_where_its_id_says_holds() -> None:
    topics, faults = topics_of(
        [read('## A? {#a of="old"}\n\nb\n', "new.md"), read("# Old\n\n## A? {#a}\n\nb\n", "old.md")]
    )
    assert [[card.id for card in topic.cards] for topic in topics] == [[], ["old/a"]]
    assert told(faults) == ["new.md:1:1: old.md:3 already has a card with the id `old/a`"]


def test_what_is_no_topic_is_told() -> None:
    assert told_of_one_card('## A? {#a of="x y"}\n\nb') == ["topic.md:1:11: `x y` is no topic id"]


def test_a_fault_leaves_it_in_use_though_it_was_reworded() -> None:
    before = read('## A? {#x of="old"}\n\nb\n', "new.md")
    after = read('## B? {#x .nothing of="old"}\n\nb\n', "new.md")
    assert [card.key for card in after.with_sound(before).cards] == ["old/x"]
