from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.study.merging.machines import Machine, machine

Make = Callable[[str], Machine]


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A folder that all machines see."""
    folder = tmp_path / "shared"
    folder.mkdir()
    return folder


@pytest.fixture
def make(tmp_path: Path, shared: Path) -> Iterator[Make]:
    """Makes machines that share the folder."""
    made: list[Machine] = []

    def make(name: str) -> Machine:
        made.append(machine(tmp_path / name, shared))
        return made[-1]

    yield make
    for each in made:
        each.desk.close()


@pytest.fixture
def desk(make: Make) -> Machine:
    return make("desk")


@pytest.fixture
def laptop(make: Make) -> Machine:
    return make("laptop")
