"""A check: its block compiled, drawn any number of times, each time the same for the same seed."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property, lru_cache
from hashlib import blake2b
from typing import Any

from quizapp.cards.computed import CheckBlock
from quizapp.checks.drawing.compiling import plan_of
from quizapp.checks.drawing.making import made
from quizapp.checks.drawing.plan import Broken, Names
from quizapp.checks.drawing.redrawing import WORK, Drawing, drawing, plain_draws
from quizapp.checks.flaws import BadCheck, Flaw, Undrawable
from quizapp.checks.limits import budget
from quizapp.checks.typed.reading import Wanted
from quizapp.checks.values import from_plain
from quizapp.checks.variant import Variant
from quizapp.i18n import F_

__all__ = ["BadCheck", "Check", "Undrawable", "Variant", "compiled_check"]

SAMPLES = 24
"""Plain draws in which the texts that can be an answer are gathered."""


class Check:
    """A check that can be asked; made once by `compiled_check`, used by any number of threads."""

    def __init__(self, block: CheckBlock) -> None:
        """Compiles the block. Raises BadCheck."""
        self.block = block
        self.plan = plan_of(block)

    @cached_property
    def digest(self) -> str:
        """A digest of all that is computed; texts do not count, so rewording leaves it as it is."""
        computed = self.block.model_dump_json(
            include={"draw", "let", "require", "net", "answer", "tolerance", "mistakes"},
            exclude={"mistakes": {"__all__": {"says"}}},
            exclude_defaults=True,
        )
        return blake2b(computed.encode(), digest_size=16).hexdigest()

    def draw(self, seed: int) -> Variant:
        """The variant of a seed. Raises Undrawable."""
        return self.drawing(seed).variant

    def drawing(self, seed: int) -> Drawing:
        """The variant of a seed, and how it came about. Raises Undrawable."""
        found = drawing(self.plan, seed, lambda drawn, names: self._made(drawn, names, seed))
        return replace(found, variant=self._with_choices(found.variant))

    def variant(self, drawn: Mapping[str, Any], seed: int | None = None) -> Variant:
        """The variant of these values, as YAML or JSON has them; requirements do not matter. Raises Undrawable."""
        wanted = self.plan.drawn
        for name in [*wanted, *drawn]:
            if name not in drawn or name not in wanted:
                what = (
                    F_("`{name}` is missing", name=name) if name in wanted else F_("`{name}` is not drawn", name=name)
                )
                raise Undrawable(Flaw(("draw",), what, F_("give {names}", names=", ".join(wanted) or "nothing")))
        values = {name: from_plain(drawn[name]) for name in wanted}
        try:
            with budget(WORK):
                return self._with_choices(self._made(values, self.plan.computed(values, required=False), seed))
        except Broken as fault:
            raise Undrawable(fault.flaw) from None

    def _made(self, drawn: Names, names: Names, seed: int | None) -> Variant:
        return made(self.plan, self.block, drawn, names, seed)

    def _with_choices(self, variant: Variant) -> Variant:
        if variant.wanted is not Wanted.TEXT:
            return variant
        return replace(variant, choices=tuple(sorted(self._texts | _texts(variant))))

    @cached_property
    def _texts(self) -> frozenset[str]:
        with budget(WORK):
            found = plain_draws(self.plan, lambda drawn, names: self._made(drawn, names, None), SAMPLES)
            return frozenset().union(*map(_texts, found))


def compiled_check(block: CheckBlock) -> Check:
    """The check of a block that stands in the first language; the same for the same block. Raises BadCheck."""
    return _compiled(_Block(block))


def _texts(variant: Variant) -> frozenset[str]:
    return frozenset(text for text in [variant.answer, *variant.mistakes.values()] if isinstance(text, str))


class _Block:
    """A block that can be looked up: blocks hold mappings, which cannot."""

    def __init__(self, block: CheckBlock) -> None:
        self.block, self._written = block, block.model_dump_json()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Block) and self._written == other._written

    def __hash__(self) -> int:
        return hash(self._written)


@lru_cache(maxsize=16)
def _compiled(block: _Block) -> Check:
    return Check(block.block)
