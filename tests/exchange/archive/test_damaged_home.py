"""A home whose database says nonsense of a card is told as damaged, and no export is made of it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.errors import StoreError
from tests.exchange.archive.homes import exported
from tests.exchange.exported import home_with


@pytest.mark.parametrize("content", ["{", "[]", '{"id":"x/one"}', '{"deck":"d","faces":{}}'])
def test_a_card_that_is_none_is_told(content: str, tmp_path: Path) -> None:
    with home_with(tmp_path, {"d/x.md": "## One? {#one}\n\nYes.\n"}) as desk:
        with closing(sqlite3.connect(desk.places.database)) as database, database:
            database.execute("UPDATE card SET content = ?", (content,))
        with pytest.raises(StoreError):
            exported(desk)
