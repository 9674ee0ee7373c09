"""What tests share: a home of their own, a moment, card files, an open collection."""

import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizapp import i18n
from quizapp.paths import Places, places
from quizapp.store.collection import Collection

NOW = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
"""A Wednesday morning."""


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


@pytest.fixture
def where(home: Path) -> Places:
    """The places below `home`."""
    return places({"QUIZAPP_HOME": str(home)})


@pytest.fixture
def collection(where: Places) -> Iterator[Collection]:
    """An open, empty collection, where the program would have it."""
    with Collection(where.database, where.backups, NOW) as opened:
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
