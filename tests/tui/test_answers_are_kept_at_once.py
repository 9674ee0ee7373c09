"""Every answer is in the database before the next card shows."""

import sqlite3
from contextlib import closing
from pathlib import Path

from quizapp.paths import places
from tests.tui.decks import plain
from tests.tui.screens import running


async def test_another_connection_sees_the_answer_as_soon_as_the_next_card_is_there(home: Path) -> None:
    plain(home, "a", "b")
    async with running() as screen:
        await screen.press("enter", "space", "4")
        assert screen.asked == "b"
        with closing(sqlite3.connect(places().database)) as other:
            assert other.execute("SELECT grade FROM log").fetchall() == [(5,)]
