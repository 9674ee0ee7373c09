"""What the application does with card files: reads them, notices changes, opens them in the learner's editor."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cards.models import Card
from quizapp.errors import QuizappError, permitted
from quizapp.i18n import _, ngettext
from quizapp.store.files.reading import Reading
from quizapp.study.editing.editors import edit
from quizapp.study.editing.pages import Written
from quizapp.study.editing.revising import Outcome, Revised, Revision, begin, begin_at, finish, undo
from quizapp.study.editing.watching import Watch
from quizapp.tui.outside import outside
from quizapp.tui.screens.changing import ChangeScreen
from quizapp.tui.screens.editing import tell_revised

if TYPE_CHECKING:
    from quizapp.tui.app import QuizApp


class CardFiles:
    """The card files of one running application. With a `watch`, changes on the disk are noticed."""

    def __init__(self, quiz: "QuizApp", watch: Watch | None = None) -> None:
        self._quiz = quiz
        self._watch = watch
        self._reading = False
        self._missed = 0
        self._revised: list[tuple[Revised, str]] = []

    # Reading

    def read(self, noticed: int = 0, asked: bool = False) -> None:
        """Reads what changed, off the interface's thread, and tells of it.

        `noticed` files are why, or the learner has `asked` for it; else nothing is told.
        """
        self._reading = True
        self._quiz.run_worker(partial(self._read, noticed, asked), thread=True, exclusive=True, group="reading")

    def watch(self) -> None:
        """Looks for changes from now on, as long as the application runs."""
        if self._watch is not None:
            self._quiz.set_timer(self._watch.pause, self.look)

    def look(self) -> None:
        """Looks for changes once, off the interface's thread, unless the files are being read just now."""
        if self._reading:
            self.watch()
        elif self._watch is not None:
            self._quiz.run_worker(partial(self._look, self._watch), thread=True, exclusive=True, group="watching")

    def _look(self, watch: Watch) -> None:
        changed = watch.look()
        self._quiz.call_later(self._looked, changed)  # does not wait: the application may be ending

    def _looked(self, changed: int) -> None:
        if self._reading:
            self._missed += changed  # the reading that goes on may have passed them by
        elif changed:
            self.read(changed)
        self.watch()

    def _read(self, noticed: int, asked: bool) -> None:
        quiz, reading = self._quiz, None
        try:
            with permitted():
                if self._watch is not None:
                    self._watch.look()  # what changes after this is noticed at the next look
                reading = quiz.desk.read_cards(quiz.now(), self._tell_progress)
        except QuizappError as error:
            quiz.call_from_thread(quiz.tell, error)
        quiz.call_from_thread(quiz.attempt, partial(self._are_read, noticed, asked, reading))

    def _tell_progress(self, done: int, of: int) -> None:
        """Tells how far the reading is, from its thread."""
        if done % 25 == 0:
            self._quiz.call_from_thread(self._quiz.home.show_progress, done, of)

    def _are_read(self, noticed: int, asked: bool, reading: Reading | None) -> None:
        self._reading = False
        if asked and reading:
            self._quiz.say(_("The card files were read again."))
        if noticed and reading and (reading.files or reading.topics):
            count = reading.files or noticed
            told = ngettext("{n} changed file was read again.", "{n} changed files were read again.", count)
            self._quiz.remark(" ".join([told.format(n=count), *self._faults()]))
        self._quiz.beginning.cards_are_read()
        missed, self._missed = self._missed, 0
        if missed:
            self.read(missed)

    def _faults(self) -> list[str]:
        """What there is to say of faults in card files: how many, and where they are told."""
        faults = sum(not fault.note for fault in self._quiz.desk.collection.faults())
        if not faults:
            return []
        told = ngettext("{n} fault in card files: {more}", "{n} faults in card files: {more}", faults)
        more = _("{key} at home shows more.").format(key=self._quiz.key("home.faults"))
        return [told.format(n=faults, more=more)]

    # Editing

    def edit(self, card: Card, language: str) -> None:
        """Opens a card in the learner's editor and reads it again after that. Raises QuizappError."""
        quiz = self._quiz
        now_in_use = quiz.desk.collection.card(card.id) or card
        self._revise(begin(quiz.desk, now_in_use, language, quiz.now()))

    def change(self, card: Card) -> None:
        """Opens a card in the form. Raises QuizappError where it is not in its files any more."""
        self._quiz.push_screen(ChangeScreen(self._quiz.desk.collection.card(card.id) or card))

    def changed(self, written: Written, before: Card) -> None:
        """A card was changed in the form: screens take that up, and it can be taken back."""
        card = self._quiz.desk.collection.card(before.id)
        covers = bool(card and card.edited and not before.edited)
        revised = Revised(Outcome.CHANGED, card, written, covers=covers)
        self._revised.append((revised, before.id))
        self._quiz.tell_screens(before.id)
        tell_revised(self._quiz, revised, before.family)

    def edit_at(self, file: Path, line: int) -> None:
        """The same for a place in a file."""
        self._revise(begin_at(self._quiz.desk, file, line, self._quiz.now()))

    def take_back(self) -> None:
        """Puts the files back as they were before the last edit. Raises QuizappError."""
        if not self._revised:
            self._quiz.say(_("Nothing was edited here."))
            return
        revised, card = self._revised[-1]
        undo(self._quiz.desk, revised, self._quiz.now())
        self._revised.pop()
        self._quiz.say(_("Taken back: the text is as it was."))
        self._quiz.tell_screens(card)

    def _revise(self, revision: Revision) -> None:
        quiz, failed = self._quiz, None
        try:
            outside(quiz, lambda: edit(revision.file, revision.line))
        except QuizappError as error:
            failed = error  # what was saved before it failed counts all the same
        revised = finish(quiz.desk, revision, quiz.now())
        card = revision.card.id if revision.card else ""
        if revised.outcome is not Outcome.UNCHANGED:
            self._revised.append((revised, card))
            quiz.tell_screens(card)
        if failed is None or revised.outcome is not Outcome.UNCHANGED:
            tell_revised(quiz, revised, card)
        if failed is not None:
            raise failed
