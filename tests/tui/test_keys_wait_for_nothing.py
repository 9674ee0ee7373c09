"""A key waits for nothing that could be done before or after: its picture is complete at once."""

import asyncio
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.timer import Timer

from quizapp.tui.screens import asking
from quizapp.tui.screens.asking import AskingScreen
from tests.conftest import write_cards
from tests.tui.browsing import POOLING, Browser
from tests.tui.decks import CONFIG, plain
from tests.tui.screens import Screen, running

LONG = "\n\n".join(
    f"Line {number} is as long as the card is wide, and so it breaks at its end." for number in range(60)
)
CARDS = (
    "# T\n\n## First? {#a}\n\nOne.\n\n## Short? {#b}\n\nTwo.\n\nAnd three.\n\n"
    f"## Long? {{#c}}\n\n{LONG}\n\n## List? {{#d .order}}\n\n1. x\n2. y\n"
)


@contextmanager
def _layouts(screen: Screen) -> Iterator[list[object]]:
    """How often the screen in front is laid out meanwhile."""
    seen: list[object] = []
    signal = screen.app.screen.screen_layout_refresh_signal
    signal.subscribe(screen.app.screen, seen.append, immediate=True)
    yield seen
    signal.unsubscribe(screen.app.screen)


async def test_a_card_and_its_answer_are_laid_out_once_and_anew_where_a_scrollbar_comes(home: Path) -> None:
    write_cards(home, {"config.toml": CONFIG, "cards/t.md": CARDS})
    async with running() as screen:
        await screen.press("enter", "space", "4")  # what is in view for the first time is laid out in two steps
        for key, once in (("space", True), ("4", True), ("space", False), ("4", False)):
            with _layouts(screen) as seen:
                await screen.press(key)
            assert len(seen) == 1 or not once, key
            text = await screen.press()  # scrolled to where a long answer begins
            screen.app.screen.refresh(layout=True)
            assert await screen.press() == text, "it was the whole picture"


async def test_a_search_that_finds_other_cards_lays_nothing_out_anew(home: Path) -> None:
    write_cards(home, {"config.toml": CONFIG, "cards/pooling.md": POOLING})
    async with running((120, 30)) as screen:
        await screen.press("b")
        browser = Browser(screen)
        await browser.press("w")
        with _layouts(screen) as seen:
            text = await browser.press("h")
        assert not seen
        screen.app.screen.refresh(layout=True)
        assert await screen.press() == text


async def test_the_database_waits_to_be_tidied_until_a_card_is_read_for_a_while(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else who answers quickly would meet the tidying of every card before."""
    plain(home, "a", "b", "c")
    begun: list[Timer] = []
    set_timer = AskingScreen.set_timer

    def kept(screen: AskingScreen, *given: object) -> Timer:
        begun.append(set_timer(screen, *given))  # type: ignore[arg-type]
        return begun[-1]

    monkeypatch.setattr(AskingScreen, "set_timer", kept)
    async with running() as screen:
        await screen.press("enter", "space", "4", "space", "4")
        tidying = [timer for timer in begun if timer._interval > 1]
        assert [timer._task is None for timer in tidying] == [True, True, False]  # a timer that is stopped has none


async def test_what_computed_cards_need_is_fetched_while_the_first_card_is_read(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain(home, "a")
    fetched: list[str] = []
    monkeypatch.setattr(asking, "_SETTLED_SECONDS", 0.001)
    monkeypatch.setattr(asking, "import_module", fetched.append)
    async with running() as screen:
        await screen.press("enter")
        await screen.app.workers.wait_for_complete()
        assert fetched == ["quizapp.study.questions.computed"]


async def test_what_shows_the_first_card_is_looked_through_for_garbage_once_and_while_it_is_read(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain(home, "a", "b")
    settled: list[str] = []
    monkeypatch.setattr(asking, "_SETTLED_SECONDS", 0.01)
    async with running() as screen:
        monkeypatch.setattr(gc, "collect", lambda: settled.append("collected"))
        monkeypatch.setattr(gc, "freeze", lambda: settled.append("kept"))
        for _session in range(2):
            await screen.press("enter")
            await screen.pilot.pause(0.05)
            await screen.app.workers.wait_for_complete()
            await screen.press("escape", "escape")
        assert settled == ["collected", "kept"]


async def test_garbage_is_looked_for_once_a_card_is_painted_and_only_when_it_would_be_soon(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain(home, "a", "b", "c")
    count, swept = [0], [""]
    monkeypatch.setattr(asking, "_SETTLED_SECONDS", 1_000)
    async with running() as screen:
        await screen.press("enter")
        monkeypatch.setattr(gc, "get_count", lambda: (0, 0, count[0]))
        monkeypatch.setattr(gc, "collect", lambda: swept.append(screen.text))
        monkeypatch.setattr(asking, "_PAINTED_SECONDS", 0.001)
        await screen.press("space", "4")
        await screen.pilot.pause(0.05)
        assert swept == [""]
        count[0] = 9
        text = await screen.press("space", "4")
        async with asyncio.timeout(10):
            while swept == [""]:
                await screen.pilot.pause(0.001)
        assert swept == ["", text]


async def test_cards_that_follow_each_other_at_once_are_swept_once(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain(home, "a", "b", "c")
    count, swept = [9], [""]

    def collect() -> None:
        swept.append("all")
        count[0] = 0

    monkeypatch.setattr(asking, "_SETTLED_SECONDS", 1_000)
    async with running() as screen:
        await screen.press("enter")
        monkeypatch.setattr(gc, "get_count", lambda: (0, 0, count[0]))
        monkeypatch.setattr(gc, "collect", collect)
        monkeypatch.setattr(asking, "_PAINTED_SECONDS", 1.0)
        await screen.press("space", "4", "space", "4")
        assert swept == [""]
        await screen.pilot.pause(2.5)
        assert swept == ["", "all"]
