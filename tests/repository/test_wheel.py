"""The wheel holds everything that runs, and runs from anywhere."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from tests.docs.fences import ROOT
from tests.repository.files import files


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the tree."""
    folder = tmp_path_factory.mktemp("tree")
    for path in files():
        copy = folder / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    (built,) = WheelBuilder(str(folder)).build(directory=str(folder / "dist"), versions=["standard"])
    return Path(built)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel unpacked in it: it holds no code to compile."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def test_the_wheel_holds_every_file_of_the_package_and_the_decks(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
    ours = {path.relative_to(ROOT).as_posix() for path in files()}
    code = {name for name in ours if name.startswith("quizapp/")}
    decks = {f"quizapp/{name}" for name in ours if name.startswith("content/")}
    assert packed == code | decks
    for ending in (".tcss", ".mo", "0001_first.py", "script.py.mako", "deck.toml", ".zh.md"):
        assert any(name.endswith(ending) for name in packed), ending


def test_the_unpacked_wheel_runs(installed: Path, home: Path, tmp_path: Path) -> None:
    for words in ["--version"], ["due", "--json"], ["list", "receptive"]:
        done = subprocess.run(
            [sys.executable, "-m", "quizapp", *words],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(installed), "QUIZAPP_HOME": str(home)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, (words, done.stdout + done.stderr)


def test_the_unpacked_wheel_has_its_own_decks(installed: Path, tmp_path: Path) -> None:
    code = "from quizapp.paths import bundled_cards; print(bundled_cards())"
    environment = os.environ | {"PYTHONPATH": str(installed)}
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == str(installed / "quizapp" / "content")
