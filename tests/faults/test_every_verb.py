"""Every verb, on a stranger's deck: no connection, nothing that others can read, nothing that drives the terminal."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from quizapp.cli.app import VERBS
from quizapp.visible import DRIVES_TERMINAL
from tests.cli.test_hostile_text import HOSTILE, TITLE
from tests.exchange.anki.building import BASIC, Building
from tests.faults.processes import own_home, run, run_all
from tests.faults.watched import open_to_others, watched

ESCAPE = "\x1b]0;owned\x07"
WORDS: Mapping[str, Sequence[Sequence[str]]] = {
    "review": [["--plain"]],
    "due": [[]],
    "stats": [[], ["--json"]],
    "plan": [["2027-01-01"]],
    "list": [[], ["--json"]],
    "show": [["hostile/clear"], ["hostile/choice", "--json"]],
    "add": [["--deck", "own", "--topic", "own", "-"]],
    "edit": [["hostile/clear"]],
    "tag": [["hostile/clear", "+seen"]],
    "move": [["hostile/clear", "--deck", "elsewhere"]],
    "delete": [["hostile/clear"]],
    "trash": [[]],
    "diff": [[]],
    "import": [["given.apkg"], ["given.csv"]],
    "export": [["apkg", "-o", "out.apkg"], ["json", "-o", "out.json"], ["html", "-o", "out.html"]],
    "check": [["sound.md"]],
    "calc": [["net.txt"]],
    "suspend": [["hostile/clear"]],
    "resume": [["hostile/clear"]],
    "bury": [["hostile/clear"]],
    "reset": [["hostile/clear", "--yes"]],
    "merge": [["backup.db"]],
    "sync": [[]],
    "backup": [["kept.db"], []],
    "restore": [["backup.db", "--yes"]],
    "doctor": [["--rebuild"]],
    "config": [["theme", ESCAPE], []],
    "completion": [["bash"]],
}
MADE_TO_SERVE = {"serve"}
"""It listens, on this machine alone: tested where it stands."""
TYPED = {"review": "\n\n3\n" + f"{ESCAPE}\n3\n" * 8, "add": f"## Q {ESCAPE}?\n\nA\n", "delete": "y\n" * 3}


@dataclass(frozen=True)
class Stranger:
    """A home with a stranger's deck, the folder that one stands in, and the environment of watched processes."""

    home: Path
    here: Path
    environment: Mapping[str, str]
    seen: Path


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that was used once: with progress, a backup, and things to import."""
    folder = tmp_path_factory.mktemp("stranger")
    home = folder / "home"
    cards = own_home(home)
    (folder / "shared").mkdir()
    (cards / "06-pools").mkdir()
    (cards / "06-pools" / "pools.md").write_text(HOSTILE, encoding="utf-8")
    (cards / "06-pools" / "deck.toml").write_text('title = "\\u001B[2J\\u202Edeck"\n', encoding="utf-8")
    (cards / f"07-{ESCAPE[:2]}red\u202e").mkdir()
    (cards / f"07-{ESCAPE[:2]}red\u202e" / "\x1b]0;title\x07.md").write_text("## Q\n\nA\n", encoding="utf-8")
    building = Building()
    building.note(BASIC, f"front {TITLE}", f"<script>{TITLE}</script> <a href='file:///etc/passwd'>b</a>")
    building.latest(folder / "given.apkg")
    (folder / "net.txt").write_text("input 3x8x8\nconv 4 k=3\n", encoding="utf-8")
    (folder / "sound.md").write_text("## Sound?\n\nYes.\n", encoding="utf-8")
    (folder / "given.csv").write_text(f'"front {TITLE}","back {TITLE}"\n', encoding="utf-8")
    here = {"QUIZAPP_HOME": str(home), "HOME": str(folder), "LANG": "C.UTF-8"}
    begun = run_all([["review", "--plain", "--limit", "1"], ["backup", str(folder / "backup.db")]], "\n3\n", **here)
    assert begun.status == 0, begun.told
    _close(home)
    return folder


@pytest.fixture
def stranger(prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stranger:
    folder = tmp_path / "copy"
    shutil.copytree(prepared, folder)
    monkeypatch.chdir(folder)
    environment, seen = watched(tmp_path)
    places = {"QUIZAPP_HOME": str(folder / "home"), "HOME": str(folder), "EDITOR": "true"}
    return Stranger(folder / "home", folder, environment | places, seen)


def test_every_verb_is_looked_at() -> None:
    assert set(WORDS) == set(VERBS) - MADE_TO_SERVE


@pytest.mark.parametrize("verb", WORDS)
def test_it_keeps_to_itself(verb: str, stranger: Stranger) -> None:
    if verb == "sync":
        (stranger.home / "config.toml").write_text(f'bundled = false\nsync_folder = "{stranger.here}/shared"\n')
        (stranger.home / "config.toml").chmod(0o600)
    lines = [[verb, *words] for words in WORDS[verb]]
    done = run_all(lines, TYPED.get(verb, ""), **stranger.environment)
    assert (done.status, "Traceback" in done.stderr) == (0, False), done.told
    assert done.told
    assert not DRIVES_TERMINAL.search(done.told.replace("\n", ""))
    assert not stranger.seen.exists()
    assert open_to_others(stranger.home) == []


def test_a_home_that_is_made_is_its_owners_alone(tmp_path: Path) -> None:
    environment, seen = watched(tmp_path)
    done = run("list", **environment, QUIZAPP_HOME=str(tmp_path / "new"))
    assert done.status == 0
    assert not seen.exists()
    assert (tmp_path / "new" / "quizapp.db").exists()
    assert open_to_others(tmp_path / "new") == []


@pytest.mark.parametrize("words", [["show", ESCAPE], ["check", f"{ESCAPE}.md"], ["calc", ESCAPE], [f"rev{ESCAPE}"]])
def test_an_error_drives_no_terminal_either(words: list[str], stranger: Stranger) -> None:
    done = run(*words, **stranger.environment)
    assert done.status == 2
    assert "owned" in done.stderr
    assert not DRIVES_TERMINAL.search(done.told.replace("\n", ""))


def test_a_connection_would_be_seen(tmp_path: Path) -> None:
    environment, seen = watched(tmp_path)
    connecting = "import socket; socket.socket().connect_ex(('127.0.0.1', 9))"
    subprocess.run([sys.executable, "-c", connecting], env={**os.environ, **environment}, check=True)
    assert {line.split()[0] for line in seen.read_text().splitlines()} == {"socket.__new__", "socket.connect"}


def _close(home: Path) -> None:
    for path in [home, *home.rglob("*")]:
        path.chmod(0o700 if path.is_dir() else 0o600)
