"""Tags of single cards, beside those of their topic."""

from quizapp.cards.languages import topic_of
from tests.cards.reading import card, read


def test_they_stand_in_the_heading() -> None:
    assert card('## A? {#a .typed tags="x y::z 中文 x"}\n\nb\n').tags == ("x", "y::z", "中文")


def test_the_topics_come_first_and_each_stands_once() -> None:
    topic, _ = topic_of([read('---\ntags: [cnn, x]\n---\n\n## A? {#a tags="x y"}\n\nb\n\n## C?\n\nd\n')])
    assert [card.tags for card in topic.cards] == [("cnn", "x", "y"), ("cnn", "x")]


def test_those_of_all_languages_count() -> None:
    english, chinese = (
        read(f'## A? {{#a tags="{tag}"}}\n\nb\n', f"t.{name}.md") for name, tag in [("en", "x"), ("zh", "y")]
    )
    topic, _ = topic_of([english, chinese])
    assert topic.cards[0].tags == ("x", "y")
