"""SQLite goes through the cards as they come in the decks' order: what is found first is told first."""

import os
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from quizapp.store.collection import Collection
from quizapp.store.searching.wanted import Order
from quizapp.study.searching.search import parse
from tests.conftest import NOW, questions, write_cards
from tests.store.rows import good

BY_NUMBER = "USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"


@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize(
    ("search", "first"),
    [
        ("what -if", "listing_text"),
        ("what is:due", "listing_text"),
        ("", "listing"),
        ("kind:=basic what", "listing"),
        ("tag:=x deck:=a", "listing"),
        ("is:due", "listing"),
        ("-is:new -is:edited", "listing"),
    ],
)
def test_no_search_sorts_what_it_finds(
    collection: Collection, tmp_path: Path, search: str, first: str, reverse: bool
) -> None:
    root = write_cards(tmp_path / "cards", {"a/one.md": questions("b", "c")})
    collection.read_folders([root], NOW)
    collection.append([good("one/c")])
    plans: list[list[str]] = []

    def explain(_: Any, cursor: Any, statement: str, given: Any, *__: Any) -> None:
        if "json_group_array" in statement:
            plan = cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", given)
            plans.append([step for *_, step in plan])

    event.listen(collection._engine, "before_cursor_execute", explain)
    collection.find(parse(search), Order(reverse=reverse), NOW.date())
    assert len(plans) == min(os.cpu_count() or 1, 2)
    for steps in plans:
        assert [step.split()[1] for step in steps[1:4]] == ["deck", "topic", first]
        assert steps[3].endswith(BY_NUMBER)
        assert not [step for step in steps if "TEMP B-TREE" in step or "AUTOMATIC" in step]
