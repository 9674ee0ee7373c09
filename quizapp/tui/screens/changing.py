"""Changing a card in the form in which cards are added."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from quizapp.cards.models import Card
from quizapp.study.editing.changing import change, form_of_card
from quizapp.study.editing.considering import Considered
from quizapp.study.editing.form import Form
from quizapp.study.editing.unfinished import drop_form
from quizapp.tui.screens.form import FormScreen
from quizapp.wording import N_


class ChangeScreen(FormScreen):
    """One card, as it stands in its files: its deck, its topic and its id stay. Of a bundled one, a copy is changed.

    Raises UsageError where the card is not in its files any more.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", N_("Save the card"), id="adding.save", priority=True),
    ]

    def __init__(self, card: Card) -> None:
        super().__init__(card.family)
        self._card = card
        self._stands = form_of_card(card)

    def on_mount(self) -> None:
        """The card."""
        super().on_mount()
        self._form.keep_place()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No card is added, so none is taken back."""
        return action != "take_back" and super().check_action(action, parameters)

    @property
    def first_form(self) -> Form:
        """The card as it stands."""
        return self._stands

    def write_card(self, form: Form, seen: Considered) -> None:
        """Puts the card in the place of the one it was, and goes back."""
        written = change(self.desk, self._card, seen.proposal, self.quiz.now())
        self.discard()
        self.dismiss()
        self.quiz.files.changed(written, self._card)

    def discard(self) -> None:
        """What stands in the form is kept nowhere else."""
        self._latest = self._kept = self._form.form
        drop_form(self.desk.places, self._changes)
