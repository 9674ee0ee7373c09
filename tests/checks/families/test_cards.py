"""Every bundled card of a family grades PyTorch's draws as PyTorch does."""

import pytest

from quizapp.checks.check import Check, compiled_check
from quizapp.checks.grading.judging import Graded, Verdict
from quizapp.checks.texts.showing import shown
from quizapp.checks.values import from_plain
from tests.checks.families.draws import DRAWS
from tests.checks.families.formulas import TABLES, cards
from tests.checks.families.test_families import equal

CARDS = pytest.mark.parametrize("family", sorted(DRAWS.keys() - {table.stem for table in TABLES.iterdir()}))
"""Those without a table have a card: to look into the cards would read the whole library before any test."""


def _check(family: str) -> Check:
    return compiled_check(cards()[family])


@CARDS
def test_the_card_computes_the_true_value_of_every_draw(family: str) -> None:
    for draw in DRAWS[family]:
        assert equal(_check(family).variant(draw["params"]).answer, draw["truth"]), draw


@CARDS
def test_the_true_value_is_right_when_it_is_typed(family: str) -> None:
    for draw in DRAWS[family]:
        graded = _check(family).variant(draw["params"]).grade(shown(from_plain(draw["truth"]), grouped=False))
        assert isinstance(graded, Graded)
        assert graded.verdict is Verdict.RIGHT, draw


@CARDS
def test_each_wrong_value_is_called_by_its_name_when_it_is_typed(family: str) -> None:
    for draw in DRAWS[family]:
        variant = _check(family).variant(draw["params"])
        for name, wrong in draw["wrong"].items():
            id_ = name.replace("_", "-")
            graded = variant.grade(shown(from_plain(wrong), grouped=False))
            if id_ in variant.live:
                assert isinstance(graded, Graded)
                assert graded.mistake == variant.twins.get(id_, id_), (id_, draw)
