"""The desk of a home that is measured."""

from pathlib import Path

from benchmarks.homes.cards import NOW
from quizapp.paths import Places
from quizapp.study.opening import Desk, open_desk


def desk_in(home: Path) -> Desk:
    """Its desk, at the moment at which everything is measured."""
    return open_desk(Places(home, home), NOW)
