from pathlib import Path

from quizapp.cards.folders import CardFile, card_files
from quizapp.cards.library import read_library, read_part
from tests.cards.reading import noted, told
from tests.conftest import questions, write_cards


def test_topics_and_decks_of_all_folders_are_brought_together(tmp_path: Path) -> None:
    one = write_cards(
        tmp_path / "one", {"cnn/a.en.md": questions("x"), "cnn/a.zh.md": questions("x"), "b.md": questions("y")}
    )
    two = write_cards(tmp_path / "two", {"c.md": questions("z"), "deck.toml": 'title = "Second"\n'})
    library = read_library([one, two])
    assert [topic.id for topic in library.topics] == ["b", "a", "c"]
    assert [card.id for card in library.cards] == ["b/y", "a/x", "c/z"]
    assert {deck.id: deck.titles["every"] for deck in library.decks} == {"one": "one", "cnn": "cnn", "two": "Second"}
    assert not library.faults


def test_a_file_with_a_fault_does_not_stop_the_others(tmp_path: Path) -> None:
    files = {"a.md": "---\ntitle: a: b\n---\n\n## Q\n", "b.md": questions("x"), "deck.toml": "order ="}
    root = write_cards(tmp_path / "cards", files)
    library = read_library([root])
    assert [card.id for card in library.cards] == ["b/x"]
    assert [text.removeprefix(f"{root}/").split(": ")[0] for text in told(library.faults)] == [
        "a.md:2:9",
        "a.md:5:1",
        "deck.toml:1:8",
    ]


def test_a_topic_to_see_must_be_there(tmp_path: Path) -> None:
    front = "---\nsee:\n  - b\n  - nothing\n---\n\n"
    root = write_cards(tmp_path, {"a.md": front + questions("x"), "b.md": questions("y")})
    assert told(read_library([root]).faults) == [f"{root}/a.md:4:1: `see`: there is no topic `nothing`"]


def test_a_topic_to_see_may_lie_in_another_folder(tmp_path: Path) -> None:
    one = write_cards(tmp_path / "one", {"a.md": "---\nsee: [b]\n---\n\n" + questions("x")})
    two = write_cards(tmp_path / "two", {"b.md": questions("y")})
    assert not read_library([one, two]).faults


def test_the_languages_of_a_topic_are_held_side_by_side(tmp_path: Path) -> None:
    root = write_cards(tmp_path, {"a.en.md": questions("x", "y"), "a.zh.md": questions("x")})
    assert len(noted(read_library([root]).faults)) == 1


def test_a_file_that_went_away_meanwhile_is_told(tmp_path: Path) -> None:
    root = write_cards(tmp_path, {"a.md": ""})
    (file,) = card_files(root)
    assert isinstance(file, CardFile)
    file.path.unlink()
    assert str(read_part(file)) == (
        f"{root}/a.md:1:1: cannot be read (No such file or directory): check the file and its permissions"
    )
