"""A fresh copy of a home, for a run that changes it."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.homes.cards import settings


@contextmanager
def fresh(home: Path) -> Iterator[Path]:
    """A copy of a home, until it is not needed any more. Its card files stay where they are: nothing writes into them.

    Nor into backups, so that the day's is linked: to make it is the first start's work, on every day one.
    """
    with tempfile.TemporaryDirectory(prefix="quizapp-benchmark-") as folder:
        copy = Path(folder) / "home"
        (copy / "backups").mkdir(parents=True)
        for file in home.iterdir():
            if file.is_file():
                shutil.copy(file, copy)
        for backup in (home / "backups").glob("*.db"):
            os.link(backup, copy / "backups" / backup.name)
        yield copy


@contextmanager
def with_cards(home: Path) -> Iterator[Path]:
    """A copy of a home whose cards are copied too, since they are written into; nothing is read yet."""
    with tempfile.TemporaryDirectory(prefix="quizapp-benchmark-") as folder:
        copy = Path(folder) / "home"
        shutil.copytree(home / "cards", copy / "cards")
        (copy / "config.toml").write_text(settings(copy / "cards"), encoding="utf-8")
        yield copy
