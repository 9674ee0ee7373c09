import pytest

from quizapp.cards.yaml_block import UnreadableBlock, YamlBlock


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("010", 10),
        ("0o10", "0o10"),
        ("0x10", "0x10"),
        ("1_000", "1_000"),
        ("-7", -7),
        ("+7", 7),
        ("1.5", 1.5),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("1e999", "1e999"),
        (".inf", ".inf"),
        ("9" * 500, "9" * 500),
        ("1:30", "1:30"),
        ("2024-01-01", "2024-01-01"),
        ("2024-01-01T10:00:00Z", "2024-01-01T10:00:00Z"),
        ("n", "n"),
        ("Y", "Y"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ('"true"', "true"),
        ("!!python/object/apply:os.system [ls]", ["ls"]),
        ("!!binary aGk=", "aGk="),
    ],
)
def test_plain_values_are_read_as_yaml_1_2_reads_them(text: str, value: object) -> None:
    block = YamlBlock(f"key: {text}", 1)
    assert block.value == {"key": value}
    assert type(block.value["key"]) is type(value)
    assert not block.problems


@pytest.mark.parametrize("text", ["yes", "No", "ON", "off", "True", "FALSE", "Null"])
def test_words_that_readers_disagree_on_are_told(text: str) -> None:
    block = YamlBlock(f"key: {text}", 7)
    assert block.value == {"key": text}
    assert [(problem.line, problem.column) for problem in block.problems] == [(7, 6)]


def test_such_words_are_fine_as_names() -> None:
    block = YamlBlock("y: 1\nn: 2\non: 3", 1)
    assert block.value == {"y": 1, "n": 2, "on": 3}
    assert not block.problems


def test_keys_are_text() -> None:
    assert YamlBlock("1: a\ntrue: b", 1).value == {"1": "a", "true": "b"}


def test_two_documents_are_refused() -> None:
    with pytest.raises(UnreadableBlock) as refused:
        YamlBlock("a: 1\n---\nb: 2", 10)
    assert refused.value.problem.line == 11


def test_a_very_long_block_is_refused_at_once() -> None:
    with pytest.raises(UnreadableBlock, match="longer than 100000 characters"):
        YamlBlock("a: 1\n" * 50_000, 2)
