"""Every verb, on a stranger's deck: no connection, nothing that others can read, nothing that drives the terminal."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from quizapp.cli.app import VERBS
from quizapp.visible import DRIVES_TERMINAL
from tests.cli.test_hostile_text import HOSTILE, TITLE
from tests.exchange.anki.building import BASIC, Building
from tests.faults.forge import Forge, Run
from tests.faults.processes import MOMENT, own_home
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
    "import": [["{here}/given.apkg"], ["{here}/given.csv"], ["{here}/given.json"]],
    "export": [[kind, "-o", f"{{here}}/out/all.{kind}"] for kind in ("apkg", "json", "html")],
    "check": [["{here}/sound.md"]],
    "calc": [["{here}/net.txt"]],
    "suspend": [["hostile/clear"]],
    "resume": [["hostile/clear"]],
    "bury": [["hostile/clear"]],
    "reset": [["hostile/clear", "--yes"]],
    "merge": [["{here}/backup.db"]],
    "sync": [[]],
    "backup": [["{here}/kept/all.db"], []],
    "restore": [["{here}/backup.db", "--yes"]],
    "doctor": [["--rebuild"]],
    "config": [["trusted", ESCAPE], []],
    "completion": [["bash"]],
}
MADE_TO_SERVE = {"serve"}
"""It listens, on this machine alone: tested where it stands."""
TYPED = {"review": "\n\n3\n" + f"{ESCAPE}\n3\n" * 8, "add": f"## Q {ESCAPE}?\n\nA\n", "delete": "y\n" * 3}


@dataclass(frozen=True)
class Stranger:
    """A home with a stranger's deck, the folder that it stands in, and the forge whose runs are watched."""

    home: Path
    here: Path
    forge: Forge
    seen: Path

    def run(self, *words: str, typed: str = "") -> Run:
        """A command line, watched."""
        environment = {"HOME": str(self.here), "EDITOR": "true"}
        return self.forge.run(*words, home=self.home, typed=typed, now=MOMENT, environment=environment)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stranger]:
    """A home that was used once: with progress, a backup, and things to import."""
    folder = tmp_path_factory.mktemp("stranger")
    home = folder / "here" / "home"
    cards = own_home(home)
    (folder / "here" / "shared").mkdir()
    (cards / "06-pools").mkdir()
    (cards / "06-pools" / "pools.md").write_text(HOSTILE, encoding="utf-8")
    (cards / "06-pools" / "deck.toml").write_text('title = "\\u001B[2J\\u202Edeck"\n', encoding="utf-8")
    (cards / f"07-{ESCAPE[:2]}red\u202e").mkdir()
    (cards / f"07-{ESCAPE[:2]}red\u202e" / "\x1b]0;title\x07.md").write_text("## Q\n\nA\n", encoding="utf-8")
    building = Building()
    building.note(BASIC, f"front {TITLE}", f"<script>{TITLE}</script> <a href='file:///etc/passwd'>b</a>")
    building.latest(folder / "here" / "given.apkg")
    (folder / "here" / "net.txt").write_text("input 3x8x8\nconv 4 k=3\n", encoding="utf-8")
    (folder / "here" / "sound.md").write_text("## Sound?\n\nYes.\n", encoding="utf-8")
    (folder / "here" / "given.csv").write_text(f'"front {TITLE}","back {TITLE}"\n', encoding="utf-8")
    environment, seen = watched(folder)
    stranger = Stranger(home, folder / "here", Forge(environment), seen)
    assert stranger.run("review", "--plain", "--limit", "1", typed="\n3\n").status == 0
    assert stranger.run("backup", str(folder / "here" / "backup.db")).status == 0
    (own_home(folder / "other") / "brought").mkdir()
    (folder / "other" / "cards" / "brought" / "brought.md").write_text("## Brought?\n\nYes.\n", encoding="utf-8")
    other = replace(stranger, home=folder / "other")
    assert other.run("export", "json", "-o", str(folder / "here" / "given.json")).status == 0
    _close(folder / "here")
    yield stranger
    stranger.forge.close()


@pytest.fixture
def stranger(prepared: Stranger, tmp_path: Path) -> Stranger:
    here = Path(shutil.copytree(prepared.here, tmp_path / "copy"))
    return replace(prepared, home=here / "home", here=here)


def test_every_verb_is_looked_at() -> None:
    assert set(WORDS) == set(VERBS) - MADE_TO_SERVE


@pytest.mark.parametrize("verb", WORDS)
def test_it_keeps_to_itself(verb: str, stranger: Stranger) -> None:
    if verb == "sync":
        (stranger.home / "config.toml").write_text(f'bundled = false\nsync_folder = "{stranger.here}/shared"\n')
    for words in WORDS[verb]:
        done = stranger.run(verb, *(word.format(here=stranger.here) for word in words), typed=TYPED.get(verb, ""))
        told = done.stdout + done.stderr
        assert (done.status, "Traceback" in done.stderr) == (0, False), told
        assert told
        assert not DRIVES_TERMINAL.search(told.replace("\n", ""))
    assert not stranger.seen.exists(), stranger.seen.read_text()
    assert open_to_others(stranger.here) == []


def test_a_home_that_is_made_is_its_owners_alone(stranger: Stranger) -> None:
    made = replace(stranger, home=stranger.here / "new")
    assert made.run("list").status == 0
    assert not made.seen.exists()
    assert (made.home / "quizapp.db").exists()
    assert open_to_others(made.home) == []


@pytest.mark.parametrize(
    "words",
    [["show", ESCAPE], ["check", f"{ESCAPE}.md"], ["calc", ESCAPE], [f"rev{ESCAPE}"], ["config", "theme", ESCAPE]],
)
def test_an_error_drives_no_terminal_either(words: list[str], stranger: Stranger) -> None:
    done = stranger.run(*words)
    assert done.status == 2
    assert "owned" in done.stderr
    assert not DRIVES_TERMINAL.search((done.stdout + done.stderr).replace("\n", ""))


def test_a_connection_would_be_seen(tmp_path: Path) -> None:
    environment, seen = watched(tmp_path)
    connecting = "import socket; socket.socket().connect_ex(('127.0.0.1', 9))"
    subprocess.run([sys.executable, "-c", connecting], env={**os.environ, **environment}, check=True)
    assert {line.split()[0] for line in seen.read_text().splitlines()} == {"socket.__new__", "socket.connect"}


def _close(folder: Path) -> None:
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o700 if path.is_dir() else 0o600)
