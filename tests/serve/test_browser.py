"""The interface in a real browser. Skipped where there is no Chromium."""

import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.conftest import questions, write_cards
from tests.serve.chromium import Browser, Tab, chromium, executable
from tests.serve.serving import served
from tests.serve.terminal import Terminal, terminal
from tests.tui.decks import CONFIG, only

pytestmark = pytest.mark.skipif(executable() is None, reason="Chromium is not installed")

IN_CHINESE = CONFIG.replace("'en'", "'zh'")
# A letter drawn as the terminal draws it: the pixels that are not empty, as text.
DRAWN = """(letter) => {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = '16px "Roboto Mono"';
  pen.fillText(letter, 2, 20);
  return [pen.measureText(letter).width, pen.getImageData(0, 0, 40, 30).data.join()];
}"""


@pytest.fixture
async def browser(tmp_path: Path) -> AsyncIterator[Browser]:
    async with chromium(tmp_path / "browser") as started:
        yield started


def answers(home: Path) -> list[tuple[str, int]]:
    """What the log holds: cards and grades."""
    with sqlite3.connect(home / "quizapp.db") as connection:
        found = connection.execute("SELECT card, grade FROM log WHERE grade IS NOT NULL ORDER BY card").fetchall()
    connection.close()
    return found


def complaints(tab: Tab) -> list[str]:
    """What the browser found wrong with the page: policies broken, files missing, exceptions."""
    entries = [event["entry"] for event in tab.told("Log.entryAdded")]
    told = [entry["text"] for entry in entries if entry["level"] == "error"]
    return told + [event["exceptionDetails"]["text"] for event in tab.told("Runtime.exceptionThrown")]


async def test_a_review_by_keyboard(browser: Browser, home: Path) -> None:
    only(home, "basic")
    with served() as server:
        tab = await browser.open(server.url)
        await tab.shows("All decks")
        await tab.press("Enter")
        await tab.shows("What does a unit's receptive field measure?")
        await tab.press(" ")
        assert "The size of the input region" in await tab.shows("3 Good")
        await tab.press("3")
        await tab.shows("Done for now")
        assert answers(home) == [("kinds/basic", 4)]

        asked = [event["request"] for event in tab.told("Network.requestWillBeSent")]
        assert [request["url"] for request in asked if not request["url"].startswith((server.url, "data:"))] == []
        assert [request for request in asked if request["headers"].get("Referer")] == []
        assert complaints(tab) == []

        await tab.resize(600, 500)
        narrower = "terminal.cols < 80 || new Promise((done) => terminal.onResize(({cols}) => cols < 80 && done()))"
        await tab.run(f"found.then(({{terminal}}) => {narrower})")
        await tab.press("q")
        await tab.run("new Promise((done) => setInterval(() => document.activeElement.id === 'again' && done()))")
        await tab.press("Enter")
        await tab.shows("1 answer")


async def test_chinese_is_shown_right(browser: Browser, home: Path) -> None:
    only(home, "basic", IN_CHINESE)
    with served() as server:
        tab = await browser.open(server.url)
        await tab.shows("全部")
        await tab.press("Enter")
        screen = await tab.shows("单元的感受野（receptive field）衡量什么？")
        assert "显示答案" in screen
        assert await tab.run("document.documentElement.lang") == "zh-Hans"

        # Cell by cell: a Chinese character takes two, and the card's right edge is straight.
        cells = """found.then(({terminal}) => Array.from({length: terminal.rows}, (_, row) => {
          const line = terminal.buffer.active.getLine(row);
          return Array.from({length: terminal.cols}, (_, column) => line.getCell(column))
            .map((cell) => [cell.getChars(), cell.getWidth()]);
        }))"""
        rows = await tab.run(cells)
        widths = {text: width for row in rows for text, width in row}
        assert [widths[sign] for sign in "单感（？r"] == [2, 2, 2, 2, 1]
        edges = {
            len(row) - 1 - [text for text, _ in reversed(row)].index("│") for row in rows if ("│", 1) in map(tuple, row)
        }
        assert len(edges) == 1

        (width, this), (_, that), (_, nothing) = [await tab.run(f"({DRAWN})({sign!r})") for sign in "感受\U0010fffd"]
        if this in (that, nothing):
            pytest.skip("no face on this machine has Chinese characters")
        (cell, _) = await tab.run(f"({DRAWN})('m')")
        assert cell < width <= 2 * cell


async def test_two_tabs_and_a_terminal_at_once(browser: Browser, home: Path) -> None:
    decks = ("first", "second", "third")
    cards = {f"cards/{n}-{deck}/{deck}.md": questions(deck, title=deck.title()) for n, deck in enumerate(decks, 1)}
    write_cards(home, {"config.toml": CONFIG, **cards})
    with served() as server:
        tabs = [await browser.open(server.url) for _ in range(2)]
        async with terminal("review", "third") as beside:
            for number, tab in enumerate(tabs, 1):
                await tab.shows("All decks")
                await tab.press("?")  # there and back: by then the list has the focus
                await tab.shows("esc closes")
                await tab.press("Escape")
                await tab.shows("All decks")
                for row in range(number):
                    await tab.press("ArrowDown")
                    await tab.shows(f"▸ {row + 1} {decks[row]}")
                await tab.press("Enter")
            programs: dict[str, Tab | Terminal] = dict(zip(decks, (*tabs, beside), strict=True))
            for deck, program in programs.items():
                await program.shows(f"What is {deck}?")
            for deck, program in programs.items():
                await program.press(" ")
                await program.shows(f"The answer to {deck}.")
            for program in programs.values():
                await program.press("4")
                await program.shows("Done for now")
    assert answers(home) == [(f"{deck}/{deck}", 5) for deck in decks]
