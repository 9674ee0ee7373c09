"""A card's history: where it stands, and everything that happened to it."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from quizapp.cards.models import Card
from quizapp.i18n import _
from quizapp.paths import shortened
from quizapp.render import Line, Span
from quizapp.scheduling.fold import Standing
from quizapp.scheduling.grades import Scale
from quizapp.scheduling.log import What
from quizapp.store.values import LogRow
from quizapp.study.questions.given import in_words
from quizapp.study.states import WORDS, state_of
from quizapp.tui.screens.base import QuizModal
from quizapp.tui.widgets.prose import Prose
from quizapp.visible import one_line
from quizapp.wording import N_, duration, grade_name, interval, labelled, what_name


class HistoryScreen(QuizModal[None]):
    """What happened to a card."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,i,enter,space,ideographic_space", "dismiss", N_("Close"), show=False),
        Binding("e", "edit", N_("Edit the card in your editor"), show=False),
    ]

    def __init__(self, card: Card, language: str = "") -> None:
        """`language` is the one in which the card is shown; the learner's, where it is not said."""
        super().__init__()
        self._card = card
        self._language = language

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        with VerticalScroll(id="dialog") as box:
            self.entitle(box, self._card.id, _("e edits · esc closes"))
            yield Prose(id="text")

    def on_mount(self) -> None:
        """The history, latest first."""
        self.quiz.attempt(self._show)

    def action_edit(self) -> None:
        """Opens the card in the learner's editor; after that one sees it, not this."""
        self.dismiss()
        self.quiz.files.edit(self._card, self._language or self.settings.language)

    def _show(self) -> None:
        rows = self.desk.collection.history(self._card.id)
        standing = self.desk.collection.standing(self._card.id)
        undone = {row.entry.undoes for row in rows}
        lines = [*self._standing(standing), ()]
        told = [row for row in reversed(rows) if row.entry.what is not What.UNDO]
        lines += [_line(row, row.entry.uuid in undone, self.settings.grades) for row in told]
        if not rows:
            lines.append((Span(_("Nothing yet: this card is new."), "dim"),))
        self.query_one(Prose).show(lines)

    def _standing(self, standing: Standing) -> list[Line]:
        memory = standing.memory
        place = self._card.place(self._language or self.settings.language)
        facts = [
            (_("Due"), memory.due.isoformat() if memory.due else "–"),
            (_("Interval"), interval(memory.interval) if memory.due else "–"),
            (_("Easiness"), f"{memory.easiness / 100:.2f}"),
            (_("Recalled in a row"), str(memory.repetitions)),
            (_("Forgotten"), str(memory.lapses) + (" · " + _("leech") if standing.leech else "")),
            (_("File"), f"{one_line(shortened(Path(place.file)))}:{place.line}"),
        ]
        if place.covers:
            covered = f"{one_line(shortened(Path(place.covers.file)))}:{place.covers.line}"
            facts += [(_("Covers"), _("the bundled card in {place}").format(place=covered))]
        if not standing.waits_on(today := self.desk.pen.day(self.quiz.now())):
            facts.insert(0, (_("State"), _(WORDS[state_of(standing, today)])))
        labels = [labelled(name, value) for name, value in facts]
        return [(Span(label, "dim"), Span(value)) for label, value in labels]


def _line(row: LogRow, undone: bool, scale: Scale) -> Line:
    entry = row.entry
    when = f"{entry.at.astimezone():%Y-%m-%d %H:%M}"
    grade = "" if entry.grade is None else f"  {grade_name(entry.grade, scale)}"
    spent = "" if row.milliseconds is None else f"  {duration(row.milliseconds / 1000)}"
    given = in_words(row.answered)
    told = f"{when}  {what_name(entry.what)}{grade}{spent}{f'  {given}' if given else ''}"
    return (Span(told, "strike"), Span("  " + _("undone"), "dim")) if undone else (Span(told),)
