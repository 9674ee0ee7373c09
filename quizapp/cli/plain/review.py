"""`quizapp review --plain`: a review line by line, for screen readers, pipes, and terminals that can do little."""

from collections.abc import Callable
from datetime import datetime
from time import monotonic

from quizapp.cards.faces import Face
from quizapp.cli.plain import asides
from quizapp.cli.plain.answers import give, listed, what_to_type
from quizapp.cli.plain.computed import asked, hint
from quizapp.cli.plain.console import Command, Commanded, Console, command_in
from quizapp.cli.plain.grades import grade_in, grade_line
from quizapp.cli.plain.page import numbered, page_width, prompt
from quizapp.cli.plain.verdict import verdict
from quizapp.i18n import _
from quizapp.language import in_language, other_language
from quizapp.scheduling.grades import Grade
from quizapp.study.opening import Desk
from quizapp.study.questions.asking import Ask, Stage
from quizapp.study.questions.stopwatch import Stopwatch
from quizapp.study.sessions.scope import Scope
from quizapp.study.sessions.session import Answered, Session
from quizapp.visible import one_line
from quizapp.wording import answered_elsewhere, leech

Clock = Callable[[], datetime]

_ASIDES = {Command.HELP, Command.NOTES, Command.HISTORY, Command.HINT}
_PRACTICE = {Command.SAME, Command.FRESH}


class PlainReview:
    """A session with one learner at one console. `now` gives instants, `steady` seconds of a steady clock."""

    def __init__(
        self, desk: Desk, scope: Scope, console: Console, now: Clock, steady: Callable[[], float] = monotonic
    ) -> None:
        self._desk = desk
        self._console = console
        self._now = now
        self._steady = steady
        self._session = Session(desk.collection, desk.settings, scope, now())
        self._decks = {deck.id: deck.titles for deck in desk.collection.decks()}
        self._ask: tuple[int, Ask, Stopwatch] | None = None
        self._language = desk.settings.language

    def run(self) -> None:
        """Asks until the learner has had enough, or there is no more."""
        going = True
        while going:
            try:
                if self._session.card is None:
                    going = self._close()
                else:
                    self._review()
            except Commanded as given:
                going = self._obey(given.command)

    # One card

    def _review(self) -> None:
        """The card shown, from its prompt to its grade. What was answered already is not asked again."""
        card = self._session.card
        assert card is not None
        ask, watch = self._asking()
        face = card.face(self._language)
        self._show_prompt(ask, face)
        if ask.broken:
            self._pass_over(ask, face, watch)
        if ask.stage is not Stage.ANSWERED:
            self._take_answer(ask, face, watch)
        self._console.say()
        self._console.say(verdict(ask, face, page_width(), self._language))
        grade = self._take_grade(ask, watch)
        given = ask.judged.given if ask.judged else {}
        answered = self._session.answer(grade, self._now(), watch.milliseconds(self._steady()), given)
        if answered is None:
            self._console.say(answered_elsewhere())
            return
        if ask.written:
            self._drop_draft(ask)
        self._tell_leech(answered)

    def _asking(self) -> tuple[Ask, Stopwatch]:
        """What was begun with the card shown; it outlives a change of language."""
        assert self._session.card is not None
        if self._ask is None or self._ask[0] != self._session.turn:
            ask = self._session.ask()
            self._ask = (self._session.turn, ask, Stopwatch(self._steady()))
            self._language = self._desk.settings.language
        return self._ask[1], self._ask[2]

    @property
    def _begun(self) -> Ask | None:
        """The question of the card shown; None at the end."""
        current = self._session.card is not None and self._ask is not None and self._ask[0] == self._session.turn
        return self._ask[1] if current and self._ask else None

    def _show_prompt(self, ask: Ask, face: Face) -> None:
        assert self._session.card is not None
        deck = self._session.card.deck
        title = in_language(self._decks.get(deck, {}), self._language, otherwise=deck)
        self._console.say()
        self._console.say(_("{deck} · {n} left").format(deck=one_line(title), n=self._session.left))
        self._console.say()
        computed = ask.computed
        width = page_width()
        self._console.say(asked(computed, self._language, width) if computed else prompt(face, width))

    def _pass_over(self, ask: Ask, face: Face, watch: Stopwatch) -> None:
        """A card that cannot be asked waits until tomorrow, or does what the learner says."""
        self._console.say()
        self._line(what_to_type(ask, face), watch)
        raise Commanded(Command.BURY)

    def _take_answer(self, ask: Ask, face: Face, watch: Stopwatch) -> None:
        if ask.writing and ask.written:
            self._take_code(ask, watch)
        while ask.stage is not Stage.ANSWERED:
            if ask.listing:
                self._console.say()
                self._console.say(numbered(listed(ask, face), page_width()))
            stage = ask.stage
            self._console.say()
            while ask.stage is stage:
                line = self._line(what_to_type(ask, face), watch, typing=ask.typing)
                if problem := give(ask, face, line, self._language):
                    self._console.say(problem)

    def _take_code(self, ask: Ask, watch: Stopwatch) -> None:
        from quizapp.cli.plain.exercise import PlainExercise  # with the sandbox

        assert ask.written is not None
        self._console.say()

        def question(text: str) -> str:
            return self._line(text, watch, typing=True)

        PlainExercise(self._console, self._desk, ask.card, ask.written, self._language, question).answer(page_width())
        ask.submit()

    def _drop_draft(self, ask: Ask) -> None:
        from quizapp.study.exercises.drafts import drop_draft

        drop_draft(ask.card.id, self._desk.places)

    def _take_grade(self, ask: Ask, watch: Stopwatch) -> Grade:
        scale = self._desk.settings.grades
        memories = self._session.next_memories(self._now())
        question = grade_line(memories, ask.suggested, scale, self._session.scope.practice, page_width())
        if ask.computed:
            question += "\n" + _("Or practise first: r the same numbers, f new numbers.")
        self._console.say()
        while True:
            grade = grade_in(self._line(question, watch), scale, ask.suggested)
            if grade is not None:
                return grade
            self._console.say(_("One of {keys}, please.").format(keys=" ".join(scale.keys)))

    def _tell_leech(self, answered: Answered) -> None:
        if answered.leech:
            self._console.say(one_line(leech(answered.card, self._desk.settings.suspend_leeches)))

    # Questions and commands

    def _line(self, question: str, watch: Stopwatch | None = None, typing: bool = False) -> str:
        """What was typed, if it is no command. Raises Commanded for those that lead elsewhere."""
        while True:
            self._console.say(question)
            line = self._console.line()
            if watch is not None:
                watch.tick(self._steady())
            command = Command.QUIT if line is None else command_in(line, typing)
            if line is not None and (command is None or not self._serves(command)):
                return line
            if command not in _ASIDES:
                raise Commanded(command or Command.QUIT)
            self._console.say()
            self._console.say(self._aside(command))
            self._console.say()

    def _serves(self, command: Command) -> bool:
        """`m` is for the end, and there is no card then to which the other letters could refer."""
        closing = self._session.card is None
        ask = self._begun
        if command is Command.HINT:
            return bool(ask and ask.computed and ask.computed.offers_hint)
        if command in _PRACTICE:
            return bool(ask and ask.computed and ask.stage is Stage.ANSWERED)
        at_end = {Command.MORE, Command.UNDO, Command.HELP, Command.QUIT}
        return command in at_end if closing else command is not Command.MORE

    def _aside(self, command: Command) -> str:
        card = self._session.card
        settings = self._desk.settings
        if command is Command.HELP or card is None:
            return asides.help_text(closing=card is None)
        if command is Command.HINT and self._begun and (computed := self._begun.computed):
            computed.take_hint()
            return hint(computed, self._language, page_width())
        if command is Command.NOTES:
            return asides.notes(self._desk.collection.topic(card.topic), self._language, page_width())
        return asides.history(self._desk.collection.history(card.id), settings.grades)

    def _obey(self, command: Command) -> bool:
        """Does what leads away from the question; False if it leads out."""
        if command is Command.QUIT:
            if self._session.card is not None and self._session.done:
                self._console.say()
                self._console.say(self._summary())
            return False
        if self._begun and command in _PRACTICE:
            self._begun.practise(fresh=command is Command.FRESH)
        elif self._begun and command is Command.UNDO and self._begun.practising:
            self._begun.reopen()
        elif command is Command.UNDO:
            shown = self._session.card
            self._console.say(asides.undone(self._session.undo(self._now()), shown))
        elif command is Command.BURY:
            self._session.bury(self._now())
            self._console.say(_("Buried until tomorrow. u undoes."))
        elif command is Command.SUSPEND:
            self._session.suspend(self._now())
            self._console.say(_("Suspended. u undoes."))
        elif command is Command.MORE:
            if not self._session.more(self._now()):
                self._console.say(_("There are no more cards."))
        elif command is Command.LANGUAGE:
            self._language = other_language(self._language)
        return True

    # The end

    def _close(self) -> bool:
        """What was done and what comes; True if the learner goes on."""
        self._console.say()
        self._console.say(self._summary())
        self._console.say()
        self._line(_("m: ten more; u: undo; Enter: the end"))
        return False

    def _summary(self) -> str:
        return asides.closing(self._desk, self._session, self._now())
