"""What waits today, for a prompt: the same as a session asks, and quick to import."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.config import Settings
from quizapp.paths import Places
from quizapp.scheduling.grades import Grade
from quizapp.study.coming.glance import waiting_on
from quizapp.study.sessions.scope import Scope
from quizapp.study.sessions.session import Session
from tests.conftest import NOW, questions
from tests.study.desks import AGAIN, GOOD, Learner

STEPS = st.lists(st.sampled_from([*Grade, "undo", "bury", "suspend", "tomorrow"]), max_size=25)


@settings(max_examples=15, deadline=None)
@given(STEPS, st.integers(0, 6), st.integers(0, 6), st.booleans(), st.none() | st.integers(-1, 9))
def test_a_glance_plans_what_a_session_asks(
    steps: list[Grade | str], new: int, reviews: int, by_deck: bool, in_view: int | None
) -> None:
    with TemporaryDirectory() as folder:
        chosen = Settings(bundled=False, new_per_day=new, reviews_per_day=reviews)
        if in_view is not None:
            day = NOW.date() + timedelta(days=in_view)
            chosen = chosen.but(interview=day, interview_decks=("e",))
        if by_deck:
            chosen = chosen.but(order="by-deck")
        learner = Learner(Places(Path(folder), Path(folder)), chosen)
        learner.read(d__t=questions("a", "b", marks=" .reverse"), e__u=questions("x", "y", "z"))
        learner.start(Scope())
        for step in steps:
            if step == "undo":
                learner.undo()
            elif step == "tomorrow":
                learner.tomorrow()
                learner.start()
            elif learner.shown is not None:
                learner.answer(step) if isinstance(step, Grade) else getattr(learner, step)()
        asked = Session(learner.collection, learner.settings, Scope(), learner.now)
        day = asked.pen.day(learner.now)
        found = waiting_on(day, learner.settings, learner.where.database)
        assert found is not None
        assert (found.due, found.new) == (asked.planned.due, asked.planned.new)
        learner.collection.close()


def test_a_card_not_settled_counts_among_the_due(learner: Learner) -> None:
    learner.start(new_per_day=2)
    learner.answers(AGAIN, GOOD)
    found = waiting_on(learner.now.date(), learner.settings, learner.where.database)
    assert found is not None
    assert (found.due, found.new) == (1, 0)


def test_before_the_first_start_nothing_is_known(tmp_path: Path, learner: Learner) -> None:
    assert waiting_on(learner.now.date(), learner.settings, tmp_path / "none.db") is None


def test_the_next_day_with_cards_is_told(learner: Learner) -> None:
    learner.start()
    learner.answer()
    today = learner.now.date()
    learner.tomorrow()
    found = waiting_on(today, learner.settings, learner.where.database)
    assert found is not None
    assert found.next_due == learner.now.date()


def test_importing_it_loads_nothing_slow() -> None:
    slow = "sqlalchemy alembic pydantic textual markdown_it yaml rich"
    script = f"import sys, quizapp.study.coming.glance; print([n for n in {slow!r}.split() if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
