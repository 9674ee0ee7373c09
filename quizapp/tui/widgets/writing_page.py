"""The form and the preview beside it; where there is room for one, either of them."""

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from quizapp.i18n import _
from quizapp.study.editing.considering import Considered
from quizapp.study.editing.form import FORM_LANGUAGES
from quizapp.tui.widgets.card_form import CardForm
from quizapp.tui.widgets.kind_picker import KindPicker, letters
from quizapp.tui.widgets.preview import Preview
from quizapp.tui.widgets.told_lines import ToldLines, lines_of


class WritingPage(Horizontal):
    """Which of the two is shown, and the field that has the focus again when the form comes back."""

    def __init__(self) -> None:
        super().__init__(id="writing")
        self._field: Widget | None = None
        self._passed_over = False

    def compose(self) -> ComposeResult:
        """The form, what is told below it, the preview."""
        with Vertical(id="left"):
            yield CardForm()
            yield ToldLines()
        yield Preview()

    @property
    def previewing(self) -> bool | None:
        """True where the preview stands in the place of the form; None where there is room for both."""
        return self.has_class("-preview") if self.screen.has_class("-narrow") else None

    def turn(self) -> None:
        """To the other of the two."""
        self.toggle_class("-preview")
        self.follow()

    def turn_to_form(self) -> None:
        """To the form, where it is not seen."""
        if self.previewing:
            self.turn()

    def follow(self) -> None:
        """The focus goes with what is seen: no key reaches a field that is not."""
        if self.previewing:
            self.screen.set_focus(None)
        elif self.screen.focused is None:
            self.screen.set_focus(self._field)

    def show(self, seen: Considered, begun: bool, answered: bool) -> None:
        """The card as it would be asked, or answered, and what is told of it once it is `begun`."""
        why = list(lines_of(seen)) if begun else []
        self.query_one(Preview).show(seen.ask, self._form.language, answered, why)
        self._told.show(seen, begun, self._form.has_template)

    def offer(self) -> None:
        """What completes the line one is in, or which letter chooses which kind."""
        if isinstance(self._field, KindPicker):
            self._told.explain([letters()])
        else:
            self._told.offer(self._form.offered)

    def switch_language(self, mistakes: tuple[str, ...]) -> None:
        """The next language; that none for all of them is offered is said, once."""
        before = self._form.language
        self._form.switch_language(mistakes)
        passed_over = before == FORM_LANGUAGES[-2] and self._form.language == FORM_LANGUAGES[0]
        if passed_over and not self._passed_over:
            self._passed_over = True
            self._told.say(_("A card for all languages stands alone: it is passed over."))

    @on(events.DescendantFocus)
    def _moved(self, event: events.DescendantFocus) -> None:
        self._field = event.widget
        self.offer()

    @property
    def _form(self) -> CardForm:
        return self.query_one(CardForm)

    @property
    def _told(self) -> ToldLines:
        return self.query_one(ToldLines)
