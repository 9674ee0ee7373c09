"""A screen on which cards are moved, tagged, thrown away, edited and added."""

from collections.abc import Callable, Sequence
from datetime import datetime

from quizapp.cards.models import Card
from quizapp.errors import UsageError
from quizapp.i18n import _
from quizapp.language import Language
from quizapp.study.editing.completing import Nameable, known
from quizapp.study.editing.form import Form
from quizapp.study.editing.pages import Written
from quizapp.study.editing.shelf import Target
from quizapp.study.editing.tagging import Tagged, checked, parsed, tag, why_it_stays
from quizapp.study.editing.taking_out import delete, move
from quizapp.study.opening import Desk
from quizapp.tui.screens.browse_words import deleted, moved, own_now, tagged
from quizapp.tui.screens.doing import Deed
from quizapp.tui.screens.history import HistoryScreen
from quizapp.tui.screens.marking import MarkingScreen
from quizapp.tui.screens.naming import NamingScreen, last_word
from quizapp.visible import one_line


class ArrangingScreen(MarkingScreen):
    """What is changed here is text, in the learner's own files."""

    def __init__(self) -> None:
        super().__init__()
        self.language: Language = self.settings.language

    @property
    def current(self) -> Card | None:
        """The card that is looked at."""
        raise NotImplementedError

    def action_history(self) -> None:
        """What happened to the card that is looked at."""
        if self.current is not None:
            self.app.push_screen(HistoryScreen(self.current, self.language))

    def action_edit(self) -> None:
        """Opens the card that is looked at in the learner's editor."""
        if self.current is not None:
            self.quiz.files.edit(self.current, self.language)

    def action_change(self) -> None:
        """Opens it in the form."""
        if self.current is not None:
            self.quiz.files.change(self.current)

    def action_delete(self) -> None:
        """The cards go into the trash."""
        chosen = self.chosen
        self._change(chosen, deleted(len(chosen)), lambda now: delete(self.desk, chosen, now))

    def action_move(self) -> None:
        """The cards go into another topic, or another deck."""
        chosen, there = self.chosen, known(self.desk)

        def named(text: str | None) -> None:
            if text is not None:
                target = _target(text, there)
                self._change(
                    chosen, moved(len(chosen), one_line(text)), lambda now: move(self.desk, chosen, target, now)
                )

        def check(text: str) -> None:
            _target(text, there)

        if chosen:
            told = _("A topic or a deck; a deck that is not there yet is made.")
            self.app.push_screen(NamingScreen(_("Move where?"), told, _matches(there), check), named)

    def action_tag(self) -> None:
        """Tags are put on the cards, and taken off."""
        chosen, there, desk = self.chosen, known(self.desk), self.desk

        def named(text: str | None) -> None:
            if text is not None:
                self.do(lambda now: _tagging(desk, tag(desk, chosen, *parsed(text), now)))

        if chosen:
            told = _("`cnn +old -new` puts cnn and old on, and takes new off.")
            tags = last_word(lambda text: there.matches("tags", text))
            self.app.push_screen(NamingScreen(_("Which tags?"), told, tags, _check_tags), named)

    def _change(self, ids: Sequence[str], told: str, change: Callable[[datetime], Written]) -> None:
        desk = self.desk  # the deed outlives the screen

        def act(now: datetime) -> Deed | None:
            written = change(now)
            return Deed(told, lambda later: written.undo(desk, later)) if written.after else None

        if ids:
            self.do(act)


def _tagging(desk: Desk, done: Tagged) -> Deed | None:
    """What became of tags; None where nothing did, and nothing is to be said about it."""
    stay = " ".join(why_it_stays(desk, *tag_) for tag_ in done.stay)
    if done.cards:
        return Deed(tagged(done.cards), lambda later: done.written.undo(desk, later), own_now(len(done.copies)), stay)
    return Deed(_("Nothing was changed."), None, warning=stay) if stay else None


def _target(text: str, there: Nameable) -> Target:
    """Where a text means: a topic that there is, else a deck. Raises UsageError where no deck can be called so."""
    topic = there.topic(text)
    if topic is not None:
        return Target(there.deck(topic.deck), topic.id)
    for trouble in there.troubles(Form(deck=text)):
        raise UsageError(trouble.what, trouble.mend)
    return Target(there.deck(text))


def _matches(there: Nameable) -> Callable[[str], list[str]]:
    return lambda text: [*there.matches("topic", text), *there.matches("deck", text)]


def _check_tags(text: str) -> None:
    added, removed = parsed(text)
    checked([*added, *removed])
