"""A card's history: where it stands, and everything that happened to it."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Static

from quizapp.cards.models import Card
from quizapp.i18n import _
from quizapp.render import Line, Span
from quizapp.scheduling.fold import Standing
from quizapp.scheduling.log import What
from quizapp.store.values import LogRow
from quizapp.tui.painting import content_of
from quizapp.tui.screens.base import QuizModal
from quizapp.visible import one_line
from quizapp.wording import N_, duration, interval


class HistoryScreen(QuizModal[None]):
    """What happened to a card."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [  # noqa: RUF012
        Binding("escape,q,i,enter,space,ideographic_space", "dismiss", N_("Close"), show=False)
    ]

    def __init__(self, card: Card) -> None:
        super().__init__()
        self._card = card

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        with VerticalScroll(id="dialog") as box:
            box.border_title = one_line(self._card.id).replace("[", "\\[")
            box.border_subtitle = _("esc closes")
            yield Static(id="text", markup=False)

    def on_mount(self) -> None:
        """The history, latest first."""
        rows = self.desk.collection.history(self._card.id)
        standing = self.desk.collection.standing(self._card.id)
        undone = {row.entry.undoes for row in rows}
        lines = [*self._standing(standing), ()]
        lines += [_line(row, row.entry.uuid in undone) for row in reversed(rows) if row.entry.what is not What.UNDO]
        if not rows:
            lines.append((Span(_("Nothing yet: this card is new."), "dim"),))
        self.query_one("#text", Static).update(content_of(lines))

    def _standing(self, standing: Standing) -> list[Line]:
        memory = standing.memory
        place = self._card.place(self.settings.language)
        facts = [
            (_("Due"), memory.due.isoformat() if memory.due else "–"),
            (_("Interval"), interval(memory.interval)),
            (_("Easiness"), f"{memory.easiness / 100:.2f}"),
            (_("Recalled in a row"), str(memory.repetitions)),
            (_("Forgotten"), str(memory.lapses) + (f" · {_('leech')}" if standing.leech else "")),
            (_("File"), f"{one_line(place.file)}:{place.line}"),
        ]
        if standing.suspended:
            facts.insert(0, (_("State"), _("suspended")))
        return [(Span(f"{name}: ", "dim"), Span(value)) for name, value in facts]


def _line(row: LogRow, undone: bool) -> Line:
    entry = row.entry
    when = f"{entry.at.astimezone():%Y-%m-%d %H:%M}"
    grade = "" if entry.grade is None else f" {int(entry.grade)}"
    spent = "" if row.milliseconds is None else f"  {duration(row.milliseconds / 1000)}"
    told = f"{when}  {_(_WHAT[entry.what])}{grade}{spent}"
    return (Span(told, "strike"), Span("  " + _("undone"), "dim")) if undone else (Span(told),)


_WHAT = {
    What.ANSWER: N_("answer"),
    What.PRACTICE: N_("practice"),
    What.IMPORTED: N_("imported"),
    What.SUSPEND: N_("suspended"),
    What.RESUME: N_("resumed"),
    What.BURY: N_("buried"),
    What.RESET: N_("reset"),
}
