"""A note's text taken apart into questions, line by line, as the plugin does it (its parser.ts, and the docs).

A paragraph is a cloze if something in it is marked, or has two sides if a line of it is `?`; a line with `::` is a
question of its own. What is no question is the note's prose. Code, maths and HTML comments hold no separators.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from quizapp.exchange.markdown.literal import is_within, literal_spans
from quizapp.exchange.markdown.source import Page
from quizapp.exchange.notes import Loss, Told
from quizapp.exchange.obsidian.marks import marked
from quizapp.exchange.obsidian.schedules import COMMENT
from quizapp.exchange.obsidian.settings import Settings
from quizapp.exchange.texts.words import first_words
from quizapp.i18n import _

Kind = Literal["basic", "reverse", "cloze"]


@dataclass
class Question:
    """A question as it is written: its lines from 0, its sides (a cloze has one), and its schedule comment."""

    line: int
    end: int = 0
    kind: Kind | None = None
    front: list[str] = field(default_factory=list)
    back: list[str] | None = None
    schedule: str | None = None
    is_single: bool = False
    """True for a question on one line."""

    @property
    def lines(self) -> list[str]:
        """The side that is being read."""
        return self.front if self.back is None else self.back


class Questions:
    """The questions of one note, from line `start` on, and what was told while they were read."""

    def __init__(self, page: Page, start: int, settings: Settings) -> None:
        self.told: list[Told] = []
        self._page = page
        self._settings = settings
        self._start = start
        self._done: tuple[int, Question] | None = None

    def __iter__(self) -> Iterator[Question]:
        now: Question | None = None
        in_comment = False
        for number in range(self._start, len(self._page.lines)):
            line = self._page.lines[number]
            if in_comment or (line.startswith("<!--") and not line.startswith("<!--SR:")):
                in_comment = "-->" not in line
                continue
            if self._page.fences.inside[number]:
                now = now or Question(number)
                now.lines.append(line)
                continue
            line, schedule = self._without_schedule(line)
            if schedule is not None and not line.strip():
                yield from self._scheduled(now, number, schedule)
                now = None
            elif self._ends(line, now):
                yield from self._finished(now, number)
                now = None
            elif (alone := self._single(line, number)) is not None:
                yield from self._finished(now, number)
                now = None
                alone.schedule = schedule
                yield from self._finished(alone, number + 1)
            else:
                now = self._read(now or Question(number), line, number)
                now.schedule = schedule if schedule is not None else now.schedule
        yield from self._finished(now, len(self._page.lines))

    @staticmethod
    def _without_schedule(line: str) -> tuple[str, str | None]:
        found = COMMENT.search(line) if "<!--SR:" in line else None
        return (line, None) if found is None else (line[: found.start()] + line[found.end() :], found[1])

    def _ends(self, line: str, now: Question | None) -> bool:
        if self._settings.end and now and now.kind:
            return line.strip() == self._settings.end
        return not line.strip() or line.strip() == self._settings.end

    def _single(self, line: str, number: int) -> Question | None:
        """A question on one line; one that lacks a side is told."""
        settings = self._settings
        separators: list[tuple[str, Kind]] = [(settings.basic, "basic"), (settings.reverse, "reverse")]
        separators.sort(key=lambda one: -len(one[0]))
        literal = None
        for separator, kind in separators:
            at = line.find(separator)
            while at >= 0:
                literal = literal_spans(line) if literal is None else literal
                if not is_within(literal, at):
                    sides = [line[:at]], [line[at + len(separator) :]]
                    return Question(number, number + 1, kind, *sides, is_single=True)
                at = line.find(separator, at + 1)
        return None

    def _read(self, now: Question, line: str, number: int) -> Question:
        """One more line of a paragraph."""
        settings = self._settings
        kinds: dict[str, Kind] = {settings.below: "basic", settings.below_reverse: "reverse"}
        kind = kinds.get(line.strip())
        if kind and now.back is None and now.front:
            now.kind, now.back = kind, []
        elif kind and not now.front:
            what = _("`{mark}` has no question above it").format(mark=line.strip())
            self.told.append(Told(self._page.place(number), what))
        else:
            now.lines.append(line)
            now.kind = now.kind or ("cloze" if marked(line, settings.clozes) else None)
        return now

    def _scheduled(self, now: Question | None, number: int, schedule: str) -> Iterator[Question]:
        """A schedule on a line of its own: that of the question above it."""
        if now and now.kind:
            now.schedule = schedule
            yield from self._finished(now, number)
        elif self._done and self._done[0] == number and self._done[1].schedule is None:
            self._done[1].schedule = schedule
        else:
            self.told.append(Told(self._page.place(number), _("this schedule belongs to no card")))

    def _finished(self, now: Question | None, next_line: int) -> Iterator[Question]:
        if now is None or now.kind is None:
            return
        sides = [now.front] if now.back is None else [now.front, now.back]
        if all("\n".join(side).strip() for side in sides):
            self._done, now.end = (next_line, now), next_line
            yield now
        else:
            words = first_words(" ".join(line for side in sides for line in side))
            what = _("“{words}” is a card with an empty side").format(words=words)
            self.told.append(Told(self._page.place(now.line), what, Loss.NOTE))
