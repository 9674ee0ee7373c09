"""Statistics: how learning goes, in words and charts, of all decks or of one."""

from collections.abc import Sequence
from datetime import date

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static
from textual.worker import get_current_worker

from quizapp.cards.models import in_language
from quizapp.errors import QuizappError, UsageError
from quizapp.i18n import _
from quizapp.report.charts import Section
from quizapp.report.names import names
from quizapp.report.sections import named_cards, sections
from quizapp.report.sections.planned import planned
from quizapp.study.planning import keeping
from quizapp.study.planning.plan import plan
from quizapp.study.session import Scope
from quizapp.study.statistics.whole import statistics
from quizapp.tui.screens.base import QuizScreen
from quizapp.tui.screens.naming import NamingScreen
from quizapp.tui.screens.statistics_keys import KEYS
from quizapp.tui.widgets.key_bar import KeyBar
from quizapp.tui.widgets.section_view import SectionView
from quizapp.visible import one_line


class StatisticsScreen(QuizScreen[None]):
    """One report that scrolls; figures are counted beside the interface, however long the log is."""

    CSS_PATH = "statistics.tcss"
    BINDINGS = KEYS

    def __init__(self) -> None:
        super().__init__()
        self._decks: Sequence[str] = ()
        self._deck = 0
        self._on: date | None = None
        self._explained = False

    def compose(self) -> ComposeResult:
        """Title, sections, keys."""
        yield Static(id="title", markup=False)
        yield VerticalScroll(id="sections")
        yield KeyBar()

    def on_mount(self) -> None:
        """All decks at first, and the day that is in view."""
        day = self.settings.interview
        self._on = day if day and day > self.desk.pen.day(self.quiz.now()) else None
        self.quiz.attempt(self._begin)

    def on_screen_resume(self) -> None:
        """Cards may have been practised."""
        if self._views:
            self._count()

    def cards_were_read(self, edited: str = "") -> None:
        """There may be other cards now."""
        self.quiz.attempt(self._begin)

    @property
    def explained(self) -> Sequence[str]:
        """What every figure means, for the help."""
        return [f"{view.section.title}: {view.section.definition}" for view in self._views]

    # What keys do

    def action_deck(self, step: int) -> None:
        """Another deck; before the first and after the last come all together."""
        self._deck = (self._deck + step) % (len(self._decks) + 1)
        self._count()

    def action_section(self, step: int) -> None:
        """To the section after the one that is read, or to the one before."""
        views, top = list(self._views), self._scroll.scroll_offset.y
        starts = [view.virtual_region.y for view in views]
        after = [start for start in starts if start > top]
        before = [start for start in starts if start < top]
        place = (after[:1] if step > 0 else before[-1:]) or [self._scroll.max_scroll_y if step > 0 else 0]
        self._scroll.scroll_to(y=place[0], animate=False)

    def action_scroll_by(self, lines: int) -> None:
        """Some lines down, or up, as the arrows do."""
        self._scroll.scroll_relative(y=lines, animate=False)

    def action_explain(self) -> None:
        """Tells what the figures mean, or leaves it out."""
        self._explained = not self._explained
        for view in self._views:
            view.explain(self._explained)
        self._show_keys()

    def action_day(self) -> None:
        """Asks for a day: that of the interview, perhaps."""
        told = _("Then there is a plan until that day, and readiness is told for it.")
        text = self._on.isoformat() if self._on else ""
        ask = NamingScreen(_("A day, as in 2027-01-15"), told, lambda _text: [], self._day_to_come, text)
        self.app.push_screen(ask, self._named)

    def action_keep(self) -> None:
        """Lets new cards a day follow the plan that is shown; or no more, where they do."""
        if self._on is None:
            self._tell_to_name()
            return
        if keeping.is_kept(self.settings, self._on, self._chosen):
            keeping.drop(self.desk)
            self.quiz.say(_("The plan is dropped: new cards come as usual."))
        else:
            keeping.keep(self.desk, self._on, self._chosen)
            self.quiz.say(_("The plan is kept."))
        self._count()

    def action_practise(self) -> None:
        """Practises what comes only after the day, the least known first; the schedule stays as it is."""
        if self._on is None:
            self._tell_to_name()
        else:
            self.quiz.study(Scope(tuple(self._chosen), due_after=self._on))  # says so where there is none

    def action_language(self) -> None:
        """English or Chinese, for cards and interface alike."""
        self.quiz.switch_language("interface", "language")
        self._count()

    def action_leave(self) -> None:
        """Back."""
        self.dismiss()

    # Counting

    def _begin(self) -> None:
        chosen = self._chosen
        self._decks = [deck.id for deck in self.desk.collection.decks()]
        self._deck = self._decks.index(chosen[0]) + 1 if chosen and chosen[0] in self._decks else 0
        self._count()

    def _count(self) -> None:
        self._show_keys()
        self._count_aside(self._chosen, self._on)

    @work(thread=True, exclusive=True, group="counting")
    def _count_aside(self, decks: Sequence[str], on: date | None) -> None:
        worker, collection, settings = get_current_worker(), self.desk.collection, self.settings
        try:
            figures = statistics(collection, self.quiz.now(), decks, on, starts_at=settings.day_starts_at)
            titles = names(collection, named_cards(figures), settings.language)
            found = sections(figures, titles)
            if on is not None and on > figures.today.day:
                found.insert(1, planned(plan(collection, figures.today.day, on, decks), settings))
        except QuizappError as error:
            self.app.call_from_thread(self.quiz.tell, error)
        else:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._show, found)

    def _show(self, found: Sequence[Section]) -> None:
        if not self.is_open:
            return
        self._show_title()
        views = [SectionView(section, self._explained) for section in found]
        with self.app.batch_update():
            place = self._scroll.scroll_offset.y
            self._scroll.remove_children()
            self._scroll.mount_all(views)
            self._scroll.scroll_to(y=place, animate=False)
        self._scroll.focus()

    def _show_title(self) -> None:
        title = _("All decks")
        if self._deck:
            deck = next((deck for deck in self.desk.collection.decks() if [deck.id] == [*self._chosen]), None)
            title = one_line(in_language(deck.titles, self.settings.language, deck.id)) if deck else title
        self.query_one("#title", Static).update(" · ".join([_("Statistics"), title]))

    def _show_keys(self) -> None:
        labels = {
            "statistics.next": _("next section"),
            "statistics.explain": _("hide meanings") if self._explained else _("what it means"),
            "statistics.day": _("a day"),
            **(
                {"statistics.keep": _("keep or drop the plan"), "statistics.practise": _("practise")}
                if self._on
                else {}
            ),
            "statistics.leave": _("back"),
        }
        keys = [(self.quiz.key(action), label) for action, label in labels.items()]
        self.query_one(KeyBar).show([("← →", _("deck")), *keys], self.quiz.key("app.help"))

    def _named(self, text: str | None) -> None:
        if text:
            self._on = _day(text)
            self._scroll.scroll_home(animate=False)  # the plan stands above
            self._count()

    def _day_to_come(self, text: str) -> date:
        """The day that was written, if one can plan for it. Raises UsageError."""
        return keeping.to_come(_day(text), self.desk.pen.day(self.quiz.now()))

    def _tell_to_name(self) -> None:
        self.quiz.say(_("There is no day in view: {key} names one.").format(key=self.quiz.key("statistics.day")))

    @property
    def _chosen(self) -> Sequence[str]:
        return [self._decks[self._deck - 1]] if self._deck else []

    @property
    def _scroll(self) -> VerticalScroll:
        return self.query_one("#sections", VerticalScroll)

    @property
    def _views(self) -> Sequence[SectionView]:
        return list(self.query(SectionView))


def _day(text: str) -> date:
    """The day that was written. Raises UsageError."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise UsageError(f"`{text}` is no day", "write it as 2027-01-15") from error
