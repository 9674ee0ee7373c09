"""Two files, two languages, one topic."""

import pytest

from quizapp.cards.faces import BasicFace
from quizapp.cards.faults import Fault
from quizapp.cards.languages import topic_of
from quizapp.cards.models import Topic
from tests.cards.reading import noted, read, told


def _both(english: str, chinese: str) -> tuple[Topic, tuple[Fault, ...]]:
    parts = [read(text, f"a.{suffix}.md") for text, suffix in ((english, "en"), (chinese, "zh"))]
    assert not [told(part.faults) for part in parts if told(part.faults)]
    return topic_of(parts)


def _card(id_: str, text: str = "text", marks: str = "") -> str:
    return f"## {text}? {{#{id_}{marks}}}\n\n{text}\n\n"


def test_a_card_has_a_face_and_a_place_in_each_language() -> None:
    topic, faults = _both("# One\n\nNotes\n\n" + _card("x", "word"), "# 一\n\n" + _card("x", "词"))
    (card,) = topic.cards
    assert not faults
    assert {language: face.title for language, face in card.faces.items()} == {"en": "word?", "zh": "词?"}
    assert {language: (place.file, place.line) for language, place in card.places.items()} == {
        "en": ("a.en.md", 5),
        "zh": ("a.zh.md", 3),
    }
    assert topic.titles == {"en": "One", "zh": "一"}
    assert topic.notes == {"en": "Notes", "zh": ""}


def test_the_order_of_the_files_does_not_matter() -> None:
    parts = [read(_card("x") + _card("y"), "a.en.md"), read(_card("y") + _card("x"), "a.zh.md")]
    assert topic_of(parts) == topic_of(reversed(parts))
    topic, _ = topic_of(parts)
    assert [(card.id, card.position, list(card.faces)) for card in topic.cards] == [
        ("a/x", 0, ["en", "zh"]),
        ("a/y", 1, ["en", "zh"]),
    ]


def test_what_one_language_lacks_is_noted_both_ways() -> None:
    topic, faults = _both(_card("x") + _card("only-en"), _card("only-zh") + _card("x"))
    assert noted(faults) == [
        "a.en.md:5:1: card `only-en` is missing in a.zh.md",
        "a.zh.md:1:1: card `only-zh` is missing in a.en.md",
    ]
    assert not told(faults)
    assert [(card.id, card.position) for card in topic.cards] == [("a/x", 0), ("a/only-en", 1), ("a/only-zh", 2)]


def test_a_card_missing_in_a_language_is_shown_in_the_other() -> None:
    topic, _ = _both(_card("x"), _card("x") + _card("only-zh", "词"))
    card = topic.cards[1]
    assert card.face("en").title == "词?"
    assert card.place("en").file == "a.zh.md"


def test_a_topic_in_one_language_lacks_nothing() -> None:
    topic, faults = topic_of([read(_card("x"), "a.zh.md")])
    assert not faults
    assert topic.cards[0].face("en").title == "text?"


def test_a_file_without_a_language_serves_them_all() -> None:
    topic, faults = topic_of([read(_card("x", "all"), "a.md"), read(_card("y", "词"), "a.zh.md")])
    assert [card.face("en").title for card in topic.cards] == ["all?", "词?"]
    assert noted(faults) == ["a.zh.md:1:1: card `y` is missing in a.md"]


@pytest.mark.parametrize(
    ("english", "chinese", "what"),
    [
        ("## Q {#x}\n\nA", "## Q {#x .reverse}\n\nA", "it is a reverse card here and a basic card there"),
        (
            "## Q {#x}\n\n- [x] a\n- [ ] b",
            "## Q {#x}\n\n- [ ] a\n- [x] b",
            "other options are right, or there are more or fewer",
        ),
        (
            "## Q {#x}\n\n- [x] a\n- [ ] b",
            "## Q {#x}\n\n- [x] a\n- [ ] b\n- [ ] c",
            "other options are right, or there are more or fewer",
        ),
        ("## Q {#x .order}\n\n1. a\n2. b", "## Q {#x .order}\n\n1. a\n2. b\n3. c", "there are more or fewer items"),
        ("## Q {#x .points}\n\n- a\n- b\n- c", "## Q {#x .points}\n\n- a\n- b", "there are more or fewer points"),
    ],
)
def test_languages_that_disagree_are_told_and_the_first_holds(english: str, chinese: str, what: str) -> None:
    topic, faults = _both(english, "\n" + chinese)
    assert told(faults) == [f"a.zh.md:2:1: card `x`: {what}"]
    assert faults[0].mend == "make it agree with a.en.md:1"
    assert list(topic.cards[0].faces) == ["en"]


def test_the_number_of_gaps_and_alternatives_is_each_languages_own() -> None:
    _, faults = _both("## ==a== ==b== {#x}\n\n## Q {#y .typed}\n\na | b", "## ==c== {#x}\n\n## Q {#y .typed}\n\nc")
    assert not faults


def test_the_second_file_may_repeat_what_the_first_says() -> None:
    front = "---\ntopic: a\ntags: [t]\nsee: [b]\nsources: [s]\ncovers: {k: x}\n---\n\n"
    topic, faults = _both(front + _card("x"), front + _card("x"))
    assert not faults
    assert topic.cards[0].tags == ("t",)


def test_front_matter_that_disagrees_is_told_at_its_line() -> None:
    topic, faults = _both(
        "---\ntags: [t]\n---\n\n" + _card("x"), "---\ntitle: 题\ntags: [u]\nsee: [b]\n---\n\n" + _card("x")
    )
    assert told(faults) == [
        "a.zh.md:3:1: `tags` is not what a.en.md says",
        "a.zh.md:4:1: `see` is not what a.en.md says",
    ]
    assert (topic.tags, topic.see) == (("t",), ())


def test_one_topic_in_two_folders_is_told() -> None:
    _, faults = topic_of([read(_card("x"), "one/a.en.md", "one"), read(_card("x"), "two/a.zh.md", "two")])
    assert told(faults) == ["two/a.zh.md:1:1: the topic `a` lies in two folders"]


def test_covers_must_name_cards_of_the_topic() -> None:
    front = "---\ncovers:\n  seed-1: x\n  seed-2: gone\n  seed-3: only-zh\n---\n\n"
    _, faults = _both(front + _card("x"), _card("x") + _card("only-zh"))
    assert told(faults) == ["a.en.md:4:1: `covers`: seed-2 names the card `gone`, which is not here"]


def test_both_faces_are_whole() -> None:
    topic, _ = _both("## Q {#x}\n\nA\n\nB", "## 问 {#x}\n\n答\n\n释")
    assert topic.cards[0].face("zh") == BasicFace(prompt="## 问", title="问", answer="答", explanation="释")
