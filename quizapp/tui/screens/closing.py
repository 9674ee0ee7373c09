"""The end of a session: what was answered, what comes tomorrow, one key for ten more."""

from textual.app import ComposeResult
from textual.containers import Vertical

from quizapp.i18n import _
from quizapp.render import Line, Span
from quizapp.study.sessions.session import MORE, Session
from quizapp.study.sessions.summary import Summary, summary
from quizapp.tui.screens.base import QuizScreen
from quizapp.tui.screens.browse import BrowseScreen
from quizapp.tui.screens.closing_keys import KEYS
from quizapp.tui.widgets.key_bar import KeyBar
from quizapp.tui.widgets.prose import Prose
from quizapp.visible import one_line
from quizapp.wording import answers, cards, duration, grade_name, labelled, percent


class ClosingScreen(QuizScreen[None]):
    """What was done, and what comes."""

    CSS_PATH = "closing.tcss"
    BINDINGS = KEYS

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        """The summary and the keys."""
        with Vertical(id="summary"):
            yield Prose(id="told")
        yield KeyBar()

    def on_screen_resume(self) -> None:
        """Tells what was done."""
        self.quiz.attempt(self._show)

    def _show(self) -> None:
        day = self.session.pen.day(self.quiz.now())
        done = summary(self.desk.collection, day, self.session.rows)
        left = self.session.left
        self.query_one("#summary").border_title = _("Session ended") if left else _("Done for now")
        self.query_one(Prose).show(self._lines(done, left))
        labels = {"more": _("go on") if left else _("ten more"), "undo": _("undo"), "quit": _("leave")}
        keys = [(self.quiz.key(f"closing.{action}"), label) for action, label in labels.items()]
        self.query_one(KeyBar).show([("⏎", _("home")), *keys], self.quiz.key("app.help"))

    def action_home(self) -> None:
        """Back to what waits today."""
        self.dismiss()

    def action_more(self) -> None:
        """Goes on with what is left, or with ten cards beyond the day's limits."""
        if self.session.card is None and not self.session.more(self.quiz.now(), MORE):
            told = _("There are no more cards. {key} at home practises a deck.")
            self.quiz.say(told.format(key=self.quiz.key("home.cram")))
        else:
            self._review()

    def action_browse(self) -> None:
        """Every card, to be searched."""
        self.app.push_screen(BrowseScreen())

    def action_undo(self) -> None:
        """Takes back the last answer and shows its card; what was decided outside the session leads to none."""
        undone = self.quiz.undo(self.session)
        if undone and undone.decided:
            self._show()
        elif undone:
            self._review()

    def action_quit(self) -> None:
        """Leaves the program."""
        self.app.exit()

    def _review(self) -> None:
        self.quiz.review(self.session)

    def _lines(self, done: Summary, left: int) -> list[Line]:
        share = percent(done.recalled / done.answers) if done.answers else "–"
        rows = [
            (_("Answered"), _("{answers}, {cards}").format(answers=answers(done.answers), cards=cards(done.cards))),
            (_("Recalled"), share),
            (_("Time"), duration(done.milliseconds / 1000)),
            (_("First seen"), cards(done.first_seen)),
            (_("Grades"), self._grades(done)),
        ]
        if self.session.scope.practice:
            rows.append((_("Practice"), _("the schedule is as it was")))
        else:
            rows.append((_("Tomorrow"), _("{cards} due").format(cards=cards(done.tomorrow))))
            rows += [(_("Left today"), cards(left))] if left else []
        labels = [labelled(name, value) for name, value in rows]
        lines: list[Line] = [(Span(label, "dim"), Span(value, "strong")) for label, value in labels]
        for leech in done.leeches:
            lines.append((Span(_("Leech: {card}").format(card=one_line(leech)), "wrong"),))
        return lines

    def _grades(self, done: Summary) -> str:
        scale = self.settings.grades
        given = [(grade, count) for grade, count in sorted(done.grades.items()) if count]
        return " · ".join(f"{grade_name(grade, scale)} {count}" for grade, count in given)
