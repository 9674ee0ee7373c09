"""What the notes and cards of nn-pros-cons state that can be computed."""

import math
import re
from functools import partial
from itertools import product

from tests.content.sections import EACH_LANGUAGE, flowing, notes

DECK, TOPIC = "08-architectures", "nn-pros-cons"

card = partial(flowing, DECK, TOPIC)


def confidence(first: float, second: float, temperature: float) -> float:
    a, b = math.exp(first / temperature), math.exp(second / temperature)
    return a / (a + b)


def share_of_minima(directions: int) -> float:
    """Of the critical points whose directions curve up or down with equal chances, those that curve up in all."""
    points = list(product((-1, 1), repeat=directions))
    return sum(min(curvatures) > 0 for curvatures in points) / len(points)


@EACH_LANGUAGE
def test_the_bars_show_what_is_claimed_and_that_it_is_too_much(language: str) -> None:
    rows = re.findall(r"(\d+)% +(█+)(░+)", notes(DECK, TOPIC, language))
    assert len(rows) == 3
    for claimed, right, excess in rows:
        assert 5 * (len(right) + len(excess)) == int(claimed)


@EACH_LANGUAGE
def test_a_temperature_of_2_lowers_the_confidence_and_keeps_the_winner(language: str) -> None:
    text = card(language, "temperature-scaling")
    before, after = confidence(4, 0, 1), confidence(4, 0, 2)
    assert after > 0.5
    stated = {"en": f"from {before:.0%} to {after:.0%} at T = 2", "zh": f"T = 2使它从{before:.0%}降到{after:.0%}"}
    assert stated[language] in text


@EACH_LANGUAGE
def test_a_grid_of_tenths_in_ten_dimensions_has_ten_billion_cells(language: str) -> None:
    text = card(language, "grid-units")
    cells = round(1 / 0.1) ** 10
    assert "[0, 1]^10" in text
    assert f".typed}} 10^{round(math.log10(cells))} | " in text
    assert f" {cells:,} " in text


@EACH_LANGUAGE
def test_with_ten_tossed_coins_1_critical_point_in_1024_is_a_minimum(language: str) -> None:
    text = card(language, "critical-points")
    one_in = round(1 / share_of_minima(10))
    assert share_of_minima(3) == 2**-3
    assert "2⁻ⁿ" in text
    assert {"en": f"1 in {one_in} for n = 10", "zh": f"n = 10时为1/{one_in}"}[language] in text
