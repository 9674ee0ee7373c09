"""Whatever the learner does, in whatever order: nothing is lost, doubled or let slip past a limit."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizapp.config import Settings
from quizapp.paths import Places
from quizapp.scheduling.fold import effective
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.store.waiting.counts import DayCounts
from quizapp.study.sessions.scope import Scope
from tests.conftest import questions
from tests.study.desks import Learner

NEW, REVIEWS = 3, 4
STEPS = st.lists(
    st.sampled_from(["answer"] * 5 + ["undo", "bury", "suspend", "resume", "reset", "restart", "tomorrow"])
    | st.tuples(st.just("answer"), st.sampled_from(Grade)),
    max_size=30,
)


class Diary:
    """What the learner did and did not take back, beside what the program says of it."""

    def __init__(self, learner: Learner) -> None:
        self.learner = learner
        self.standing: list[str] = []
        self.today: list[tuple[str, bool]] = []

    def do(self, step: str | tuple[str, Grade]) -> None:
        name, grade = (step, Grade.GOOD) if isinstance(step, str) else step
        getattr(self, f"_{name}")(grade) if name == "answer" else getattr(self, f"_{name}")()

    def _answer(self, grade: Grade) -> None:
        session = self.learner.session
        if session.card is None:
            return
        id_, shown = session.card.id, session.standing.memory
        if self.learner.collection.standing(id_).memory == shown:
            self.today.append((id_, True))
            self.learner.answer(grade)
        else:  # it was reset since it was shown
            assert session.answer(grade, self.learner.now, 1_000) is None
            assert self.learner.shown == id_.partition("/")[2], "it comes again, as it stands now"
            assert session.standing.memory != shown

    def _undo(self) -> None:
        undone = self.learner.undo()
        expected = self.today.pop()[0] if self.today else None
        assert (undone.card if undone else None) == expected

    def _bury(self) -> None:
        self._marked(self.learner.bury)

    def _suspend(self) -> None:
        self._marked(self.learner.suspend)

    def _marked(self, do: Callable[[], None]) -> None:
        if self.learner.session.card:
            self.today.append((self.learner.session.card.id, False))
            do()

    def _resume(self) -> None:
        self._outside(What.RESUME)

    def _reset(self) -> None:
        self._outside(What.RESET)

    def _outside(self, what: What) -> None:
        if self.learner.mark("t/a", what):
            self.today.append(("t/a", False))

    def _restart(self) -> None:
        self.learner.restart()

    def _tomorrow(self) -> None:
        self.standing += [card for card, answered in self.today if answered]
        self.today = []
        self.learner.tomorrow()
        self.learner.restart()

    @property
    def answers(self) -> Counter[str]:
        """How often each card was answered, what was undone left out."""
        return Counter([*self.standing, *(card for card, answered in self.today if answered)])


def logged(learner: Learner) -> Counter[str]:
    rows = [row.entry for id_ in "abcdef" for row in learner.collection.history(f"t/{id_}")]
    return Counter(entry.card for entry in effective(rows) if entry.what is What.ANSWER)


@settings(max_examples=25, deadline=None)
@given(STEPS)
@example(["answer", "answer", "tomorrow", "answer", "reset", "answer"])
def test_nothing_is_lost_doubled_or_beyond_the_limits(steps: list[str | tuple[str, Grade]]) -> None:
    with TemporaryDirectory() as folder:
        chosen = Settings(bundled=False, new_per_day=NEW, reviews_per_day=REVIEWS, suspend_leeches=True)
        learner = Learner(Places(Path(folder), Path(folder)), chosen)
        learner.read(d__t=questions(*"abcdef"))
        learner.start(Scope())
        diary = Diary(learner)
        for step in steps:
            diary.do(step)
            assert logged(learner) == diary.answers
            assert learner.collection.differences() == []
            counts = DayCounts.of(learner.collection.waits(learner.session.pen.day(learner.now)).done())
            assert counts.new <= NEW + 1  # a card that is reset or undone gives back its place, which is shown already
            assert counts.reviews <= REVIEWS
        learner.collection.close()
