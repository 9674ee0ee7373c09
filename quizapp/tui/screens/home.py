"""Home: what waits today, by deck, and one key to start."""

from datetime import date, datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from quizapp.i18n import _, ngettext
from quizapp.scheduling.day import learners_day
from quizapp.study.coming.overview import Overview, overview
from quizapp.tui.screens.base import QuizScreen
from quizapp.tui.screens.home_keys import KEYS
from quizapp.tui.screens.no_cards import no_cards_yet
from quizapp.tui.widgets.deck_list import DeckList
from quizapp.tui.widgets.key_bar import KeyBar
from quizapp.tui.widgets.prose import Prose
from quizapp.wording import answers, duration

_BARS = "·▁▂▃▄▅▆▇█"
_LOOK_SECONDS = 60.0
"""So late a new day may be noticed."""


class HomeScreen(QuizScreen[None]):
    """What waits today."""

    BINDINGS = KEYS

    def __init__(self) -> None:
        super().__init__()
        self._day: date | None = None

    def compose(self) -> ComposeResult:
        """Title, today, decks, keys; nothing as long as a first card lies over it."""
        if self.quiz.beginning.first:
            return
        yield Static(id="title", markup=False)
        with Vertical(id="today"):
            yield Prose(id="waiting")
            yield Prose(id="week")
            yield Prose(id="hint")
        yield DeckList(id="decks")
        yield KeyBar()

    def on_mount(self) -> None:
        """Who leaves the program open over night finds the new day."""
        self.set_interval(_LOOK_SECONDS, self._look_at_day)

    def on_screen_resume(self) -> None:
        """Things may have changed meanwhile."""
        if not self.quiz.beginning.first:
            self.quiz.attempt(self.show_today)

    def cards_were_read(self, edited: str = "") -> None:
        """There may be more to do, or less."""
        self.show_today()

    def focus_decks(self) -> None:
        """Lets the arrows choose a deck."""
        for decks in self.query(OptionList):
            self.set_focus(decks)

    def show_progress(self, done: int, of: int) -> None:
        """Tells how far the reading of the card files is."""
        self.query_one("#hint", Prose).show(_("reading card files: {done} of {of}").format(done=done, of=of))

    def show_today(self) -> None:
        """Shows what waits."""
        now = self.quiz.now()
        self._day = self._today(now)
        known = self.quiz.start.known
        today = overview(known, self.settings, now)
        faults = known.fault_count()
        self.query_one("#title", Static).update(self._title(today))
        self.query_one("#waiting", Prose).show(_waiting(today))
        self.query_one("#week", Prose).show(_week(today))
        self.query_one("#hint", Prose).show(self._hint(today, faults))
        self.query_one(DeckList).show(today, self.settings.interface)
        self._show_keys(bool(faults))

    def action_study(self) -> None:
        """Begins a session with the chosen deck."""
        from quizapp.study.sessions.scope import Scope

        self.quiz.study(Scope(self._decks))

    def action_cram(self) -> None:
        """Practises the chosen deck."""
        from quizapp.study.sessions.scope import Scope

        self.quiz.study(Scope(self._decks, cram=True))

    def action_more(self) -> None:
        """Ten cards of the chosen deck beyond the day's limits."""
        from quizapp.study.sessions.scope import Scope
        from quizapp.study.sessions.session import Session
        from quizapp.tui.screens.review import ReviewScreen

        session = Session(self.desk.collection, self.settings, Scope(self._decks), self.quiz.now())
        if session.more(self.quiz.now()) or session.card:
            self.app.push_screen(ReviewScreen(session))
        else:
            self.quiz.say(_("There are no more cards. {key} practises a deck.").format(key=self.quiz.key("home.cram")))

    def action_browse(self) -> None:
        """Every card, to be searched."""
        from quizapp.tui.screens.browse import BrowseScreen

        self.app.push_screen(BrowseScreen())

    def action_statistics(self) -> None:
        """How learning goes."""
        from quizapp.tui.screens.statistics import StatisticsScreen

        self.app.push_screen(StatisticsScreen())

    def action_day(self) -> None:
        """The day in view; asks for one where there is none."""
        from quizapp.tui.screens.statistics import StatisticsScreen

        self.app.push_screen(StatisticsScreen(for_a_day=True))

    def action_language(self) -> None:
        """English or Chinese, for cards and interface alike."""
        self.quiz.switch_language("interface", "language")
        self.show_today()

    def action_settings(self) -> None:
        """Opens the settings."""
        from quizapp.tui.screens.settings import SettingsScreen

        self.app.push_screen(SettingsScreen())

    def action_faults(self) -> None:
        """Shows what is wrong in card files."""
        from quizapp.tui.screens.faults import FaultsScreen

        self.app.push_screen(FaultsScreen(self.desk.collection.faults()))

    def action_reread(self) -> None:
        """Reads the card files again."""
        self.quiz.files.read(asked=True)

    def action_undo(self) -> None:
        """Takes back what was done last today; the card of an answer is shown."""
        from quizapp.study.sessions.scope import Scope
        from quizapp.study.sessions.session import Session
        from quizapp.tui.screens.review import ReviewScreen

        session = Session(self.desk.collection, self.settings, Scope(), self.quiz.now())
        undone = self.quiz.undo(session)
        if undone and undone.answered:
            self.app.push_screen(ReviewScreen(session))
        elif undone:
            self.show_today()

    def action_quit(self) -> None:
        """Leaves the program."""
        self.app.exit()

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.quiz.attempt(self.action_study)

    def _look_at_day(self) -> None:
        if self._day and self.is_in_front and self._day != self._today(self.quiz.now()):
            self.quiz.attempt(self.show_today)

    def _today(self, now: datetime) -> date:
        return learners_day(now, starts_at=self.settings.day_starts_at)

    @property
    def _decks(self) -> tuple[str, ...]:
        chosen = self.query_one(DeckList).chosen
        return (chosen,) if chosen else ()

    def _show_keys(self, faults: bool) -> None:
        other = "English" if self.settings.interface == "zh" else "中文"
        labels = {
            "home.cram": _("practise"),
            "home.add": _("add"),
            "home.browse": _("browse"),
            "home.quit": _("leave"),
            "home.statistics": _("statistics"),
            **({"home.faults": _("faults")} if faults else {}),
            "home.settings": _("settings"),
            "home.language": other,
        }
        keys = [(self.quiz.key(action), label) for action, label in labels.items()]
        self.query_one(KeyBar).show([("⏎", _("study")), *keys], self.quiz.key("app.help"))

    def _title(self, today: Overview) -> str:
        told = _("day {days} · {answers}").format(days=today.days, answers=answers(today.answers))
        return f"quizapp · {told}" if today.answers else "quizapp"

    def _hint(self, today: Overview, faults: int) -> str:
        """What to do next, where that is not plain."""
        if faults:
            told = ngettext("{n} fault in card files: {more}", "{n} faults in card files: {more}", faults)
            return told.format(n=faults, more=_("{key} shows more.").format(key=self.quiz.key("home.faults")))
        if not today.decks:
            read = self.quiz.beginning.has_read
            return no_cards_yet(self.settings, self.quiz.start.places, self.quiz.key("home.add")) if read else ""
        if today.waiting:
            return "" if today.answers else _("Welcome. ⏎ begins; cards come back just before you would forget them.")
        if today.next_due:
            return _("Done for today. The next cards come on {date}.").format(date=today.next_due.isoformat())
        return _("Nothing waits. {key} practises a deck all the same.").format(key=self.quiz.key("home.cram"))


def _waiting(today: Overview) -> str:
    parts = [_("{n} due").format(n=today.due), _("{n} new").format(n=today.new)]
    if today.waiting:
        parts.append(f"≈ {duration(today.seconds)}")
    return _("Today") + "   " + "   ".join(parts)


def _week(today: Overview) -> str:
    most = max(today.week) or 1
    bars = "".join(_BARS[-(-count * 8 // most)] for count in today.week)
    return (
        _("{bars} {answers} in seven days").format(bars=bars, answers=answers(sum(today.week)))
        if any(today.week)
        else ""
    )
