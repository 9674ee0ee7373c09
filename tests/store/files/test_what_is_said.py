"""What is said to the database when card files are read: no more than there is to say, and by indexes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.store.collection import Collection
from tests.conftest import NOW, questions, write_cards
from tests.store.rows import good

Said = Callable[[], list[str]]


@pytest.fixture
def root(collection: Collection, tmp_path: Path) -> Path:
    root = write_cards(tmp_path / "cards", {f"a/t{number}.md": questions("x", "y") for number in range(3)})
    collection.read_folders([root], NOW)
    collection.append([good("t0/x")])
    return root


@pytest.fixture
def said(collection: Collection, root: Path) -> Said:
    """Reads the folder again; what is said meanwhile, the values in their places."""

    def read() -> list[str]:
        heard: list[str] = []
        with collection._engine.connect() as connection:  # the pool has no other: it is the one that is used below
            driver = connection.connection.driver_connection
        assert driver is not None
        driver.set_trace_callback(heard.append)
        collection.read_folders([root], NOW)
        driver.set_trace_callback(None)
        return [" ".join(statement.split()) for statement in heard]

    return read


def _written(said: list[str]) -> set[str]:
    """The tables into which something was put, or in which something was changed."""
    return {
        words[1 if words[0] == "UPDATE" else 2] for words in map(str.split, said) if words[0] in ("INSERT", "UPDATE")
    }


def test_a_card_added_is_written_and_nothing_else(said: Said, root: Path) -> None:
    write_cards(root, {"a/t0.md": questions("x", "y", "z")})
    assert _written(said()) == {"source_file", "card", "listing", "listing_text"}


def test_of_sound_files_what_they_said_before_is_not_asked(said: Said, root: Path) -> None:
    write_cards(root, {"a/t0.md": questions("x", "y", "z")})
    assert [statement for statement in said() if statement.startswith("BEGIN")] == ["BEGIN", "BEGIN IMMEDIATE"]


def test_a_title_that_changed_is_written(said: Said, root: Path) -> None:
    write_cards(root, {"a/t0.md": questions("x", "y", title="Another")})
    assert _written(said()) == {"source_file", "topic"}


def test_cards_with_a_past_are_put_in_their_places(said: Said, root: Path) -> None:
    write_cards(root, {"a/t0.md": questions("y", "x")})
    assert _written(said()) == {"source_file", "card", "listing", "listing_text", "schedule"}


def _plans(collection: Collection, asked: list[str]) -> list[str]:
    with collection._engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        return [str(row[3]) for statement in asked for row in driver.execute(f"EXPLAIN QUERY PLAN {statement}")]


def test_several_topics_are_compared_without_a_look_at_the_others(
    said: Said, collection: Collection, root: Path
) -> None:
    write_cards(root, {f"a/t{number}.md": questions("x", "y", "z") for number in range(2)})
    asked = [statement for statement in said() if statement.startswith("SELECT") and " FROM card" in statement]
    plans = [plan for plan in _plans(collection, asked) if " card " in plan]
    assert plans == 2 * ["SEARCH card USING INDEX ix_card_topic (topic=?)"]


def test_files_that_put_cards_into_other_topics_are_found_without_reading_all(
    said: Said, collection: Collection, root: Path
) -> None:
    write_cards(root, {"a/t0.md": questions("x", "y", "z")})
    asked = [statement for statement in said() if statement.startswith("SELECT") and "source_file.part" in statement]
    assert any("ix_source_file_lends" in plan for plan in _plans(collection, asked))
