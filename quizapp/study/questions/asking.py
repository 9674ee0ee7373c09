"""One card being asked: what was picked, placed, ticked or typed so far, and what it is worth. Front ends show it."""

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING

from quizapp.scheduling.grades import Grade
from quizapp.study.questions.answers import Judged, judge_choice, judge_order, judge_points, judge_typed, shuffled
from quizapp.study.questions.seeds import seed_of

if TYPE_CHECKING:
    from quizapp.cards.faces import Face, TypedFace
    from quizapp.cards.models import Card
    from quizapp.study.exercises.writing import Writing
    from quizapp.study.questions.computed import Computed


class Stage(Enum):
    """Asked; ticking off the points of a full answer (points cards only); answered, and to be graded."""

    ASKED = "asked"
    TICKING = "ticking"
    ANSWERED = "answered"


class Ask:
    """The state of one card's question. Languages agree on options, items and points: it outlives a switch of them.

    `computed` is what a check card adds to it, `written` what an exercise does, None for any other. The numbers of
    `computed` follow from `seed`; `written` goes on with `code`, where there is any.
    """

    def __init__(self, card: "Card", turn: int, seed: int | None = None, code: str = "") -> None:
        self.card = card
        self.stage = Stage.ASKED
        self.typed = ""
        self.judged: Judged | None = None
        self.cursor: int | None = None
        self._face = next(iter(card.faces.values()))
        self.shown: Sequence[int] = shuffled(self._face, f"{card.id}:{turn}")
        if self._face.kind == "points":
            self.shown = range(len(self._face.points))
        self.marked: list[int] = []
        """Positions in the file: options picked, points ticked, or items in the order in which they were placed."""
        self.computed = _computed(card, seed_of(card.id, turn) if seed is None else seed)
        self.written = _written(card, code)

    @property
    def listing(self) -> bool:
        """True while the learner picks, places or ticks something of a list."""
        if self._face.kind == "points":
            return self.stage is Stage.TICKING
        return self.stage is Stage.ASKED and self._face.kind in ("choice", "order")

    @property
    def typing(self) -> bool:
        """True while an answer is to be typed."""
        to_type = self._face.kind == "typed" or (self.computed is not None and not self.broken)
        return self.stage is Stage.ASKED and to_type

    @property
    def writing(self) -> bool:
        """True while code is to be written."""
        return self.stage is Stage.ASKED and self.written is not None and self.written.possible

    @property
    def practising(self) -> bool:
        """True while a computed question is asked once more; the first answer is judged already."""
        return self.computed is not None and self.computed.practising and self.stage is Stage.ASKED

    @property
    def broken(self) -> str | None:
        """What is wrong with a card that cannot be asked, in one line."""
        return self.computed.broken if self.computed else None

    @property
    def suggested(self) -> Grade:
        """The grade that the answer suggests; Good where the learner is the only judge."""
        return self.judged.suggested if self.judged else Grade.GOOD

    def texts(self, language: str) -> list[str]:
        """The texts that are on the screen now, as Markdown."""
        if self.computed:
            return self.computed.texts(language, self.stage is Stage.ANSWERED)
        return shown_of(self.card.face(language), self.stage)

    def digit(self, number: int) -> bool:
        """Picks, places or ticks the entry shown as `number`, from 1, or takes that back. False if there is none."""
        if not self.listing or not 1 <= number <= len(self.shown):
            return False
        self.cursor = number - 1
        self._toggle(self.shown[self.cursor])
        return True

    def move(self, step: int) -> None:
        """Moves the cursor, from nowhere to the first or the last entry."""
        last = len(self.shown) - 1
        if self.cursor is None:
            self.cursor = 0 if step > 0 else last
        else:
            self.cursor = min(max(self.cursor + step, 0), last)

    def toggle(self) -> bool:
        """The same as `digit`, for the entry under the cursor, which comes to the first where there is none yet."""
        if not self.listing:
            return False
        if self.cursor is None:
            self.move(1)
            return True
        return self.digit(self.cursor + 1)

    def reopen(self) -> bool:
        """Takes the answer back before it is graded; what was marked or typed stays. False where there is none.

        Practice that is not answered yet is taken back alone: the card is as it was before it.
        """
        if self.computed and self.computed.withdraw():
            self.stage = Stage.ANSWERED
            return True
        if self.stage is not Stage.ANSWERED:
            return False
        if self.computed:
            self.computed.reopen()
        if self.written:
            self.written.reopen()
        self.stage = Stage.TICKING if self._face.kind == "points" else Stage.ASKED
        self.judged = self.computed.judged if self.computed else None
        return True

    def practise(self, fresh: bool) -> bool:
        """Asks a computed question once more, with fresh numbers or the same. False where there is nothing answered."""
        if self.computed is None or self.stage is not Stage.ANSWERED:
            return False
        self.computed.again(fresh)
        self.stage = Stage.ASKED
        return True

    def submit(self, text: str = "", language: str = "") -> bool:
        """Gives the answer as it stands, nothing marked or typed meaning "I do not know".

        False if it is incomplete, or cannot be read.
        """
        if self.computed and not self.computed.submit(text, language):
            return False
        if self._face.kind == "points" and self.stage is Stage.ASKED:
            self.stage = Stage.TICKING
            return True
        if self._face.kind == "order" and not self._complete(len(self._face.items)):
            return False
        self.typed = text
        self.judged = self._judge(self._face)
        self.stage = Stage.ANSWERED
        self.cursor = None
        return True

    def _toggle(self, position: int) -> None:
        if position in self.marked:
            self.marked.remove(position)
        elif self._face.kind == "choice" and not self._face.several:
            self.marked = [position]
        else:
            self.marked.append(position)

    def _complete(self, count: int) -> bool:
        """Items not placed are no answer yet, but for a single one, whose place is clear."""
        if len(self.marked) == count - 1:
            self.marked += set(range(count)) - set(self.marked)
        return len(self.marked) in (0, count)

    def _judge(self, face: "Face") -> Judged | None:
        if face.kind == "choice":
            if not self.marked and not face.several and self.cursor is not None:
                self.marked = [self.shown[self.cursor]]
            return judge_choice(face, self.marked)
        if face.kind == "order":
            return judge_order(face, self.marked)
        if face.kind == "points":
            return judge_points(face, self.marked)
        if self.computed:
            return self.computed.judged
        if self.written:
            return self.written.judged
        return judge_typed(_every_language(self.card), self.typed) if face.kind == "typed" else None


def _computed(card: "Card", seed: int) -> "Computed | None":
    if card.kind != "check":
        return None
    from quizapp.study.questions.computed import Computed  # only where it is needed: it brings all that computes

    return Computed(card, seed)


def _written(card: "Card", code: str) -> "Writing | None":
    if card.kind != "exercise":
        return None
    from quizapp.study.exercises.writing import Writing  # for the same reason

    return Writing(card, code)


def _every_language(card: "Card") -> "TypedFace":
    """What any of the card's languages accepts: an answer may be typed in either."""
    faces = [face for face in card.faces.values() if face.kind == "typed"]
    return faces[0].model_copy(update={"accepted": tuple(text for face in faces for text in face.accepted)})


def shown_of(face: "Face", stage: Stage) -> list[str]:
    """The texts of a face that a learner sees at this stage, as Markdown."""
    texts = [face.prompt]
    if face.kind == "choice":
        texts += [option.text for option in face.options]
    if face.kind == "order":
        texts += face.items
    if face.kind == "points" and stage is not Stage.ASKED:
        texts += face.points
    if stage is Stage.ANSWERED:
        texts += [face.answer] if face.kind in ("basic", "reverse") else []
        texts.append(face.explanation)
    return texts
