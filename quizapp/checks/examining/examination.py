"""All tests of one check, over many seeds; each flaw is told once, with the draw in which it showed first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from quizapp.checks.check import Check
from quizapp.checks.drawing.redrawing import Drawing
from quizapp.checks.examining.answering import read_nonsense, refused, unnamed
from quizapp.checks.examining.examples import missed
from quizapp.checks.examining.statistics import Statistics
from quizapp.checks.examining.texts import ENDING, Texts
from quizapp.checks.flaws import Flaw, Undrawable
from quizapp.checks.limits import STEPS, budget
from quizapp.checks.texts.showing import shown
from quizapp.checks.typed.reading import Wanted
from quizapp.checks.variant import Variant
from quizapp.i18n import F_
from quizapp.visible import one_line

SEEDS = 200
TYPED = 25
"""Seeds whose answers are typed in every form, and whose texts are filled whole."""
REPEATED = 5
"""Seeds that are drawn a second time."""
WORK = 500 * STEPS
"""Steps for all of it: some seconds, whoever wrote the check."""
LONGEST = 80


@dataclass(frozen=True)
class Examined:
    """What is wrong with a check, and how its draws fare."""

    flaws: tuple[Flaw, ...]
    statistics: Statistics


def examine(check: Check, texts: Sequence[Texts], seeds: int = SEEDS) -> Examined:
    """Draws a check for so many seeds, answers it and fills its texts, and tells all that goes wrong."""
    examination = _Examination(check, texts)
    with budget(WORK) as left:
        examination.static()
        for seed in range(seeds):
            before = dict(examination.flaws)
            goes_on = examination.seed(seed)
            if left.left <= 0:  # what was found last may be due to that
                examination.flaws = before
                examination.tell([Flaw((), F_("the check computes too much to be tried out"), F_("make it simpler"))])
            if not goes_on or left.left <= 0:
                break
        examination.whole()
    return Examined(tuple(examination.flaws.values()), examination.statistics)


@dataclass
class _Examination:
    check: Check
    texts: Sequence[Texts]
    statistics: Statistics = field(default_factory=Statistics)
    flaws: dict[tuple[object, ...], Flaw] = field(default_factory=dict)
    kinds: dict[Wanted, Variant] = field(default_factory=dict)
    made: Counter[str] = field(default_factory=Counter)
    live: Counter[str] = field(default_factory=Counter)
    own: Counter[str] = field(default_factory=Counter)
    twin: dict[str, str] = field(default_factory=dict)

    @cached_property
    def again(self) -> Check:
        """The same check, compiled anew."""
        return Check(self.check.block)

    def tell(self, flaws: Iterable[Flaw], variant: Variant | None = None) -> None:
        for flaw in flaws:
            key = (flaw.path, flaw.language, flaw.quote) if flaw.offset is not None else _key(flaw)
            if key not in self.flaws:
                self.flaws[key] = flaw if variant is None else replace(flaw, what=_drawn(flaw.what, variant))

    def static(self) -> None:
        known = [*self.check.plan.known]
        for texts in self.texts:
            self.tell(texts.unknown(known))
            if texts.language is not None:
                self.tell(texts.lacking(list(self.check.plan.mistakes), self.check.block.hint))
        self.tell(missed(self.check))

    def seed(self, seed: int) -> bool:
        """Examines one seed; False where nothing can be drawn at all."""
        try:
            self._examine(seed, self.check.drawing(seed))
        except Undrawable as error:
            self.tell([error.flaw])
        return self.statistics.seeds > 0

    def _examine(self, seed: int, drawing: Drawing) -> None:
        variant = drawing.variant
        self.statistics.count(drawing)
        self._count(variant)
        self.tell(drawing.broken)
        self.tell(variant.flaws, variant)
        self.tell(self._answered(seed, variant), variant)
        sound: set[str] | None = None if seed < TYPED else set()
        for texts in self.texts:
            self.tell(texts.faults(variant, sound), variant)

    def whole(self) -> None:
        self.tell(self._kinds())
        never = list(self._never())
        self.tell(never)
        if all(flaw.note for flaw in never):
            self.tell(self.statistics.notes())

    def _count(self, variant: Variant) -> None:
        self.kinds.setdefault(variant.wanted, variant)
        self.made.update(list(variant.mistakes))
        self.live.update(variant.live)
        self.own.update(id_ for id_ in variant.live if id_ not in variant.twins)
        self.twin.update(variant.twins)

    def _answered(self, seed: int, variant: Variant) -> Iterator[Flaw]:
        yield from unnamed(variant, typed=seed < TYPED)
        if seed < TYPED:
            yield from refused(variant)
        if seed < REPEATED:
            yield from read_nonsense(variant)
            yield from self._repeated(seed, variant)

    def _repeated(self, seed: int, variant: Variant) -> Iterator[Flaw]:
        again = self.again.draw(seed)
        if (again.drawn, again.answer) != (variant.drawn, variant.answer):
            yield Flaw(
                ("draw",), F_("the seed {seed} gives other numbers the second time", seed=seed), F_("report this")
            )

    def _kinds(self) -> Iterator[Flaw]:
        if len(self.kinds) > 1:
            (first, one), (second, other) = list(self.kinds.items())[:2]
            what = F_(
                "the answer is a {what} here and a {other} there: {one}, {two}",
                what=first.value,
                other=second.value,
                one=shown(one.answer),
                two=shown(other.answer),
            )
            yield Flaw(("answer",), what, F_("give one kind of answer in every draw"))

    def _never(self) -> Iterator[Flaw]:
        for id_ in self.check.plan.mistakes if self.statistics.seeds else ():
            path = ("mistakes", id_)
            if not self.made[id_]:
                yield Flaw(
                    path,
                    F_("`{id}` applies in none of {seeds} variants", id=id_, seeds=self.statistics.seeds),
                    F_("mend `when`"),
                )
            elif not self.live[id_]:
                yield Flaw(path, F_("`{id}` always gives the right answer", id=id_), F_("mend it, or what is drawn"))
            elif not self.own[id_]:
                what = F_("`{id}` always gives what `{twin}` gives", id=id_, twin=self.twin[id_])
                yield Flaw(path, what, F_("leave one of the two out, or mend what is drawn"), note=True)


def _key(flaw: Flaw) -> tuple[object, ...]:
    """The same fault with other numbers is told once."""
    return flaw.path, flaw.language, ENDING if flaw.what == ENDING else flaw.mend


def _drawn(what: str, variant: Variant) -> str:
    drawn = ", ".join(f"{name} = {shown(value, grouped=False)}" for name, value in variant.drawn.items())
    text = one_line(drawn)
    cut = text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
    return F_("{what} ({drawn})", what=what, drawn=cut) if cut else what
