"""What another program chooses while this one begins."""

from pathlib import Path

import pytest

from quizapp.paths import places
from quizapp.study.opening import open_desk
from quizapp.study.sessions.scope import Scope
from quizapp.tui.themes import LIGHT
from tests.conftest import NOW
from tests.tui.decks import plain
from tests.tui.first_picture import Gate, begun, read


@pytest.mark.parametrize(("scope", "chinese"), [(None, "全部"), (Scope(), "显示答案")])
async def test_what_was_chosen_since_the_first_picture_is_on_the_screen(
    home: Path, monkeypatch: pytest.MonkeyPatch, scope: Scope | None, chinese: str
) -> None:
    plain(home, "a", "b", "c")
    read()
    gate = Gate(monkeypatch)
    async with begun(gate, scope=scope) as screen:
        assert chinese not in screen.text
        with open_desk(places(), NOW) as other:
            other.choose_all({"interface": "zh", "theme": LIGHT.name})
        assert chinese in await gate.open(screen)
        assert screen.app.theme == LIGHT.name
