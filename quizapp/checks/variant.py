"""One variant of a check: its numbers, the right answer, and the wrong ones that people give."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from quizapp.checks.flaws import Flaw
from quizapp.checks.grading.allowance import Allowance
from quizapp.checks.grading.judging import Graded, judged
from quizapp.checks.typed.reading import Unread, Wanted, read_answer
from quizapp.checks.values import Value


@dataclass(frozen=True)
class Variant:
    """A variant; made from (check, seed), or from given values, whose seed is None."""

    seed: int | None
    drawn: Mapping[str, Value]
    names: Mapping[str, Value]
    """What placeholders may name: what was drawn and derived, the network, the answer."""
    answer: Value
    wanted: Wanted
    allowance: Allowance
    unit: str | None
    choices: tuple[str, ...]
    """The texts that can be given, for an answer that is one."""
    mistakes: Mapping[str, Value]
    """All that can be made here, by id, in the check's order."""
    live: frozenset[str]
    """Those that differ from the answer by more than is allowed."""
    twins: Mapping[str, str]
    """Live mistakes that no answer can tell from an earlier one, and that one."""
    flaws: tuple[Flaw, ...] = ()
    """Mistakes that could not be computed, and are left out."""

    @property
    def collided(self) -> tuple[str, ...]:
        """The mistakes that give the right answer."""
        return tuple(id_ for id_ in self.mistakes if id_ not in self.live)

    @cached_property
    def lively(self) -> Mapping[str, Value]:
        """The live mistakes and what they give, in the check's order."""
        return {id_: value for id_, value in self.mistakes.items() if id_ in self.live}

    def grade(self, text: str) -> Graded | Unread:
        """The verdict on what was typed; what cannot be read is not judged."""
        read = read_answer(text, self.wanted, self.unit, self.choices)
        if isinstance(read, Unread):
            return read
        return self.judge(read.value, text, read.echo)

    def judge(self, value: Value, raw: str = "", echo: str = "") -> Graded:
        """The verdict on a value that was read."""
        verdict, mistake = judged(value, self.answer, self.allowance, self.lively)
        return Graded(verdict, raw, value, echo, mistake)

    def in_words(self) -> str:
        """What is allowed here, for the learner."""
        return self.allowance.words(self.answer)
