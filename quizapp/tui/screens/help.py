"""Help: the keys of the screen one came from, and where to find more."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from quizapp.i18n import _
from quizapp.render import Line, Span, fold, width_of
from quizapp.tui import keymap
from quizapp.tui.painting import content_of
from quizapp.tui.screens.base import QuizModal
from quizapp.wording import N_

_COLUMN = 12


class HelpScreen(QuizModal[None]):
    """Keys, and the few things one has to know."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [Binding("escape,q,question_mark,？,enter,space", "dismiss", N_("Close"), show=False)]  # noqa: RUF012

    def __init__(self, about: Screen[object]) -> None:
        super().__init__()
        self._shown = [active.binding for active in about.active_bindings.values() if active.binding.description]

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        with VerticalScroll(id="dialog") as box:
            box.border_title = _("Keys")
            box.border_subtitle = _("esc closes")
            yield Static(id="text", markup=False)

    def on_mount(self) -> None:
        """The text, as wide as there is room."""
        self.call_after_refresh(self._fill)

    def on_resize(self) -> None:
        """The text anew."""
        self._fill()

    def _fill(self) -> None:
        width = max(20, self.query_one("#dialog").scrollable_content_region.width)
        lines = [line for keys, does in self._keys() for line in _row(keys, does, width)]
        for paragraph in self._more():
            lines += [(), *fold((Span(paragraph),), width)]
        self.query_one("#text", Static).update(content_of(lines))

    def _keys(self) -> list[tuple[str, str]]:
        rows: dict[str, list[str]] = {}
        for binding in self._shown:
            if binding.id:
                rows.setdefault(_(binding.description), []).append(keymap.all_shown(binding.key))
        return [
            ("1 – 9", _("Pick an entry; after the answer, give the grade")),
            *((" ".join(keys), does) for does, keys in rows.items() if any(keys)),
        ]

    def _more(self) -> list[str]:
        places = self.desk.places
        return [
            _(
                "Grades: Again means not recalled, Hard recalled with effort, Good recalled, Easy at once. A card graded "
                "Again or Hard comes again today, after others."
            ),
            _("ctrl+p finds every command by name. Keys can be changed: see `keys` in {file}.").format(
                file=places.config_file
            ),
            _("Your own cards are Markdown files in {folder}: a heading `## question` and the answer below it.").format(
                folder=self.settings.cards or places.cards
            ),
            _("Progress is kept in {file}, with a backup every day.").format(file=places.database),
        ]


def _row(keys: str, does: str, width: int) -> list[Line]:
    folded = fold((Span(does),), width - _COLUMN)
    lead = keys + " " * max(1, _COLUMN - width_of(keys))
    return [(Span(lead, "strong"), *folded[0]), *((Span(" " * _COLUMN), *line) for line in folded[1:])]
