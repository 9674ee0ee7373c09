"""From a seed to a variant: drawn anew, within bounds, until every mistake can be told from the answer."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from quizapp.checks.drawing.plan import Broken, Names, Plan
from quizapp.checks.drawing.stream import Stream
from quizapp.checks.flaws import Flaw, Undrawable
from quizapp.checks.limits import STEPS, budget
from quizapp.checks.variant import Variant

COLLISIONS = 30
"""Variants looked at for one in which no mistake gives the right answer: plain draws of `rf_stack` collide in 80 %.

The first one decides which mistakes can be made at all (their `when`), and those that agree with it come first: else
draws to which few mistakes apply would be preferred, for there fewer collide.
"""
TWINS = 10
"""Variants looked at for one in which no two mistakes are the same, once there is one in which none collides."""
DRAWS = 400
"""Draws, with those that a requirement refuses."""
FAILURES = 20
"""Draws that fail one after the other, requirements aside, before one that does not: the rest would fail alike."""
WORK = 40 * STEPS
"""Steps for all of that, so that a stranger's deck costs less than a second."""

Make = Callable[[Names, Names], Variant]
"""Makes a variant of what was drawn, and of that with all that follows from it. Raises Broken."""
_Score = tuple[int, bool, int]
"""How bad a variant is: mistakes that collide, whether others can be made than in the first, and twins."""


@dataclass(frozen=True)
class Drawing:
    """The variant of a seed, and how it came about."""

    variant: Variant
    draws: int
    """Draws that were made, with those that a requirement refused."""
    tries: int
    """Variants that were looked at."""
    first: Variant
    """The first of them: what a plain draw would have given."""
    broken: tuple[Flaw, ...]
    """What kept other draws from being completed, requirements aside."""


def drawing(plan: Plan, seed: int, make: Make) -> Drawing:
    """Draws the variant of a seed. Raises Undrawable where there is none."""
    refused: Counter[Flaw] = Counter()
    broken: dict[Flaw, None] = {}
    seen: list[Variant] = []
    scores: list[_Score] = []
    with budget(WORK) as left:
        for attempt in range(DRAWS):
            try:
                seen.append(_made(plan, Stream(seed, attempt), make))
                scores.append(_score(seen[-1], seen[0]))
            except Broken as fault:
                refused[fault.flaw] += 1
                if not fault.unmet and left.left > 0:
                    broken[fault.flaw] = None
            hopeless = not seen and sum(refused[flaw] for flaw in broken) >= FAILURES
            if hopeless or left.left <= 0 or _enough(scores):
                break
    if not seen:
        raise Undrawable(refused.most_common(1)[0][0])
    best = scores.index(min(scores))
    return Drawing(seen[best], attempt + 1, len(seen), seen[0], tuple(broken))


def plain_draws(plan: Plan, make: Make, count: int) -> Iterator[Variant]:
    """Variants drawn plainly, for seeds from 0 on: what is drawn at all, whatever the mistakes."""
    return islice(_plain(plan, make), count)


def _plain(plan: Plan, make: Make) -> Iterator[Variant]:
    for seed in range(DRAWS):
        try:
            yield _made(plan, Stream(seed), make)
        except Broken:
            continue


def _made(plan: Plan, stream: Stream, make: Make) -> Variant:
    drawn = plan.draw(stream)
    return make(drawn, plan.computed(drawn))


def _score(variant: Variant, first: Variant) -> _Score:
    return len(variant.collided), variant.mistakes.keys() != first.mistakes.keys(), len(variant.twins)


def _enough(scores: Sequence[_Score]) -> bool:
    if not scores:
        return False
    told_apart = any(score[:2] == (0, False) for score in scores)
    return scores[-1] == (0, False, 0) or len(scores) >= (TWINS if told_apart else COLLISIONS)
