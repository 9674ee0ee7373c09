"""Exercises line by line: code is typed, or written in the learner's editor, and run."""

import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

from quizapp.cards.models import Card
from quizapp.checks.exercises import Outcome
from quizapp.checks.exercises.walls import walls
from quizapp.cli.plain.console import Console
from quizapp.cli.plain.page import laid_out
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.markdown import fenced
from quizapp.paths import shortened
from quizapp.study.exercises.drafts import keep_draft, written_last
from quizapp.study.exercises.editor import edited, named_editor
from quizapp.study.exercises.outcomes import details, headline, missing_walls, passes
from quizapp.study.exercises.trust import trust, untrusted
from quizapp.study.exercises.writing import Writing
from quizapp.study.opening import Desk
from quizapp.visible import one_line

END = "."
"""A line that ends the code."""
Question = Callable[[str], str]
"""Says something, and gives the line that is typed then; commands that begin with a colon lead elsewhere."""


class PlainExercise:
    """One exercise at one console, until it passes, is given up, or may not be run."""

    def __init__(
        self, console: Console, desk: Desk, card: Card, writing: Writing, language: str, ask: Question
    ) -> None:
        self._console = console
        self._desk = desk
        self._card = card
        self._writing = writing
        self._language = language
        self._question = ask

    def answer(self, width: int) -> None:
        """Asks until there is an answer; it stands in the `Writing` then."""
        folders = untrusted(self._card, self._desk.settings, self._desk.places)
        if folders and not self._allowed(folders):
            self._writing.refused = True
            return
        self._begin(width)
        while not self._writing.settled:
            self._turn(self._question(self._what_to_type()), width)

    def _allowed(self, folders: tuple[Path, ...]) -> bool:
        named = ", ".join(one_line(shortened(folder)) for folder in folders)
        said = _("This exercise runs code: yours, and tests that come with {folder}.").format(folder=named)
        self._console.say(" ".join(filter(None, [said, missing_walls(walls())])))
        line = self._question(_("May code from there run, from now on? y or n"))
        if line.strip().casefold() not in ("y", "yes", "1"):
            return False
        trust(folders, self._desk)
        return True

    def _begin(self, width: int) -> None:
        self._writing.code = written_last(self._writing, self._card.id, self._desk.places)
        self._console.say(laid_out(fenced(self._writing.code, "python"), width))
        self._console.say()

    def _what_to_type(self) -> str:
        said = [_("Type the code, then a line with a single dot. Or a letter: g gives up and shows the solution")]
        said += [_("h shows the hint, for Hard at best")] if self._writing.has_hint and not self._writing.hinted else []
        said += [_("e opens your editor")] if self._editing else []
        return "\n".join(said)

    @property
    def _editing(self) -> bool:
        return sys.stdin.isatty() and bool(named_editor())

    def _turn(self, first: str, width: int) -> None:
        """What a first line means: a letter, or the beginning of the code; no code at all is asked again."""
        word = _narrow(first)
        if word in ("", END):
            return
        if word == "g":
            self._writing.give_up()
        elif word == "h" and self._writing.has_hint:
            self._writing.take_hint()
            self._console.say(laid_out(self._writing.hint(self._language), width))
        elif word == "e" and self._editing:
            self._edit()
        else:
            self._run("\n".join([first, *self._rest()]) + "\n")

    def _rest(self) -> list[str]:
        lines = []
        while (line := self._console.line()) is not None and _narrow(line) != END:
            lines.append(line)
        return lines

    def _edit(self) -> None:
        try:
            code = edited(self._card.id, self._writing.code, self._desk.places)
        except QuizappError as error:
            self._console.say(one_line(str(error)))
        else:
            self._run(code)

    def _run(self, code: str) -> None:
        keep_draft(self._card.id, code, self._desk.places)
        try:
            outcome = self._writing.run(code)
        except KeyboardInterrupt:
            self._console.say(_("stopped"))
            return
        self._writing.take(code, outcome)
        if not passes(outcome):
            self._console.say("\n" + told(outcome) + "\n")


def _narrow(line: str) -> str:
    """A letter or a full stop as typed under any input method."""
    return unicodedata.normalize("NFKC", line).strip().casefold().replace("。", END)


def told(outcome: Outcome) -> str:
    """What came of running the code: the verdict, then the first failing test."""
    rows = [f"{name}: {value}" for name, value in details(outcome)]
    return "\n".join([headline(outcome), *rows])


def verdict(writing: Writing, width: int) -> str:
    """The verdict, where the learner is not the only judge, and a solution."""
    parts = [] if writing.judged is None else [_verdict(writing)]
    if writing.solution:
        parts.append(_("A solution:") + "\n" + laid_out(writing.solution, width))
    return "\n\n".join(parts)


def _verdict(writing: Writing) -> str:
    passed = writing.passed and not writing.gave_up
    return told(writing.outcome) if passed and writing.outcome else "✗ " + _("given up")
