"""An answer that cannot be written is told, and nothing moves."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from quizapp.errors import StoreError
from quizapp.scheduling.fold import Standing
from quizapp.store.collection import Collection
from quizapp.store.log.turn import Turn
from quizapp.store.values import LogRow
from tests.tui.decks import plain
from tests.tui.screens import running


def _fail_once(monkeypatch: pytest.MonkeyPatch) -> None:
    append = Turn.append
    failed: list[bool] = []

    def failing(self: Turn, rows: Sequence[LogRow], shown: Standing | None = None) -> None:
        if not failed:
            failed.append(True)
            raise StoreError("the disk is [/full]", "make room")
        append(self, rows, shown)

    monkeypatch.setattr(Turn, "append", failing)


@pytest.mark.parametrize(("key", "row"), [("3", ("a", "answer", 4)), ("z", ("a", "bury", None))])
async def test_the_card_stays_and_the_same_key_then_works(
    home: Path, monkeypatch: pytest.MonkeyPatch, key: str, row: tuple[str, str, int | None]
) -> None:
    plain(home, "a", "b")
    async with running() as screen:
        await screen.press("enter", "space")
        _fail_once(monkeypatch)
        text = await screen.press(key)
        assert screen.told == "the disk is [/full] make room"
        assert "the disk is [/full]" in text
        assert (screen.asked, screen.log) == ("a", [])
        await screen.press(key)
        assert (screen.asked, screen.log) == ("b", [row])


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (StoreError("the disk is full", "make room"), "the disk is full"),
        (PermissionError(13, "Permission denied", "/home/me"), "/home/me cannot be opened (Permission denied)"),
    ],
)
async def test_a_setting_that_cannot_be_kept_is_told(
    home: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, told: str
) -> None:
    plain(home, "a")

    def failing(self: Collection, values: object) -> None:
        raise error

    async with running() as screen:
        monkeypatch.setattr(Collection, "set_all", failing)
        assert "Today" in await screen.press("l")
        assert told in screen.told
