"""Statistics: how learning goes, in words and charts, of all decks or of one."""

from collections.abc import Sequence
from datetime import date

from textual import work
from textual.app import ComposeResult
from textual.widgets import Static
from textual.worker import get_current_worker

from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.language import in_language
from quizapp.report.charts import Section
from quizapp.report.parts import parts
from quizapp.study.days import day_of
from quizapp.study.planning import keeping
from quizapp.study.sessions.scope import Scope
from quizapp.study.statistics.ground import Latest
from quizapp.tui.screens.base import QuizScreen
from quizapp.tui.screens.day import DayScreen
from quizapp.tui.screens.statistics_keys import KEYS
from quizapp.tui.widgets.key_bar import KeyBar
from quizapp.tui.widgets.section_list import SectionList
from quizapp.visible import one_line
from quizapp.wording import labelled


class StatisticsScreen(QuizScreen[None]):
    """One report that scrolls; figures are counted beside the interface, however long the log is."""

    CSS_PATH = "statistics.tcss"
    BINDINGS = KEYS

    def __init__(self, for_a_day: bool = False) -> None:
        """`for_a_day`: it is opened for the plan, and asks for a day where none is in view."""
        super().__init__()
        self._for_a_day = for_a_day
        self._choices: Sequence[tuple[str, ...]] = [()]
        self._choice = 0
        self._on: date | None = None
        self._explained = False

    def compose(self) -> ComposeResult:
        """Title, sections, keys."""
        yield Static(id="title", markup=False)
        yield SectionList(id="sections")
        yield KeyBar()

    def on_mount(self) -> None:
        """All decks at first, or those of the plan; and the day that is in view."""
        self._choices = [self._planned if self._for_a_day else ()]
        day = self.settings.interview
        self._on = day if day and keeping.is_to_come(day, self._today) else None
        self._latest = Latest(self.desk.collection)
        self.quiz.attempt(self._begin)
        if self._for_a_day and self._on is None:
            self.action_day()

    def on_screen_resume(self) -> None:
        """Cards may have been practised."""
        if self._sections.views:
            self._count()

    def cards_were_read(self, edited: str = "") -> None:
        """There may be other cards now."""
        self._latest.forget()
        self.quiz.attempt(self._begin)

    @property
    def explained(self) -> Sequence[str]:
        """What every figure means, for the help."""
        return ["".join(labelled(view.section.title, view.section.definition)) for view in self._sections.views]

    # What keys do

    def action_deck(self, step: int) -> None:
        """Another deck; before the first and after the last come all together, and those of a plan for several."""
        self._choice = (self._choice + step) % len(self._choices)
        self._count()

    def action_section(self, step: int) -> None:
        """To the section after the one that is read, or to the one before."""
        self._sections.step(step)

    def action_scroll_by(self, lines: int) -> None:
        """Some lines down, or up."""
        self._sections.scroll_by(lines)

    def action_explain(self) -> None:
        """Tells what the figures mean, or leaves it out."""
        self._explained = not self._explained
        self._sections.explain(self._explained)
        self._show_keys()

    def action_day(self) -> None:
        """Asks for a day: that of the interview, perhaps."""
        self.app.push_screen(DayScreen(self._on, self._day_to_come), self._named)

    def action_keep(self) -> None:
        """Lets new cards a day follow the plan that is shown; or no more, where they do."""
        if self._on is None and not self._is_over:
            self._tell_to_name()
            return
        if self._on is None or self._is_kept:
            keeping.drop(self.desk)
            self.quiz.say(_("The plan is dropped: new cards come as usual."))
        else:
            keeping.keep(self.desk, self._today, self._on, self._chosen)
            self.quiz.say(_("The plan is kept."))
        self._count()

    def action_practise(self) -> None:
        """Practises what comes only after the day, the least known first; the schedule stays as it is."""
        if self._on is None:
            self._tell_to_name()
        else:
            self.quiz.study(Scope(self._chosen, due_after=self._on))  # says so where there is none

    def action_language(self) -> None:
        """English or Chinese, for cards and interface alike."""
        self.quiz.switch_language("interface", "language")
        self._count()

    def action_leave(self) -> None:
        """Back."""
        self.dismiss()

    # Counting

    def _begin(self) -> None:
        chosen, planned = self._chosen, self._planned
        several = [planned] if len(planned) > 1 else []
        self._choices = [(), *several, *((deck.id,) for deck in self.desk.collection.decks())]
        self._choice = self._choices.index(chosen) if chosen in self._choices else 0
        self._count()

    def _count(self) -> None:
        self._show_keys()
        self._count_aside(self._chosen, self._on)

    @work(thread=True, exclusive=True, group="counting")
    def _count_aside(self, decks: Sequence[str], on: date | None) -> None:
        worker = get_current_worker()
        try:
            practising = self.quiz.key("statistics.practise")
            found = parts(self.desk, self.quiz.now(), decks, on, self._latest.ground(), practising)
        except QuizappError as error:
            self.app.call_from_thread(self.quiz.tell, error)
        else:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._show, found)

    def _show(self, found: Sequence[Section]) -> None:
        if not self.is_open:
            return
        self._show_title()
        self._sections.show(found, self._explained)
        self._sections.focus()

    def _show_title(self) -> None:
        titles = {
            deck.id: in_language(deck.titles, self.settings.language, deck.id) for deck in self.desk.collection.decks()
        }
        title = _(", ").join(one_line(titles[deck]) for deck in self._chosen if deck in titles)
        self.query_one("#title", Static).update(" · ".join([_("Statistics"), title or _("All decks")]))

    def _show_keys(self) -> None:
        """The most wanted first: a narrow terminal has room for few."""
        plan = {
            "statistics.keep": _("drop plan") if self._is_kept else _("keep plan"),
            "statistics.practise": _("practise"),
        }
        labels = {
            **(plan if self._on else {"statistics.day": _("a day")}),
            **({"statistics.keep": _("drop plan")} if self._is_over and not self._on else {}),
            "statistics.leave": _("back"),
            **({"statistics.day": _("a day")} if self._on else {}),
            "statistics.next": _("next section"),
            "statistics.explain": _("hide meanings") if self._explained else _("what it means"),
        }
        keys = [(self.quiz.key(action), label) for action, label in labels.items()]
        self.query_one(KeyBar).show([("← →", _("deck")), *keys], self.quiz.key("app.help"))

    def _named(self, text: str | None) -> None:
        if text is not None:
            self._on = day_of(text, self._today) if text else None
            self._sections.scroll_home(animate=False)  # the plan stands above
            self._count()

    def _day_to_come(self, text: str) -> date:
        """The day that was written, if one can plan for it. Raises UsageError."""
        return keeping.to_come(day_of(text, self._today), self._today)

    def _tell_to_name(self) -> None:
        self.quiz.say(_("There is no day in view: {key} names one.").format(key=self.quiz.key("statistics.day")))

    @property
    def _today(self) -> date:
        return self.desk.pen.day(self.quiz.now())

    @property
    def _is_over(self) -> bool:
        """True if the plan that is kept is for a day that has gone by."""
        return self.settings.interview is not None and self.settings.interview < self._today

    @property
    def _is_kept(self) -> bool:
        return self._on is not None and keeping.is_kept(self.settings, self._on, self._chosen)

    @property
    def _chosen(self) -> tuple[str, ...]:
        return self._choices[self._choice]

    @property
    def _planned(self) -> tuple[str, ...]:
        """The decks that the day in view is about; none where it is about all."""
        return self.settings.interview_decks if self.settings.interview else ()

    @property
    def _sections(self) -> SectionList:
        return self.query_one(SectionList)
