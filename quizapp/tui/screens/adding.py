"""Adding cards, one after the other."""

from quizapp.i18n import _
from quizapp.study.editing.considering import Considered, save
from quizapp.study.editing.files import Added
from quizapp.study.editing.form import Form
from quizapp.tui.screens.form import FormScreen


class AddScreen(FormScreen):
    """New cards; each goes where the one before went."""

    def __init__(self) -> None:
        super().__init__()
        self._added: list[tuple[Added, Form]] = []

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is not always something to take back."""
        return bool(self._added) if action == "take_back" else super().check_action(action, parameters)

    def write_card(self, form: Form, seen: Considered) -> None:
        """Adds the card, and begins the next."""
        self._added.append((save(self.desk, seen, self._around, self.quiz.now()), form))
        self._variant = 0
        self._empty(form)
        self._form.begin()
        told = _("Added {card}; {key} takes it back.")
        self._told.say(told.format(card=self._added[-1][0].card, key=self.quiz.key("adding.take-back")))
        self.consider()

    def discard(self) -> None:
        """Only where the card was to go is kept."""
        self._empty(self._form.form)

    def action_take_back(self) -> None:
        """The card that was added last stands in the form again; not in the place of another that is begun."""
        added, form = self._added[-1]
        if self._form.form.languages:
            first = _("First add what is begun here, or empty it: then {key} takes {card} back.")
            self._told.say(first.format(key=self.quiz.key("adding.take-back"), card=added.card))
            return
        added.written.undo(self.desk, self.quiz.now())
        self._added.pop()
        self._form.show(form, form.first_language(self._form.language))
        self._latest = form
        self._told.say(_("Taken back: {card}").format(card=added.card))
        self._look_around()

    def _empty(self, form: Form) -> None:
        """The next card goes where this one went, and begins in the language in which this one did."""
        self._form.show(form.emptied(), form.first_language(self.settings.language))
        self._latest = form.emptied()
        self._keep()
