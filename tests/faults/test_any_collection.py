"""Two machines of one learner and whatever is done on them, in any order, against a model that is a few sets."""

import shutil
import tempfile
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from quizapp.cards.draft import Draft
from quizapp.language import EVERY
from quizapp.paths import Places
from quizapp.scheduling.fold import effective
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.store.copies.backups import integrity
from quizapp.study.editing import taking_out, trash
from quizapp.study.editing.files import Target, add, replace
from quizapp.study.keeping import bring_back, make_backup
from quizapp.study.marking import mark
from quizapp.study.merging.merge import merge
from quizapp.study.merging.sources import rows_in
from quizapp.study.opening import Desk, open_desk
from quizapp.study.sessions.scope import Scope
from quizapp.study.sessions.session import Session
from tests.conftest import NOW
from tests.faults.deeds import Deed, Log
from tests.soak import SOAK, rounds

TOPICS = ("one", "two")
MACHINES = st.sampled_from(["here", "there"])


class Household(RuleBasedStateMachine):
    """Two machines that share a folder of cards; the clock of both goes on a second with each thing done."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="household-"))
        self.cards = self.folder / "cards"
        self.cards.mkdir()
        self.now, self.day, self.count = NOW, 0, 0
        self.texts: dict[str, str] = {}
        self.thrown: dict[str, str] = {}
        self.logs = {"here": Log(), "there": Log()}
        self.devices = {name: name for name in self.logs}
        self.kept: dict[str, Log] = {}
        self.desks = {name: self.opened(name) for name in self.logs}

    def opened(self, name: str) -> Desk:
        home = self.folder / name
        home.mkdir(exist_ok=True)
        (home / "config.toml").write_text(f'bundled = false\ncards = "{self.cards.as_posix()}"\n', encoding="utf-8")
        desk = open_desk(Places(home, home), self.now)
        desk.read_cards(self.now)
        return desk

    def later(self) -> datetime:
        self.now += timedelta(seconds=1)
        self.count += 1
        return self.now

    def noted(self, name: str, card: str, what: What) -> None:
        self.logs[name].deeds.add(Deed(self.count, card, what, self.day, self.devices[name]))

    @initialize()
    def begins(self) -> None:
        for topic in (*TOPICS, *TOPICS):
            self.adds("here", topic, "plain")
        for name in self.logs:
            self.reviews(name, [Grade.GOOD, Grade.AGAIN])
        self.undoes("there", 1)
        self.marked("there", min(self.texts), What.SUSPEND)
        self.merges("here")  # with an answer, one taken back, and a card put to sleep: chance seldom merges all of them

    @rule(
        name=MACHINES, topic=st.sampled_from(TOPICS), text=st.sampled_from(["plain", "==no gap", "# no heading", "答"])
    )
    def adds(self, name: str, topic: str, text: str) -> None:
        number = len(self.texts) + len(self.thrown)
        draft = Draft(prompt=f"Question {number}?", answer=f"{text} text-{self.count}", id=f"q{number}")
        said = f"text-{self.count}"
        card = add(self.desks[name], Target("", topic, topic.title()), {EVERY: draft}, self.later()).card
        self.texts[card] = said
        self.all_read()

    @precondition(lambda self: self.texts)
    @rule(name=MACHINES, data=st.data())
    def edits(self, name: str, data: st.DataObject) -> None:
        card = self.some(data)
        held = self.desks[name].collection.card(card)
        assert held is not None
        said = f"text-{self.count}"
        replace(self.desks[name], held, {EVERY: Draft(prompt=f"Other {said}?", answer=said)}, self.later())
        self.texts[card] = said
        self.all_read()

    @precondition(lambda self: self.texts)
    @rule(data=st.data())
    def renames_a_file(self, data: st.DataObject) -> None:
        path = data.draw(st.sampled_from(sorted(self.cards.rglob("*.md"))))
        path.rename(path.with_name(f"renamed-{self.count}.md"))
        self.later()
        self.all_read()

    @precondition(lambda self: self.texts)
    @rule(name=MACHINES, data=st.data())
    def throws_away(self, name: str, data: st.DataObject) -> None:
        card = self.some(data)
        taking_out.delete(self.desks[name], [card], self.later())
        self.thrown[card] = self.texts.pop(card)
        self.all_read()

    @rule(name=MACHINES)
    def puts_back(self, name: str) -> None:
        desk = self.desks[name]
        found = next(trash.in_trash(desk), None)
        if found:
            trash.put_back(desk, found.name, self.later())
            back = {card for card in self.thrown if desk.collection.card(card)}
            assert len(back) == 1
            self.texts |= {card: self.thrown.pop(card) for card in back}
            self.all_read()

    @rule(name=MACHINES, grades=st.lists(st.sampled_from(Grade), min_size=2, max_size=5))
    def reviews(self, name: str, grades: list[Grade]) -> None:
        session = self.session(name)
        for grade in grades:
            if session.card:
                card = session.card.id
                session.answer(grade, self.later(), 1000)
                self.noted(name, card, What.ANSWER)

    @rule(name=MACHINES, times=st.integers(1, 3))
    def undoes(self, name: str, times: int) -> None:
        log, session = self.logs[name], self.session(name)
        for _ in range(times):
            mine = [deed for deed in log.standing if deed.device == self.devices[name] and deed.day == self.day]
            undone = session.undo(self.later())
            assert (undone.card if undone else None) == (mine[-1].card if mine else None)
            log.undone |= set(mine[-1:])

    @precondition(lambda self: self.texts)
    @rule(name=MACHINES, data=st.data(), what=st.sampled_from([What.SUSPEND, What.RESUME, What.RESET]))
    def marks(self, name: str, data: st.DataObject, what: What) -> None:
        self.marked(name, self.some(data), what)

    def marked(self, name: str, card: str, what: What) -> None:
        desk = self.desks[name]
        if mark(desk.collection, desk.pen, [card], what, self.later()):
            self.noted(name, card, what)

    @rule(name=MACHINES)
    def merges(self, name: str) -> None:
        other = next(each for each in self.desks if each != name)
        with rows_in(self.desks[other].places.database, self.now) as taken:
            merge(self.desks[name].collection, taken.rows, self.later())
        self.logs[name].deeds |= self.logs[other].deeds
        self.logs[name].undone |= self.logs[other].undone

    @rule(name=MACHINES)
    def backs_up(self, name: str) -> None:
        make_backup(self.desks[name].places, self.folder / f"{name}.db", self.later(), replace=True)
        self.kept[name] = self.logs[name].copy()

    @precondition(lambda self: self.kept)
    @rule(data=st.data())
    def restores(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.kept)))
        self.desks[name].close()
        bring_back(self.desks[name].places, self.folder / f"{name}.db", self.later())
        self.desks[name] = self.opened(name)
        self.logs[name] = self.kept[name].copy()
        self.devices[name] = f"{name}, brought back at {self.count}"  # what it did before was done by another

    @rule(name=MACHINES)
    def starts_again(self, name: str) -> None:
        self.desks[name].close()
        self.desks[name] = self.opened(name)

    @rule(name=MACHINES)
    def rebuilds(self, name: str) -> None:
        self.desks[name].collection.rebuild()

    @rule()
    def sleeps(self) -> None:
        self.now += timedelta(days=1)
        self.day += 1

    @invariant()
    def the_log_is_what_was_done(self) -> None:
        for name, desk in self.desks.items():
            rows = [row.entry for row in desk.collection.since(NOW)]
            logged = Counter((entry.card, entry.what) for entry in effective(rows))
            assert logged == Counter((deed.card, deed.what) for deed in self.logs[name].standing)

    @invariant()
    def the_schedule_is_its_fold(self) -> None:
        for name, desk in self.desks.items():
            assert desk.collection.differences() == []
            standings = {card.id: card.standing for card in desk.collection.listed()}
            assert set(standings) == set(self.texts)
            asleep = {card for card, standing in standings.items() if standing and standing.suspended}
            assert asleep == {card for card in self.texts if self.logs[name].suspended(card)}

    def teardown(self) -> None:
        for desk in self.desks.values():
            desk.close()
            assert not integrity(desk.places.database)
        shutil.rmtree(self.folder)

    def some(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(sorted(self.texts)))

    def session(self, name: str) -> Session:
        return Session(self.desks[name].collection, self.desks[name].settings, Scope(), self.now)

    def all_read(self) -> None:
        for desk in self.desks.values():
            desk.read_cards(self.now)
            assert [fault for fault in desk.collection.faults() if not fault.note] == []
            for id_, text in self.texts.items():
                card = desk.collection.card(id_)
                assert card is not None
                assert text in card.model_dump_json()


TestAnyCollection = Household.TestCase
TestAnyCollection.settings = settings(
    max_examples=rounds(8, 150),
    stateful_step_count=rounds(20, 60),
    deadline=None,
    derandomize=not SOAK,
    phases=list(Phase) if SOAK else [Phase.generate],
    suppress_health_check=list(HealthCheck),
)
