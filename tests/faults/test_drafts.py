"""What is written and not yet kept is its owner's alone, whatever the umask says."""

import os
from collections.abc import Iterator

import pytest

from quizapp.paths import Places
from quizapp.study.editing.form import Form
from quizapp.study.editing.unfinished import keep_form, keep_refused
from quizapp.study.exercises.drafts import keep_draft
from tests.conftest import NOW
from tests.faults.watched import open_to_others


@pytest.fixture(autouse=True)
def _everybody_may() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def test_forms_cards_and_code_that_were_left_are_their_owners_alone(where: Places) -> None:
    where.data.mkdir(mode=0o700)
    keep_form(Form(topic="a"), Form(), where)
    keep_refused("## Why?\n", where, NOW)
    keep_draft("topic/card", "x = 1", where)
    assert len(list((where.data / "drafts").iterdir())) == 3
    assert open_to_others(where.data) == []
