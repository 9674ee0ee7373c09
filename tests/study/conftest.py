"""A learner with eight plain cards."""

from collections.abc import Iterator

import pytest

from quizapp.paths import Places
from tests.conftest import questions
from tests.study.desks import Learner


@pytest.fixture
def learner(where: Places) -> Iterator[Learner]:
    """One deck `d` with the topic `t`: cards a to h."""
    someone = Learner(where)
    someone.read(d__t=questions(*"abcdefgh"))
    yield someone
    someone.collection.close()
