"""The browse screen, driven: its workers are waited for after every key."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from textual.widgets import Input

from quizapp.tui.screens.browse import BrowseScreen
from quizapp.tui.widgets.card_table import CardTable
from tests.conftest import write_cards
from tests.tui.decks import CONFIG
from tests.tui.screens import Clock, Screen, running

POOLING = """---
topic: pooling
tags: [cnn]
---

# Pooling

## What does max pooling keep? {#keeps}

The largest value of each window.

## Which of these has weights? {#weights}

- [ ] max pooling
- [x] a convolution

Pooling only compares.

## A window ==slides== over the input. {#slides}

With a stride.
"""
CHINESE = """---
topic: pooling
tags: [cnn]
---

# 池化

## 最大池化保留什么？ {#keeps}

每个窗口中最大的值。

## 下面哪一个有权重？ {#weights}

- [ ] 最大池化
- [x] 卷积

池化只做比较。

## 窗口在输入上==滑动==。 {#slides}

按步幅移动。
"""
WARMUP = (
    "---\ntopic: warmup\ntags: [training]\n---\n\n# Warm-up\n\n## How long is warm-up? {#long .typed}\n\n1000 steps\n"
)


class Browser:
    """The browse screen that is in front."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen

    async def press(self, *keys: str) -> str:
        """Presses keys, each worked off before the next; the screen afterwards."""
        for key in keys:
            await self.screen.pilot.press(key)
            await self.settle()
        return self.screen.text

    async def search(self, text: str) -> list[str]:
        """Searches for another text, as if pasted; the cards found, without their topics."""
        if self.table.has_focus:
            await self.press("slash")
        self.screen.app.screen.query_one("#search", Input).value = text
        await self.settle()
        return self.found

    async def settle(self) -> None:
        """Waits for what is searched for or written."""
        await self.screen.pilot.pause()
        await self.screen.app.workers.wait_for_complete()
        await self.screen.pilot.pause()

    @property
    def table(self) -> CardTable:
        """The table."""
        front = self.screen.app.screen
        assert isinstance(front, BrowseScreen)
        return front.query_one(CardTable)

    @property
    def found(self) -> list[str]:
        """The cards in the table, without their topics."""
        return _tails(self.table.ids)

    @property
    def cursor(self) -> str:
        """The card under the cursor, without its topic."""
        return (self.table.card or "").partition("/")[2]

    @property
    def chosen(self) -> list[str]:
        """The cards that an action is for, without their topics."""
        return _tails(self.table.chosen)

    @property
    def status(self) -> str:
        """The line that tells what was found."""
        return self.screen.text.splitlines()[1].strip()


def _tails(ids: Sequence[str]) -> list[str]:
    return [id_.partition("/")[2] for id_ in ids]


def four_cards(home: Path, config: str = CONFIG) -> None:
    """Three cards of one topic in two languages, and one of another deck."""
    files = {"06-pools/pooling.en.md": POOLING, "06-pools/pooling.zh.md": CHINESE, "07-training/warmup.md": WARMUP}
    write_cards(home, {"config.toml": config, **{f"cards/{name}": text for name, text in files.items()}})


@asynccontextmanager
async def browsing(size: tuple[int, int] = (80, 24), clock: Clock | None = None) -> AsyncIterator[Browser]:
    """The program, open on the browse screen, the search in focus."""
    async with running(size, clock=clock) as screen:
        browser = Browser(screen)
        await browser.press("b")
        yield browser
