"""What two threads find is what one finds, in the same order."""

import os
import sqlite3
from pathlib import Path
from threading import current_thread, main_thread
from typing import Any

import pytest
from sqlalchemy import event

from quizapp.errors import StoreError
from quizapp.store.collection import Collection
from quizapp.store.searching.wanted import Column, Order
from quizapp.study.searching.search import parse
from tests.conftest import NOW, questions, write_cards
from tests.store.rows import good


@pytest.mark.parametrize("topics", [0, 1, 2, 5])
def test_halves_are_put_together(
    collection: Collection, tmp_path: Path, topics: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {f"{'ba'[number % 2]}/t{number}.md": questions("x", "y") for number in range(topics)}
    root = write_cards(tmp_path / "cards", files | {"a/deck.toml": "order = 2"})
    collection.read_folders([root], NOW)
    collection.append([good("t0/x")] if topics else [])
    found = {}
    for processors in (1, 2):
        monkeypatch.setattr(os, "cpu_count", lambda count=processors: count)
        found[processors] = [
            collection.find(parse(search), Order(column, reverse), NOW.date())
            for search in ("", "is y", "is:new")
            for column in (Column.PLACE, Column.ID, Column.DUE)
            for reverse in (False, True)
        ]
    assert len(found[1][0]) == 2 * topics
    assert found[1] == found[2]


def test_what_goes_wrong_in_the_other_thread_is_told(
    collection: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    collection.read_folders([write_cards(tmp_path / "cards", {"a/one.md": questions("x")})], NOW)

    def fails(*_: Any) -> None:
        if current_thread() is not main_thread():
            raise sqlite3.OperationalError("disk I/O error")

    event.listen(collection._engine, "before_cursor_execute", fails)
    with pytest.raises(StoreError, match="neither read nor written"):
        collection.find(parse("x"), Order(), NOW.date())
