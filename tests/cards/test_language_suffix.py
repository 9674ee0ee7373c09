import pytest

from quizapp.cards.parse import name_and_language, parse_file


@pytest.mark.parametrize(
    ("file", "name", "language"),
    [
        ("/x/relu.en.md", "relu", "en"),
        ("/x/relu.zh.md", "relu", "zh"),
        ("/x/relu.md", "relu", "every"),
        ("/x/relu.de.md", "relu.de", "every"),
        ("/x/a.b.zh.md", "a.b", "zh"),
        ("/x/zh.md", "zh", "every"),
        ("/x.en/relu.md", "relu", "every"),
    ],
)
def test_the_language_stands_before_the_ending(file: str, name: str, language: str) -> None:
    assert name_and_language(file) == (name, language)


def test_a_topics_id_is_made_of_the_files_name() -> None:
    for file, topic in (("My Notes (2).en.md", "my-notes-2"), ("感受野.zh.md", "感受野"), ("!.md", "untitled")):
        assert parse_file(b"", file, "deck").topic == topic
