from pathlib import Path

from quizapp.cards.faults import Fault
from quizapp.cards.library import read_library
from tests.cards.reading import read, told
from tests.conftest import questions, write_cards


def _told(faults: tuple[Fault, ...], root: Path) -> list[str]:
    return [text.replace(f"{root}/", "") for text in told(faults)]


def test_of_two_cards_with_one_id_in_a_file_the_first_stays_and_both_places_are_told() -> None:
    part = read("## A {#x}\n\na\n\n## B {#y}\n\nb\n\n## C {#x}\n\nc\n")
    assert [card.face.title for card in part.cards] == ["A", "B"]
    assert told(part.faults) == ["topic.md:9:1: line 1 already has a card with the id `x`"]


def test_of_two_cards_with_one_prompt_and_no_id_the_first_stays() -> None:
    part = read("## What is A?\n\na\n\n## what is a\n\nb\n")
    assert [card.face.line for card in part.cards] == [1]
    assert told(part.faults) == ["topic.md:5:1: line 1 already has a card with this prompt"]


def test_an_id_that_another_cards_prompt_gives_is_told_as_an_id() -> None:
    part = read("## Other {#what-is-a}\n\na\n\n## What is A?\n\nb\n")
    assert told(part.faults) == ["topic.md:5:1: line 1 already has a card with the id `what-is-a`"]


def test_a_card_at_fault_takes_no_id_away() -> None:
    part = read("## A {#x}\n\n## B {#x}\n\nb\n")
    assert [card.face.title for card in part.cards] == ["B"]
    assert told(part.faults) == ["topic.md:1:1: the card has no answer"]


def test_the_same_id_in_two_topics_is_two_cards(tmp_path: Path) -> None:
    library = read_library([write_cards(tmp_path, {"a.md": questions("x"), "b.md": questions("x")})])
    assert [card.id for card in library.cards] == ["a/x", "b/x"]
    assert not library.faults


def test_two_files_with_one_topic_are_told_and_the_first_stays(tmp_path: Path) -> None:
    front = "---\ntitle: T\ntopic: same\n---\n\n"
    root = write_cards(tmp_path, {"a.md": front + questions("x"), "b.md": front + questions("x", "y")})
    library = read_library([root])
    assert [card.id for card in library.cards] == ["same/x"]
    assert _told(library.faults, root) == [
        f"b.md:3:1: {root}/a.md already holds the topic `same`".replace(f"{root}/", "")
    ]


def test_two_folders_with_one_topic_are_told_and_the_first_stays(tmp_path: Path) -> None:
    one = write_cards(tmp_path / "one", {"a.md": questions("x")})
    two = write_cards(tmp_path / "two", {"a.md": questions("x", "y")})
    library = read_library([two, one])
    assert [card.deck for card in library.cards] == ["two", "two"]
    assert _told(library.faults, tmp_path) == ["one/a.md:1:1: two/a.md already holds the topic `a`"]


def test_a_folder_named_twice_or_inside_another_is_read_once(tmp_path: Path) -> None:
    root = write_cards(tmp_path, {"a.md": questions("x"), "sub/b.md": questions("y")})
    library = read_library([root, root / "sub", root])
    assert [card.id for card in library.cards] == ["a/x", "b/y"]
    assert not library.faults
