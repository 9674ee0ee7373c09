"""The form is quicker than the reading of what there is."""

import asyncio
from pathlib import Path
from threading import Event

import pytest

from quizapp.study.editing.considering import Surroundings, surroundings
from quizapp.study.opening import Desk
from tests.tui.adding import card, fill, place, settled
from tests.tui.decks import all_kinds
from tests.tui.screens import running


async def test_a_card_saved_before_the_others_were_read_still_goes_where_they_are(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    all_kinds(home)
    asked, read = Event(), Event()

    def slow(desk: Desk) -> Surroundings:
        if not asked.is_set():
            asked.set()
            read.wait(10)
        return surroundings(desk)

    monkeypatch.setattr("quizapp.tui.screens.form.surroundings", slow)
    async with running() as screen:
        await screen.press("a")
        assert await asyncio.to_thread(asked.wait, 10)
        await place(screen, topic="All kinds")
        await fill(screen, "Why?", "So.")
        await screen.press("ctrl+s")
        read.set()
        await settled(screen)
        assert card(screen, "kinds/why").deck == "cards"
