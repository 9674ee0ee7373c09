"""What tests share: a home of their own, a moment, card files, an open collection."""

import gc
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

from quizapp import i18n
from quizapp.paths import Places, places
from quizapp.store.collection import Collection
from quizapp.store.engines.database import Place
from tests.faults.forge import Forge
from tests.postgres import FOLDER, Servant, found
from tests.soak import examples

ENGINES = ("sqlite", "postgresql")
NOW = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
"""A Wednesday morning."""

# No deadline: a machine that others use may be slow at one example.
settings.register_profile("unhurried", deadline=None, max_examples=examples(200))
settings.load_profile("unhurried")


def pytest_configure(config: pytest.Config) -> None:
    """All processes that test share a folder for the server, which the first that needs one starts."""
    if not hasattr(config, "workerinput"):
        os.environ[FOLDER] = tempfile.mkdtemp(prefix="qz")  # short: the path of a socket has no more than 100 bytes


def pytest_unconfigure(config: pytest.Config) -> None:
    """The server stops when all have tested, well or not."""
    if not hasattr(config, "workerinput"):
        Servant(Path(os.environ[FOLDER])).stop()
        shutil.rmtree(os.environ.pop(FOLDER), ignore_errors=True)


def pytest_collection() -> None:
    """What is collected stays: to look for garbage meanwhile took a fifth of the time."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Modules and tests stay: to look through them for garbage, again and again, took an eighth of all tests' time."""
    gc.set_threshold(10_000, 10, 10)
    gc.collect()
    gc.freeze()
    gc.enable()


def pytest_runtest_logfinish() -> None:
    """What outlives tests (imports, caches) stays as well: to look there took a quarter of the interface's tests' time.

    Only between tests, when no application is open, and once there is much to look through.
    """
    if gc.get_count()[2]:
        gc.collect()
        gc.freeze()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Everything the program keeps lies below this folder; the learner speaks English and lives by UTC."""
    folder = tmp_path / "home"
    for name in (
        "LC_ALL",
        "LC_MESSAGES",
        "LANGUAGE",
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "NO_COLOR",
        "EDITOR",
        "VISUAL",
    ):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"QUIZAPP_HOME": folder, "HOME": tmp_path, "LANG": "C.UTF-8", "TZ": "UTC"}.items():
        monkeypatch.setenv(name, str(value))
    time.tzset()
    i18n.use("en")
    yield folder
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(scope="session")
def forge() -> Iterator[Forge]:
    """A process that runs the program again and again."""
    forge = Forge()
    yield forge
    forge.close()


@pytest.fixture
def where(home: Path) -> Places:
    """The places below `home`."""
    return places({"QUIZAPP_HOME": str(home)})


@pytest.fixture
def servant() -> Servant:
    """The PostgreSQL server of the tests, running."""
    programs = found()
    if isinstance(programs, str):
        pytest.skip(programs)
    servant = Servant(Path(os.environ[FOLDER]))
    servant.start(programs)
    return servant


@pytest.fixture
def place(where: Places, request: pytest.FixtureRequest) -> Iterator[Place]:
    """Where a collection is to be: the program's own file, or a database of a server where a test asks for it."""
    if getattr(request, "param", ENGINES[0]) == ENGINES[0]:
        yield where.database
        return
    with request.getfixturevalue("servant").database() as address:
        yield address


@pytest.fixture
def collection(place: Place, where: Places) -> Iterator[Collection]:
    """An open, empty collection."""
    with Collection(place, where.backups, NOW) as opened:
        yield opened


def write_cards(root: Path, files: Mapping[str, str]) -> Path:
    """Writes files below `root`, by their paths in it; `root` again."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def questions(*ids: str, title: str = "Topic", marks: str = "") -> str:
    """The text of a file with a plain card for each id; `marks` stand behind it in the braces."""
    cards = [f"## What is {id_}? {{#{id_}{marks}}}\n\nThe answer to {id_}.\n" for id_ in ids]
    return "\n".join([f"# {title}\n", *cards])
