"""A computed question being asked: its numbers, what was typed, what it is worth, and practice after it.

The numbers and the right answer are the same in every language; only texts differ, and what the second language does
not say, the first one says.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quizapp.cards.computed import CheckBlock, Mistake
from quizapp.cards.faces import CheckFace
from quizapp.cards.models import Card
from quizapp.checks.check import Check, compiled_check
from quizapp.checks.errors import ExpressionError
from quizapp.checks.flaws import BadCheck, Undrawable
from quizapp.checks.grading.judging import Graded
from quizapp.checks.texts.placeholders import fill
from quizapp.checks.texts.showing import shown
from quizapp.checks.typed.reading import Read, Unread, Wanted, read_answer
from quizapp.checks.variant import Variant
from quizapp.i18n import _
from quizapp.study.questions.answers import Judged
from quizapp.study.questions.attempts import Attempt, judged, not_known
from quizapp.study.questions.seeds import seed_of
from quizapp.visible import one_line, visible


class Computed:
    """The state of a check card's question. The first attempt is judged; those after it are practice."""

    def __init__(self, card: Card, seed: int) -> None:
        self._faces: Mapping[str, CheckFace] = {
            language: face for language, face in card.faces.items() if isinstance(face, CheckFace)
        }
        self._card = card
        self._seed = seed
        self._block = next(iter(self._faces.values())).check
        self._check: Check | None = None
        self._attempts: list[Attempt] = []
        self.unread: str | None = None
        """Why the last answer was not taken; None once one was, or another is asked for."""
        self.broken: str | None = None
        """What is wrong with a check that cannot be asked, in one line."""
        try:
            self._check = compiled_check(self._block)
            self._attempts.append(Attempt(self._check.draw(seed)))
            self._texts_of_question()
        except BadCheck as bad:
            self.broken = str(Undrawable(bad.flaws[0]))
        except (Undrawable, ExpressionError) as error:
            self.broken = str(error)

    # What is asked

    @property
    def variant(self) -> Variant:
        """The numbers now asked."""
        return self._attempts[-1].variant

    @property
    def attempt(self) -> Attempt:
        """The answer that is being given, or was given last."""
        return self._attempts[-1]

    @property
    def first(self) -> Graded:
        """The first answer, which counts. There must be one."""
        graded = self._attempts[0].graded
        assert graded is not None, "nothing is answered yet"
        return graded

    @property
    def practising(self) -> bool:
        """True from the second attempt on."""
        return len(self._attempts) > 1

    def prompt(self, language: str) -> str:
        """What is asked, as Markdown; for a broken check as it is written."""
        return self._filled(self._face(language).prompt)

    def solution(self, language: str) -> str:
        """The worked solution with these numbers, as Markdown."""
        return self._filled(self._face(language).explanation)

    def hint(self, language: str) -> str:
        """The hint, as Markdown; nothing where there is none."""
        return self._filled(self._face(language).check.hint or self._block.hint or "")

    def texts(self, language: str, answered: bool) -> list[str]:
        """What is on the screen, as Markdown: the prompt, the hint once it was taken, what follows the answer."""
        texts = [self.prompt(language), *([self.hint(language)] if self.hinted else [])]
        return [*texts, self.says(language), self.solution(language)] if answered else texts

    def unit(self, language: str) -> str:
        """The unit, or nothing."""
        return self._face(language).check.unit or self._block.unit or ""

    def says(self, language: str) -> str:
        """What is to be said to the mistake that was made, as Markdown; nothing where it has no name."""
        graded = self.attempt.graded
        return self.says_to(graded.mistake, language) if graded and graded.mistake else ""

    def also_says(self, language: str) -> Sequence[str]:
        """What else gives the same wrong answer with these numbers: only the learner can tell which it was."""
        graded = self.attempt.graded
        named = graded.mistake if graded else None
        others = [id_ for id_, twin in self.variant.twins.items() if twin == named]
        return [says for id_ in others if (says := self.says_to(id_, language))]

    def says_to(self, mistake: str, language: str) -> str:
        """What is to be said to a mistake, as Markdown."""
        return self._filled(_says(self._face(language).check, mistake) or _says(self._block, mistake))

    def answer(self, language: str) -> str:
        """The right answer as people write it, with its unit, on one line. Safe to show."""
        answer = visible(shown(self.variant.answer)).replace("\n", " ")  # groups of digits stay together
        if self.yes_or_no:
            answer = _("yes") if self.variant.answer else _("no")
        return " ".join(filter(None, [answer, one_line(self.unit(language))]))

    @property
    def yes_or_no(self) -> bool:
        """True if the answer is a truth value."""
        return self.variant.wanted is Wanted.TRUTH

    @property
    def hinted(self) -> bool:
        """True once the hint was taken."""
        return any(attempt.hinted for attempt in self._attempts)

    @property
    def offers_hint(self) -> bool:
        """True while there is a hint to be taken."""
        return self.has_hint and not self.broken and not self.hinted and self.attempt.graded is None

    @property
    def has_hint(self) -> bool:
        """True if there is a hint, in any language."""
        return any(face.check.hint for face in self._faces.values())

    @property
    def allowance(self) -> str:
        """How far from the right one an answer may lie, in words; nothing where it must be exact."""
        return "" if self.variant.allowance.exact else self.variant.in_words()

    @property
    def choices(self) -> Sequence[str]:
        """Named choices in an order that tells nothing; none where the answer is computed."""
        return self.variant.choices

    # What is done

    def read(self, text: str, language: str) -> Read | Unread | None:
        """What a text would be read as; None while there is nothing to be read."""
        if not text.strip() or self.broken:
            return None
        return read_answer(text, self.variant.wanted, self._unit_in(text, language), self.choices)

    def take_hint(self) -> bool:
        """Shows the hint from now on. False where there is none, or the answer is given already."""
        if not self.offers_hint:
            return False
        self.attempt.hinted = True
        return True

    def submit(self, text: str, language: str) -> bool:
        """Gives an answer; nothing means "I do not know". False if it cannot be read, and then nothing is lost."""
        if self.broken:
            return False
        variant = replace(self.variant, unit=self._unit_in(text, language))
        graded = variant.grade(text) if text.strip() else not_known()
        if isinstance(graded, Unread):
            self.unread = graded.why
            return False
        self.unread = None
        self.attempt.language, self.attempt.graded = language, graded
        return True

    def again(self, fresh: bool) -> None:
        """Asks once more, for practice: with fresh numbers, or with the same."""
        variant = self.variant
        if fresh and self._check is not None:
            variant = self._other(self._check, variant)
        self._attempts.append(Attempt(variant))

    def go_on(self, before: "Computed") -> None:
        """Goes on with the attempts at the same question, of which only texts are new."""
        self._attempts, self.unread = before._attempts, before.unread

    def withdraw(self) -> bool:
        """Takes practice back that is not answered. True if there was any."""
        if not self.practising or self.attempt.graded:
            return False
        self._attempts.pop()
        self.unread = None
        return True

    def reopen(self) -> None:
        """Takes the last answer back: the same numbers are asked again."""
        self.attempt.graded = None

    @property
    def judged(self) -> Judged | None:
        """What the first answer is worth, and what the log keeps of all of them; None before there is one."""
        if self._check is None or not self._attempts or self._attempts[0].graded is None:
            return None
        return judged(self._check, self._attempts)

    def _unit_in(self, text: str, language: str) -> str | None:
        """The unit that may stand in the text: any language's that does, else the language's own."""
        units = [face.check.unit for face in self._faces.values() if face.check.unit]
        return next((unit for unit in units if unit in text), self.unit(language) or None)

    def _other(self, check: Check, before: Variant) -> Variant:
        """Numbers other than those before, where a few tries find any."""
        variant = before
        for nth in range(_TRIES):
            variant = check.draw(seed_of(self._seed, len(self._attempts), nth))
            if variant.drawn != before.drawn:
                break
        return variant

    def _face(self, language: str) -> CheckFace:
        return self._faces[self._card.language(language)]

    def _filled(self, text: str) -> str:
        if self.broken or not self._attempts:
            return text
        try:
            return fill(text, self.variant.names)
        except ExpressionError:
            return text

    def _texts_of_question(self) -> None:
        for face in self._faces.values():
            fill(face.prompt, self.variant.names)


_TRIES = 8


def _says(block: CheckBlock, mistake: str) -> str:
    found = block.mistakes.get(mistake, "")
    return found.says if isinstance(found, Mistake) else found
