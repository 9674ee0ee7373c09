"""Writing a card: the form, the card as it will be reviewed, what is wrong with it, and cards like it."""

from collections.abc import Sequence

from textual import on, work
from textual.app import ComposeResult
from textual.timer import Timer

from quizapp.errors import QuizappError
from quizapp.study.editing.considering import Considered, Surroundings, View, considered, surroundings
from quizapp.study.editing.form import Form
from quizapp.study.editing.previewing import mistakes
from quizapp.study.editing.unfinished import keep_form, kept_form
from quizapp.tui.screens.adding_keys import KEYS, explained, labels
from quizapp.tui.screens.base import QuizScreen
from quizapp.tui.screens.leaving import LeaveScreen, Leaving, told_of_left
from quizapp.tui.widgets.card_form import CardForm
from quizapp.tui.widgets.key_bar import KeyBar
from quizapp.tui.widgets.preview import Preview
from quizapp.tui.widgets.told_lines import ToldLines
from quizapp.tui.widgets.writing_page import WritingPage

PAUSE = 0.15
"""Seconds without a key after which the form is looked at: fewer would do it between the letters of a word."""

_KEEP_SECONDS = 2.0
"""So much of what was typed may be lost where the program is killed."""

_BESIDE = 100
"""Columns from which on the preview has room beside the form."""


class FormScreen(QuizScreen[None]):
    """A card being written. What becomes of it is said by those that are built on this.

    `changes` is the card that is changed; empty where a new one is written.
    """

    CSS_PATH = "form.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_BESIDE, "-wide")]  # noqa: RUF012  declared so by Textual
    BINDINGS = KEYS
    writes = True

    def __init__(self, changes: str = "") -> None:
        super().__init__()
        self._changes = changes
        self._around, self._knows = Surroundings(), False
        self._seen: Considered | None = None
        self._answered, self._variant = False, 0
        self._agreed: Form | None = None
        self._latest = self._kept = Form()
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """The form, the preview, what is told, the keys."""
        yield WritingPage()
        yield KeyBar()

    def on_mount(self) -> None:
        """What was left here before, else an empty form; what there is already is read meanwhile."""
        left = kept_form(self.desk.places, self._changes)
        self._latest = self._kept = begun = self.first_form if left is None else left.form
        self._form.show(begun, begun.first_language(self.settings.language))
        self._form.begin()
        self.set_interval(_KEEP_SECONDS, self._keep)
        self._show_keys()
        if left is not None and left.form.languages:
            self._told.say(told_of_left(left.began_with(self.first_form)))
        self._look_around()

    def on_resize(self) -> None:
        """What has room."""
        self.call_after_refresh(self._page.follow)
        self.call_after_refresh(self._show_keys)

    def on_unmount(self) -> None:
        """Nothing is lost."""
        self._keep()

    def cards_were_read(self, edited: str = "") -> None:
        """There may be other decks, topics and cards than before."""
        self._look_around()

    @property
    def explained(self) -> Sequence[str]:
        """What the help says of the form."""
        return explained()

    def hear(self, text: str) -> bool:
        """Says it below the fields: a message must not lie over what is written."""
        self._told.say(text)
        return True

    # What becomes of the card

    @property
    def first_form(self) -> Form:
        """What the form begins with, where nothing was left here."""
        return Form()

    def write_card(self, form: Form, seen: Considered) -> None:
        """Writes the card into the learner's files. Raises UsageError or StoreError."""
        raise NotImplementedError

    def discard(self) -> None:
        """What stands in the form is not wanted."""
        raise NotImplementedError

    # What keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Other numbers belong to computed questions."""
        return action != "variant" or self._form.form.kind == "check"

    def action_save(self) -> None:
        """Writes the card, unless something is wrong; doubts are told, and the same key once more passes over them."""
        if not self._knows:  # what is named may be there already
            self._know(surroundings(self.desk))
        form = self._form.form
        seen = considered(form, self._around, self._view, self._changes)
        self._show(form, seen)
        if seen.faults or seen.proposal.missing or seen.proposal.card is None:
            self._page.turn_to_form()
            self._told.show(seen, begun=True, untouched=self._form.has_template)
            self._form.go_where(seen.faults, seen.proposal.missing)
        elif (seen.doubts or seen.same) and form != self._agreed:
            self._agreed = form
            self._told.insist(seen, self.quiz.key("adding.save"), bool(self._changes))
        else:
            self._page.turn_to_form()
            self.write_card(form, seen)

    def action_language(self) -> None:
        """The same card in the next language."""
        self._page.switch_language(tuple(mistakes(self._seen.proposal.card if self._seen else None)))
        self.consider()

    def action_preview(self) -> None:
        """The other of the two, where there is room for one."""
        self._page.turn()
        self._show_keys()

    def action_answered(self) -> None:
        """The card's other side."""
        self._answered = not self._answered
        self.consider()

    def action_variant(self) -> None:
        """A check with other numbers."""
        self._variant += 1
        self.consider()

    def action_scroll(self, direction: int) -> None:
        """The preview further down, or up."""
        self.query_one(Preview).scroll_page(direction)

    def action_editor(self) -> None:
        """The prompt or the answer in the learner's own editor, and back."""
        self._form.area.write_elsewhere()

    def action_leave(self) -> None:
        """Back from the preview; else asks first where something is written that is not added."""
        if self._page.previewing:
            self.action_preview()
        elif self._form.form != self.first_form and (self._changes or self._form.form.languages):
            self.app.push_screen(LeaveScreen(bool(self._changes)), self._left)
        else:
            self.dismiss()

    def _left(self, how: Leaving | None) -> None:
        if how is Leaving.DISCARD:
            self.discard()
        if how in (Leaving.KEEP, Leaving.DISCARD):
            self.dismiss()

    def consider(self) -> None:
        """Looks at the form as it stands, off the interface's thread: the latest look is the one that counts."""
        if self._timer is not None:
            self._timer.stop()
        self._consider(self._form.form, self._view)

    # What is written, looked at

    @on(CardForm.Changed)
    def _written(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        form = self._form.form
        if form != self._latest:
            self._latest = form
            self._told.say("")
        self._timer = self.set_timer(PAUSE, self.consider)
        self._page.offer()

    @work(thread=True, exclusive=True, group="considering")
    def _consider(self, form: Form, view: View) -> None:
        seen = considered(form, self._around, view, self._changes)
        self.call_later(self._show_if_still_so, form, seen)  # does not wait: the screen may be going

    @work(thread=True, exclusive=True, group="around")
    def _look_around(self) -> None:
        try:
            self.call_later(self._know, surroundings(self.desk))
        except QuizappError as error:
            self.call_later(self.quiz.tell, error)

    def _know(self, around: Surroundings) -> None:
        if self.is_open:
            self._around, self._knows = around, True
            self._form.know(around.known)
            self.consider()

    def _show_if_still_so(self, form: Form, seen: Considered) -> None:
        if self.is_open and form == self._form.form:
            self._show(form, seen)

    def _show(self, form: Form, seen: Considered) -> None:
        self._seen = seen
        self._page.show(seen, bool(form.languages), self._answered)
        self._show_keys()

    def _keep(self) -> None:
        if self._latest != self._kept:
            keep_form(self._latest, self.first_form, self.desk.places, self._changes)
            self._kept = self._latest

    def _show_keys(self) -> None:
        check = self._form.form.kind == "check"
        keys = labels(bool(self._changes), self._page.previewing, self._answered, check)
        shown = [(self.quiz.key(f"adding.{action}").replace("ctrl+", "^"), label) for action, label in keys.items()]
        self.query_one(KeyBar).show(shown, "F1")

    @property
    def _view(self) -> View:
        return View(self._form.language, self._answered, self._variant)

    @property
    def _page(self) -> WritingPage:
        return self.query_one(WritingPage)

    @property
    def _form(self) -> CardForm:
        return self.query_one(CardForm)

    @property
    def _told(self) -> ToldLines:
        return self.query_one(ToldLines)
