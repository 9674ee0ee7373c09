"""An exercise: the prompt, the code, and what came of running it."""

from collections.abc import Callable
from threading import Event

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from quizapp.checks.exercises import Outcome
from quizapp.i18n import _
from quizapp.render import Line, Span
from quizapp.study.exercises.drafts import keep_draft, written_last
from quizapp.study.exercises.editor import edited
from quizapp.study.exercises.outcomes import passes
from quizapp.study.exercises.writing import Writing
from quizapp.study.questions.asking import Ask
from quizapp.tui.outside import outside
from quizapp.tui.screens.base import QuizScreen
from quizapp.tui.screens.exercise_keys import KEYS
from quizapp.tui.widgets.card_text import CardText
from quizapp.tui.widgets.code_area import CodeArea
from quizapp.tui.widgets.key_bar import Key, KeyBar
from quizapp.tui.widgets.outcome_lines import outcome_lines
from quizapp.tui.widgets.prose import Prose

_KEEP_SECONDS = 2.0
"""So much of what was typed may be lost where the program is killed."""


class ExerciseScreen(QuizScreen[bool]):
    """Writing the code of an exercise; True once it passes or was given up, False where it is only left.

    `alive` is called at every key: the learner is at work.
    """

    CSS_PATH = "exercise.tcss"
    AUTO_FOCUS = "CodeArea"
    BINDINGS = KEYS

    def __init__(self, ask: Ask, writing: Writing, language: str, alive: Callable[[], None]) -> None:
        super().__init__()
        self._ask = ask
        self._writing = writing
        self._language = language
        self._alive = alive
        self._cancel: Event | None = None
        self._area = CodeArea("")
        self._kept = ""
        self._passed = False

    def compose(self) -> ComposeResult:
        """Prompt, code, result, keys."""
        with VerticalScroll(id="task", can_focus=False):
            yield CardText(id="prompt")
            yield CardText(id="clue")
        self._area = CodeArea(written_last(self._writing, self._ask.card.id, self.desk.places), id="code")
        yield self._area
        with VerticalScroll(id="result", can_focus=False):
            yield Prose(id="told")
        yield KeyBar()

    def on_mount(self) -> None:
        """The prompt, and the cursor at the end of the code."""
        self.query_one("#prompt", CardText).show(self._ask.card.face(self._language).prompt)
        self._show_hint()
        self._kept = self._area.text
        self._area.begin()
        self.set_interval(_KEEP_SECONDS, self._keep)
        self._show_keys()
        if self._writing.outcome:
            self._tell(outcome_lines(self._writing.outcome))

    def on_screen_resume(self) -> None:
        """The code may have passed while the help lay over it."""
        self._end_if_passed()

    def on_unmount(self) -> None:
        """Nothing goes on running, nothing is lost."""
        self._stop_run()
        self._keep()

    def on_key(self, _event: events.Key) -> None:
        """Any key is a sign of life."""
        self._alive()

    @on(CodeArea.Changed)
    def _written(self) -> None:
        self._alive()

    # What keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Escape stops a run where there is one, and leaves otherwise; ctrl+c copies unless there is a run."""
        if action == "stop":
            return self._cancel is not None
        if action == "hint":
            return self._writing.has_hint
        return not (action == "leave" and self._cancel is not None)

    def action_run(self) -> None:
        """Runs the code, unless it is running."""
        if self._cancel is None:
            self._keep()
            self._cancel = Event()
            self._tell([(Span(_("running …"), "dim"),)])
            self._show_keys()
            self._run(self._area.text, self._cancel)

    def action_stop(self) -> None:
        """Stops the run."""
        self._stop_run()
        self._tell([(Span(_("stopped")),)])
        self._show_keys()

    def action_hint(self) -> None:
        """Shows the hint."""
        self._writing.take_hint()
        self._show_hint()
        self._show_keys()

    def action_start_over(self) -> None:
        """The code as the author begins it."""
        self._area.replace(self._writing.starter, (0, 0), self._area.document.end)
        self._area.begin()

    def action_editor(self) -> None:
        """Into the learner's own editor, and back."""
        if self._cancel is not None:
            self.action_stop()
        code = self._area.text
        self._area.take(outside(self.app, lambda: edited(self._ask.card.id, code, self.desk.places)))
        self._keep()

    def action_give_up(self) -> None:
        """The solution, and the grade Again."""
        self._writing.give_up()
        self._end(settled=True)

    def action_leave(self) -> None:
        """Back to the card."""
        self._end(settled=False)

    def action_scroll_task(self, direction: int) -> None:
        """The task further down, or up."""
        self._scroll("#task", direction)

    def action_scroll_result(self, direction: int) -> None:
        """The result further down, or up."""
        self._scroll("#result", direction)

    def _scroll(self, pane: str, direction: int) -> None:
        view = self.query_one(pane, VerticalScroll)
        view.scroll_relative(y=direction * max(1, view.scrollable_content_region.height - 1), animate=False)

    # Running

    @work(thread=True, group="attempt")
    def _run(self, code: str, cancel: Event) -> None:
        outcome = self._writing.run(code, cancel)
        if not cancel.is_set():
            self.app.call_from_thread(self._ran, code, outcome, cancel)

    def _ran(self, code: str, outcome: Outcome, cancel: Event) -> None:
        if cancel is not self._cancel:
            return  # it was stopped just now
        self._cancel = None
        self._writing.take(code, outcome)
        self._passed = passes(outcome)
        self._tell(outcome_lines(outcome))
        self._show_keys()
        if outcome.line:
            self._area.move_cursor((min(outcome.line, self._area.document.line_count) - 1, 0))
        self._end_if_passed()

    def _end_if_passed(self) -> None:
        if self._passed and self.is_in_front:
            self._end(settled=True)

    def _stop_run(self) -> None:
        if self._cancel is not None:
            self._cancel.set()
            self._cancel = None

    def _end(self, settled: bool) -> None:
        self._stop_run()
        self._keep()
        self.dismiss(settled)

    # What is shown and kept

    def _keep(self) -> None:
        text = self._area.text
        self._writing.code = text
        if text != self._kept:
            keep_draft(self._ask.card.id, text, self.desk.places)
            self._kept = text

    def _tell(self, lines: list[Line]) -> None:
        self.query_one("#told", Prose).show(lines)
        self.set_class(bool(lines), "-told")
        self.query_one("#result").scroll_home(animate=False)

    def _show_hint(self) -> None:
        text = self._writing.hint(self._language) if self._writing.hinted else ""
        self.query_one("#clue", CardText).show(text)
        if text:
            self.query_one("#task").call_after_refresh(self.query_one("#task").scroll_end, animate=False)

    def _show_keys(self) -> None:
        running: list[Key] = [("esc", _("stop"))]
        writing = [self._key("run", _("run")), ("esc", _("back"))]
        if self._writing.has_hint and not self._writing.hinted:
            writing.append(self._key("hint", _("hint")))
        writing += [self._key("give-up", _("give up")), self._key("editor", _("editor"))]
        self.query_one(KeyBar).show(running if self._cancel else writing, "F1")

    def _key(self, action: str, does: str) -> Key:
        """Short, as there are many: `^r`."""
        return self.quiz.key(f"exercise.{action}").replace("ctrl+", "^"), does
