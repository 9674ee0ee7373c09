"""What is kept of files and decks was damaged where pages are sound: it is told as damage, and nothing is written."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.errors import Damaged
from quizapp.store.collection import Collection
from tests.conftest import NOW, questions, write_cards

MOVED = {"a/new.md": '## A? {#a of="old"}\n\nmoved\n', "a/old.md": questions("b")}


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE deck SET titles = 'x'",
        "UPDATE source_file SET part = replace(part, '{', '[') WHERE path LIKE '%new.md'",
        "UPDATE source_file SET part = 'x' WHERE path LIKE '%one.en.md'",
    ],
)
def test_what_makes_no_sense_beside_a_file_that_changed_is_told(
    collection: Collection, tmp_path: Path, damage: str
) -> None:
    two = {f"a/one.{language}.md": f"---\nlanguage: {language}\n---\n\n{questions('x')}" for language in ("en", "zh")}
    root = write_cards(tmp_path / "cards", {**MOVED, **two})
    collection.read_folders((root,), NOW)
    with closing(sqlite3.connect(collection.path)) as connection, connection:
        assert connection.execute(damage).rowcount > 0
    write_cards(root, {"a/one.zh.md": questions("x", "y")})
    before = [card.id for card in collection.listed()]
    with pytest.raises(Damaged, match="the database holds something that makes no sense"):
        collection.read_folders((root,), NOW)
    assert [card.id for card in collection.listed()] == before
