"""Help: the keys of the screen one came from, and where to find more."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen

from quizapp.i18n import _
from quizapp.paths import shortened
from quizapp.render import Span, width_of
from quizapp.tui import keymap
from quizapp.tui.screens.base import QuizModal, QuizScreen
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.rows import Row, Rows
from quizapp.wording import N_

_COLUMN = 12


class HelpScreen(QuizModal[None]):
    """Keys, and the few things one has to know."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,？,enter,space,ideographic_space", "dismiss", N_("Close"), show=False)
    ]

    def __init__(self, about: Screen[object]) -> None:
        super().__init__()
        self._explained = about.explained if isinstance(about, QuizScreen) else None
        self._shown = [active.binding for active in about.active_bindings.values() if active.binding.description]

    def compose(self) -> ComposeResult:
        """One box that scrolls."""
        with VerticalScroll(id="dialog") as box:
            self.entitle(box, _("Keys"))
            yield Rows()
            yield Prose(id="text")

    def on_mount(self) -> None:
        """The keys, then the text."""
        listed = self._keys()
        column = max(_COLUMN, *(width_of(keys) + 1 for keys, _does in listed))
        rows = [Row(keys + " " * (column - width_of(keys)), does, plain=True) for keys, does in listed]
        self.query_one(Rows).show(rows)
        self.query_one(Prose).show([line for paragraph in self._more() for line in ((), (Span(paragraph),))])

    def _keys(self) -> list[tuple[str, str]]:
        rows: dict[str, list[str]] = {}
        for binding in self._shown:
            if binding.id:
                rows.setdefault(_(binding.description), []).extend(keymap.names(binding.key))
        listed = [(" ".join(keys), does) for does, keys in rows.items() if any(keys)]
        digits = ("1 – 9", _("Pick an entry; after the answer, give the grade"))
        return [digits, *listed] if self._explained is None else listed

    def _more(self) -> list[str]:
        places = self.quiz.start.places
        grades = _(
            "Grades: Again means not recalled, Hard recalled with effort, Good recalled, Easy at once. A card "
            "graded Again or Hard comes again today, after others."
        )
        return [
            *([grades] if self._explained is None else self._explained),
            _("ctrl+p finds every command by name. Keys can be changed: see `keys` in {file}.").format(
                file=shortened(places.config_file)
            ),
            _("Your own cards are Markdown files in {folder}: a heading `## question` and the answer below it.").format(
                folder=shortened(self.settings.cards or places.cards)
            ),
            _("Progress is kept by the server {address}.").format(address=self.settings.server)
            if self.settings.server
            else _("Progress is kept in {file}, with a backup every day.").format(file=shortened(places.database)),
        ]
