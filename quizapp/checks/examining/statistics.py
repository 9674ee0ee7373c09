"""How often a check's draws collide, and what redrawing makes of it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from quizapp.checks.drawing.redrawing import Drawing
from quizapp.checks.flaws import Flaw
from quizapp.i18n import F_

NOTED = 0.02
"""Share of variants in which a mistake gives the right answer, from which on that is told."""
RARE = 40
"""Draws for one that meets the requirements, from which on that is told: with 400 allowed, one seed in 25 000 fails."""


@dataclass
class Statistics:
    """Counts over the draws of one check; the mistakes that collide in what is asked, by id."""

    seeds: int = 0
    draws: int = 0
    tries: int = 0
    first_collide: int = 0
    collide: int = 0
    twins: int = 0
    collided: Counter[str] = field(default_factory=Counter)

    def count(self, drawing: Drawing) -> None:
        """Takes one draw into account."""
        self.seeds += 1
        self.draws += drawing.draws
        self.tries += drawing.tries
        self.first_collide += bool(drawing.first.collided)
        self.collide += bool(drawing.variant.collided)
        self.twins += bool(drawing.variant.twins)
        self.collided.update(drawing.variant.collided)

    def notes(self) -> Iterator[Flaw]:
        """A note where mistakes still give the right answer too often, and where few draws meet the requirements."""
        if self.draws > RARE * self.tries:
            what = F_("only one draw in {n} meets the requirements", n=self.draws // self.tries)
            yield Flaw(("require",), what, F_("draw what meets them, as with `pick`"), note=True)
        if self.seeds and self.collide > NOTED * self.seeds:
            id_, _ = self.collided.most_common(1)[0]
            what = F_(
                "in {share} of the variants a mistake gives the right answer, most often `{id}`",
                share=format(self.collide / self.seeds, ".0%"),
                id=id_,
            )
            mend = F_("draw other numbers, or say `when` it can be made")
            yield Flaw(("mistakes", id_), what, mend, note=True)
