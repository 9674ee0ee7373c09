"""The verb: what it tells, and that nothing stays behind when it ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from quizapp.cli.app import app
from quizapp.errors import UsageError
from quizapp.serve.address import Address
from quizapp.serve.server import listening
from tests.docs.fences import ROOT
from tests.serve.serving import PATIENCE, drawn, has_ended, served, tab
from tests.tui.decks import plain


async def test_one_line_is_the_address_and_nothing_else_tells_the_token(home: Path) -> None:
    plain(home, "a")
    with served() as server:
        token = server.url.split("/")[3]
        assert len(token) >= 32
        async with tab(server.url) as page:
            await drawn(page, "All decks")
        assert token not in Path(f"/proc/{server.process.pid}/cmdline").read_text() if Path("/proc").is_dir() else True
        server.process.send_signal(signal.SIGINT)
        out, told = server.process.communicate(timeout=PATIENCE)
    assert (server.process.returncode, out) == (0, "")
    assert told == "Open this address in a browser; Ctrl+C ends it.\n"
    kept = [path for path in home.rglob("*") if path.is_file() and token.encode() in path.read_bytes()]
    assert kept == []


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="the end of another's process is seen on Linux only")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL], ids=lambda how: how.name)
async def test_its_programs_end_with_it(how: signal.Signals, home: Path) -> None:
    plain(home, "a")
    with served() as server:
        async with tab(server.url) as page:
            await drawn(page, "All decks")
            (child,) = server.children
            server.process.send_signal(how)
            await drawn(page)
        assert has_ended(child)
        assert server.process.wait(PATIENCE) == (-9 if how == signal.SIGKILL else 0)


def test_a_port_that_is_taken_is_told() -> None:
    with listening(Address("localhost", 0)) as ear, pytest.raises(UsageError) as told:
        listening(Address("localhost", ear.getsockname()[1]))
    assert "--port" in told.value.hint


@pytest.mark.parametrize("host", ["host.invalid.", "two..dots", "a" * 70])
def test_a_host_that_is_nowhere_is_told(host: str) -> None:
    with pytest.raises(UsageError):
        listening(Address(host, 0))


@pytest.mark.parametrize("missing", ["aiohttp", "textual_serve"])
def test_without_the_extra_it_says_what_to_install(missing: str, home: Path) -> None:
    code = f"import sys; sys.modules[{missing!r}] = None; from quizapp.cli.app import app; app(['serve'])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    what = f"`quizapp serve` needs {missing}, which is not installed: install it with `pip install 'quizapp[web]'`"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"quizapp: {what}\n")


def test_a_warning_tells_that_others_may_come(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.serve.server.serve", lambda address, look, tell: tell(address))
    there = CliRunner().invoke(app, ["serve", "--host", "0.0.0.0", "--no-token"])
    assert there.stdout == "http://127.0.0.1:8765/\n"
    assert there.stderr.startswith("Warning: ")
    here = CliRunner().invoke(app, ["serve"])
    assert here.stderr.startswith("Open this address")


def test_what_keeps_the_program_from_starting_is_told_before_anybody_opens_it(home: Path) -> None:
    home.mkdir()
    (home / "config.toml").write_text("new_per_day = 'many'\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["serve", "--port", "0"])
    assert result.exit_code == 2
    assert "new_per_day" in result.stderr
