"""Home: what waits today, by deck, and one key to start."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from quizapp.i18n import _
from quizapp.study.overview import Overview, overview
from quizapp.study.session import Scope
from quizapp.tui.screens.base import QuizScreen
from quizapp.tui.screens.faults import FaultsScreen
from quizapp.tui.screens.settings import SettingsScreen
from quizapp.tui.widgets.deck_list import DeckList
from quizapp.tui.widgets.key_bar import KeyBar
from quizapp.wording import N_, cards, duration, number

_BARS = " ▁▂▃▄▅▆▇█"


class HomeScreen(QuizScreen[None]):
    """What waits today."""

    CSS_PATH = "home.tcss"
    BINDINGS = [  # noqa: RUF012
        Binding("enter,space,ideographic_space", "study", N_("Study the chosen deck"), id="home.study"),
        Binding("c", "cram", N_("Practise the chosen deck, whatever is due"), id="home.cram"),
        Binding("l", "language", N_("Switch between English and Chinese"), id="home.language"),
        Binding("comma", "settings", N_("Settings"), id="home.settings"),
        Binding("f", "faults", N_("What is wrong in card files"), id="home.faults"),
        Binding("r", "reread", N_("Read the card files again"), id="home.reread"),
        Binding("u", "undo", N_("Undo today's last answer"), id="home.undo"),
        Binding("q,escape", "quit", N_("Leave"), id="home.quit"),
    ]

    def compose(self) -> ComposeResult:
        """Title, today, decks, keys."""
        yield Static(id="title", markup=False)
        with Vertical(id="today"):
            yield Static(id="waiting", markup=False)
            yield Static(id="week", markup=False)
            yield Static(id="hint", markup=False)
        yield DeckList(id="decks")
        yield KeyBar()

    def on_screen_resume(self) -> None:
        """Things may have changed meanwhile."""
        self.show_today()

    def show_progress(self, done: int, of: int) -> None:
        """Tells how far the reading of the card files is."""
        self.query_one("#hint", Static).update(_("reading card files: {done} of {of}").format(done=done, of=of))

    def show_today(self) -> None:
        """Shows what waits."""
        now = self.quiz.now()
        today = overview(self.desk.collection, self.desk.settings, now)
        faults = [fault for fault in self.desk.collection.faults() if not fault.note]
        self.query_one("#title", Static).update(self._title(today))
        self.query_one("#waiting", Static).update(_waiting(today))
        self.query_one("#week", Static).update(_week(today))
        self.query_one("#hint", Static).update(self._hint(today, len(faults)))
        self.query_one(DeckList).show(today.decks, self.settings.interface)
        other = "English" if self.settings.interface == "zh" else "中文"
        keys = [("⏎", _("study")), ("c", _("practise")), (",", _("settings")), ("l", other), ("q", _("leave"))]
        self.query_one(KeyBar).show([*keys, ("f", _("faults"))] if faults else keys)

    def action_study(self) -> None:
        """Begins a session with the chosen deck."""
        self.quiz.study(Scope(self._decks))

    def action_cram(self) -> None:
        """Practises the chosen deck."""
        self.quiz.study(Scope(self._decks, cram=True))

    def action_language(self) -> None:
        """English or Chinese, for cards and interface alike."""
        other = "en" if self.settings.interface == "zh" else "zh"
        self.quiz.choose("language", other)
        self.quiz.choose("interface", other)
        self.show_today()

    def action_settings(self) -> None:
        """Opens the settings."""
        self.app.push_screen(SettingsScreen())

    def action_faults(self) -> None:
        """Shows what is wrong in card files."""
        self.app.push_screen(FaultsScreen(self.desk.collection.faults()))

    def action_reread(self) -> None:
        """Reads the card files again."""
        self.quiz.read_cards()
        self.notify(_("The card files were read again."))

    def action_undo(self) -> None:
        """Takes back today's last answer, and shows its card."""
        self.quiz.undo()

    def action_quit(self) -> None:
        """Leaves the program."""
        self.app.exit()

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.action_study()

    @property
    def _decks(self) -> tuple[str, ...]:
        chosen = self.query_one(DeckList).chosen
        return (chosen,) if chosen else ()

    def _title(self, today: Overview) -> str:
        past = _("day {days} · {reviews} reviews").format(days=today.days, reviews=number(today.answers))
        return past if today.answers else _("Welcome. Cards come back just before you would forget them.")

    def _hint(self, today: Overview, faults: int) -> str:
        if not today.decks:
            return _("No cards yet. Put Markdown files into {folder} and press r.").format(
                folder=self.desk.places.cards
            )
        if faults:
            return _("{n} faults in card files: f shows them.").format(n=faults)
        if today.waiting:
            return ""
        if today.next_due:
            return _("Done for today. The next cards come on {date}.").format(date=today.next_due.isoformat())
        return _("Nothing waits. c practises a deck all the same.")


def _waiting(today: Overview) -> str:
    parts = [_("{n} due").format(n=today.due), _("{n} new").format(n=today.new)]
    if today.waiting:
        parts.append(f"≈ {duration(today.seconds)}")
    return _("Today") + "   " + "   ".join(parts)


def _week(today: Overview) -> str:
    most = max(today.week) or 1
    bars = "".join(_BARS[-(-count * 8 // most)] for count in today.week)
    return (
        _("{bars} {cards} answered this week").format(bars=bars, cards=cards(sum(today.week)))
        if any(today.week)
        else ""
    )
