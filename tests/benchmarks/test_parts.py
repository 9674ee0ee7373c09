"""Every part of the benchmarks runs: on small collections, once."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from benchmarks.bench import Bench
from benchmarks.homes.kept import Kept
from benchmarks.parts.all import PARTS
from benchmarks.running import children
from benchmarks.scale import SMALL
from tests.soak import SOAK

QUICKEST = ("commands", "session", "search", "statistics", "merge")
"""What every run of the tests tries; `make soak` tries all."""


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """Collections that the tests of one process share."""
    return Kept(tmp_path_factory.mktemp("benchmarks"))


@contextmanager
def _as_they_were(folder: Path) -> Iterator[None]:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    yield
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize("part", PARTS if SOAK else QUICKEST)
def test_a_part_measures_something_and_leaves_the_collections_as_they_were(
    part: str, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(children.VARIABLE, raising=False)
    with _as_they_were(kept.folder):
        rows = list(PARTS[part](Bench(SMALL, kept)))
    assert rows
    assert all(row.ours > 0 for row in rows)
    assert any(row.target.said for row in rows)


@pytest.mark.skipif(children.anki_python() is None, reason=f"{children.VARIABLE} names no Python that has anki")
@pytest.mark.parametrize("part", ["session", "adding", "many", "search", "statistics", "doctor", "export"])
def test_anki_does_the_same_work(part: str, kept: Kept) -> None:
    rows = list(PARTS[part](Bench(SMALL, kept)))
    judged = [row for row in rows if "Anki" in row.target.said]
    assert judged
    assert all(row.anki and row.holds is not None for row in judged)
