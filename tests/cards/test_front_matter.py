import pytest

from quizapp.cards.parts import FilePart
from tests.cards.reading import noted, read, told


def _with_front(*lines: str) -> FilePart:
    return read("\n".join(["---", *lines, "---", "", "## Q {#q}", "", "A", ""]))


def test_it_is_optional() -> None:
    part = read("## Q\n\nA\n", "own-notes.md")
    assert (part.topic, part.title, part.notes) == ("own-notes", "own-notes", "")
    assert not part.faults


def test_it_names_the_topic_and_its_title() -> None:
    part = _with_front("topic: relu", "title: ReLU & co.")
    assert (part.topic, part.title) == ("relu", "ReLU & co.")


def test_empty_front_matter_says_nothing() -> None:
    for lines in ((), ("",), ("# a comment",), ("title:",)):
        part = _with_front(*lines)
        assert (part.topic, part.title, part.faults) == ("topic", "topic", ())


def test_a_no_where_text_is_meant_is_told_and_stays_text() -> None:
    part = _with_front("title: no", "tags: [cnn, on]")
    assert told(part.faults) == [
        "topic.md:2:8: `no` is false or true to some readers of YAML, text to others",
        "topic.md:3:13: `on` is false or true to some readers of YAML, text to others",
    ]
    assert (part.title, part.front.tags) == ("no", ["cnn", "on"])


def test_a_quoted_no_is_text() -> None:
    assert not _with_front('title: "no"').faults


def test_numbers_and_dates_are_not_taken_for_text_or_the_other_way_round() -> None:
    assert told(_with_front("title: 2024").faults) == ["topic.md:2:8: `title`: should be text"]
    assert told(_with_front("title: true").faults) == ["topic.md:2:8: `title`: should be text"]
    assert _with_front("title: 2024-01-01").title == "2024-01-01"
    assert _with_front("title: 12:30:45").title == "12:30:45"


def test_a_key_of_the_wrong_shape_is_told_with_its_place() -> None:
    part = _with_front("tags: cnn", "see:", "  - a", "  - 5", "covers: [a]", "sources: {a: b}")
    assert told(part.faults) == [
        "topic.md:2:7: `tags`: should be a list",
        "topic.md:5:5: `see.1`: should be text",
        "topic.md:6:9: `covers`: should be keys and values",
        "topic.md:7:10: `sources`: should be a list",
    ]


def test_a_fault_in_one_key_leaves_the_others_as_they_are() -> None:
    part = _with_front("topic: relu", "tags: cnn", "see: [a]")
    assert (part.topic, part.front.tags, part.front.see) == ("relu", [], ["a"])


def test_what_stands_twice_is_told() -> None:
    assert told(_with_front("topic: a", "topic: b").faults) == ["topic.md:3:1: `topic` stands here twice"]
    assert told(_with_front("covers: {a: q, a: q}").faults) == ["topic.md:2:16: `a` stands here twice"]


def test_an_unknown_key_is_only_noted() -> None:
    part = _with_front("author: me", "date: 2024-01-01", "title: T")
    assert not told(part.faults)
    assert noted(part.faults) == [
        "topic.md:2:1: front matter has no key `author`",
        "topic.md:3:1: front matter has no key `date`",
    ]
    assert part.title == "T"


def test_anchors_and_aliases_are_refused() -> None:
    assert told(_with_front("tags: &a [x]", "see: *a").faults) == ["topic.md:2:7: anchors and aliases are not read"]
    assert told(_with_front("see: *a").faults) == ["topic.md:2:6: anchors and aliases are not read"]


def test_deep_nesting_is_refused() -> None:
    part = _with_front(f"title: {'[' * 30}{']' * 30}")
    assert told(part.faults) == ["topic.md:2:31: nested more than 24 deep"]


def test_a_fault_of_syntax_has_its_line_and_column() -> None:
    assert told(_with_front("topic: relu", "title: a: b").faults) == [
        "topic.md:3:9: YAML: mapping values are not allowed here"
    ]
    assert told(_with_front("tags: [a", "title: x").faults)[0].startswith("topic.md:3:6: YAML: ")
    assert told(_with_front('title: "a').faults)[0].startswith("topic.md:2:10: YAML: ")
    assert told(_with_front("title: x", "\ttags: y").faults)[0].startswith("topic.md:3:1: YAML: ")


def test_a_character_that_yaml_forbids_has_its_place() -> None:
    assert told(_with_front("topic: a", "title: a\uffffb").faults) == [
        "topic.md:3:9: YAML: character U+FFFF is not allowed"
    ]


def test_the_topic_is_found_even_where_the_rest_cannot_be_read() -> None:
    part = _with_front("topic: relu  # ours", "title: a: b")
    assert part.topic == "relu"
    assert [card.id for card in part.cards] == ["q"]


def test_a_topic_that_is_no_id_is_told_and_the_files_name_serves() -> None:
    part = _with_front("topic: a topic/of mine", "title: T")
    assert told(part.faults) == ["topic.md:2:8: `a topic/of mine` is no topic id"]
    assert (part.topic, part.title) == ("topic", "T")


def test_a_list_is_no_front_matter() -> None:
    for line in ("- a", "just text"):
        assert told(_with_front(line).faults) == ["topic.md:2:1: `the block`: should be keys and values"]


def test_it_stands_at_the_very_beginning() -> None:
    part = read("\n---\ntopic: x\n---\n\n## Q\n\nA\n")
    assert part.topic == "topic"


def test_an_escape_in_yaml_brings_no_control_character_in() -> None:
    part = _with_front(r'title: "\e[31mred\u202e"', r'tags: ["\x07"]')
    assert (part.title, part.front.tags) == ("␛[31mred\ufffd", ["␇"])


@pytest.mark.parametrize("line", ['into: "conv"', "into: 'conv'  # mine", "topic: conv"])
def test_a_topic_in_quotes_is_found_there_too(line: str) -> None:
    part = read(f"---\n{line}\ntags: [a\n---\n\n## A?\n\nb\n")
    assert part.topic == "conv"
    assert (part.front.into is not None) == line.startswith("into")


def test_what_is_no_topic_is_not_taken_for_one_there() -> None:
    part = read("---\ntopic: -conv\ntags: [a\n---\n\n## A?\n\nb\n")
    assert part.topic == "topic"
