"""A tab and its program, without a browser."""

import json
import sys
from pathlib import Path

import pytest
from aiohttp import WSServerHandshakeError

from quizapp.serve import server as server_module
from quizapp.serve import window as window_module
from quizapp.serve.talking import size
from tests.serve.serving import drawn, has_ended, serving, status, tab
from tests.tui.decks import plain


async def test_a_card_is_reviewed(home: Path) -> None:
    plain(home, "a")
    async with serving() as server, tab(server.address.url) as page:
        await drawn(page, "All decks")
        await page.send_json(["stdin", "\r"])
        await drawn(page, "What is a?")
        await page.send_json(["stdin", " "])
        await drawn(page, "The answer to a.")


async def test_leaving_the_program_closes_the_tab_and_empties_the_screen(home: Path) -> None:
    plain(home, "a")
    async with serving() as server, tab(server.address.url) as page:
        await drawn(page, "All decks")
        await page.send_json(["stdin", "q"])
        assert (await drawn(page)).endswith("\x1b[2J\x1b[H\x1b[?25l")


async def test_closing_the_tab_ends_the_program(home: Path) -> None:
    plain(home, "a")
    async with serving() as server:
        async with tab(server.address.url) as page:
            await drawn(page, "All decks")
            (window,) = server.windows
            process = window._process
        assert process is not None
        assert await status(process) == 0


async def test_what_a_page_may_not_say_is_passed_over(home: Path) -> None:
    plain(home, "a")
    async with serving() as server, tab(server.address.url) as page:
        await drawn(page, "All decks")
        for said in (
            "",
            "{",
            "null",
            "[]",
            "[[]]",
            '["stdin"]',
            '["stdin", 1]',
            '["resize", {"width": 9}]',
            "[" * 9_999,
        ):
            await page.send_str(said)
        for strange in ("x", None, -1, 0, 1e300, 10**40, [1], True):
            await page.send_json(["resize", {"width": strange, "height": strange}])
        await page.send_json(["resize", {"width": 80, "height": 24}])
        await page.send_json(["stdin", "?"])
        await drawn(page, "Keys")


def test_a_size_has_bounds() -> None:
    assert size("100", "30") == size(100, 30) == (100, 30)
    assert size("٣", None) == size(-1, 0) == size("", "1.5") == (80, 24)
    assert size("9" * 5_000, 10**40) == (1_000, 1_000)


async def test_what_keeps_the_program_from_starting_is_told_in_the_tab(home: Path) -> None:
    home.mkdir()
    (home / "config.toml").write_text("new_per_day = 'many'\n", encoding="utf-8")
    async with serving() as server, tab(server.address.url) as page:
        shown = await drawn(page)
    told = shown.rpartition("\x1b[?25l")[2]
    assert told.startswith("quizapp: ")
    assert "config.toml" in told


async def test_what_it_says_in_ending_is_shown_as_text(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window_module, "_COMMAND", ("sh", "-c", "printf 'no\\033]0;x\\nway' >&2; exit 3"))
    async with serving() as server, tab(server.address.url) as page:
        assert (await drawn(page)).endswith("\x1b[?25lno␛]0;x\r\nway")


async def test_there_is_an_end_to_tabs(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain(home, "a")
    monkeypatch.setattr(server_module, "MOST", 1)
    async with serving() as server, tab(server.address.url) as first:
        await drawn(first, "All decks")
        with pytest.raises(WSServerHandshakeError) as refused:
            async with tab(server.address.url):
                pass
        assert refused.value.status == 503


async def test_a_program_that_does_not_end_is_ended(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window_module, "_COMMAND", ("sh", "-c", "trap '' INT TERM; echo __GANGLION__; exec cat >&2"))
    monkeypatch.setattr(window_module, "_PATIENCE", 0.1)
    async with serving() as server:
        async with tab(server.address.url) as page:
            await page.send_json(["ping", "1"])
            assert await page.receive_json() == ["pong", "1"]
            (window,) = server.windows
            process = window._process
        assert process is not None
        assert await status(process) == -9
        assert has_ended(process.pid)


async def test_the_browser_is_asked_to_open_pages_of_the_web_only(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    urls = ("file:///etc/passwd", "javascript:alert(1)", "https://example.org/")
    asked: list[dict[str, object]] = [{"type": "open_url", "url": url, "new_tab": True} for url in urls]
    asked.insert(0, {"type": "deliver_file_start", "key": "1", "path": "/etc/passwd"})
    packets = [b"M" + len(data := json.dumps(one).encode()).to_bytes(4, "big") + data for one in asked]
    said = b"__GANGLION__\n" + b"".join(packets)
    code = f"import sys; sys.stdout.buffer.write({said!r})"
    monkeypatch.setattr(window_module, "_COMMAND", (sys.executable, "-c", code))
    async with serving() as server, tab(server.address.url) as page:
        assert await page.receive_json() == ["open_url", {"url": "https://example.org/", "new_tab": True}]
        assert (await drawn(page)).endswith("\x1b[?25l")
