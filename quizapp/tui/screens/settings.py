"""Settings: each with its value, changed by the arrows and kept at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from quizapp.config import Settings
from quizapp.i18n import _
from quizapp.paths import shortened
from quizapp.study.planning.daily import is_ahead
from quizapp.tui.screens.base import QuizModal
from quizapp.tui.themes import theme_names
from quizapp.tui.widgets.rows import Row, Rows
from quizapp.wording import N_, labelled

_NEW = (0, 1, 2, 3, 5, 8, 10, 15, 20, 30, 50, 100, 9_999)
_REVIEWS = (0, 10, 20, 30, 50, 80, 100, 150, 200, 300, 500, 1_000, 9_999)


@dataclass(frozen=True)
class Choice:
    """A setting that the arrows change: its key, its name, and the values there are, each with what it is called."""

    key: str
    name: str
    values: Callable[[list[str]], Sequence[Any]]
    called: Callable[[Any], str] = str


def _language(value: object) -> str:
    return "中文" if value == "zh" else "English"


def _yes(value: object) -> str:
    return _("yes") if value else _("no")


_ORDERS: Mapping[str, str] = {"interleaved": N_("mixed"), "by-deck": N_("one after the other")}
_SCALES: Mapping[str, str] = {"four": N_("four: Again, Hard, Good, Easy"), "six": N_("six: 0 to 5")}

CHOICES = (
    Choice("language", N_("Cards in"), lambda themes: ("en", "zh"), _language),
    Choice("interface", N_("Interface in"), lambda themes: ("en", "zh"), _language),
    Choice("theme", N_("Theme"), lambda themes: themes),
    Choice("new_per_day", N_("New cards a day"), lambda themes: _NEW),
    Choice("reviews_per_day", N_("Reviews a day"), lambda themes: _REVIEWS),
    Choice("order", N_("Decks"), lambda themes: ("interleaved", "by-deck"), lambda value: _(_ORDERS[value])),
    Choice("grades", N_("Grades"), lambda themes: ("four", "six"), lambda value: _(_SCALES[value])),
    Choice("suspend_leeches", N_("Suspend leeches"), lambda themes: (False, True), _yes),
)


class SettingsScreen(QuizModal[None]):
    """The settings a learner changes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("left", "change(-1)", show=False),
        Binding("right,enter,space,ideographic_space", "change(1)", show=False),
        Binding("escape,q,comma,，", "dismiss", N_("Close"), show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._cursor = 0

    def compose(self) -> ComposeResult:
        """One list."""
        with VerticalScroll(id="dialog", can_focus=False):
            yield Rows(id="text")

    def on_mount(self) -> None:
        """The values."""
        self._show()

    def action_move(self, step: int) -> None:
        """The cursor."""
        self._cursor = (self._cursor + step) % len(CHOICES)
        self._show()

    def action_change(self, step: int) -> None:
        """The next or the last value."""
        choice = CHOICES[self._cursor]
        values = list(choice.values(theme_names()))
        self.quiz.choose(choice.key, _next(values, _plain(self.settings, choice.key), step))
        self._show()

    def _show(self) -> None:
        self.entitle(self.query_one("#dialog"), _("Settings"), _("↑ ↓ choose · ← → change · esc closes"))
        rows = []
        for number, choice in enumerate(CHOICES):
            value = choice.called(_plain(self.settings, choice.key))
            label, told = labelled(_(choice.name), f"**‹ {value} ›**")
            rows.append(Row("", label + told + self._besides(choice.key), cursor=number == self._cursor))
        where = shortened(self.desk.places.config_file)
        file = _("All settings: `quizapp config`. Written by hand: `{file}`").format(file=where)
        self.query_one(Rows).show([*rows, Row("", file, "dim")])

    def _besides(self, key: str) -> str:
        """What else decides."""
        is_planned = key == "new_per_day" and is_ahead(self.settings, self.desk.pen.day(self.quiz.now()))
        return _(" · or what the plan takes") if is_planned else ""


def _plain(settings: Settings, key: str) -> Any:
    return settings.plain()[key]


def _next(values: list[Any], value: Any, step: int) -> Any:
    """The neighbour of a value; for a number between two that are offered, the nearer one in that direction."""
    if value in values:
        return values[(values.index(value) + step) % len(values)]
    beyond = [other for other in values if (other > value) == (step > 0)]
    return (beyond[0] if step > 0 else beyond[-1]) if beyond else values[0]
