"""The number that why-deep-learning-vision computes: what many invisible changes add up to."""

import math

from tests.content.sections import EACH_LANGUAGE, section

DECK, TOPIC = "08-architectures", "why-deep-learning-vision"


def growth(inputs: int, weight: float, shift: float) -> float:
    """Of the weighted sum, when every input moves by `shift` in the direction of its weight's sign."""
    weights = [weight if index % 3 else -weight for index in range(inputs)]
    before = [0.5] * inputs
    after = [x + math.copysign(shift, w) for x, w in zip(before, weights, strict=True)]
    return sum(w * (b - a) for w, a, b in zip(weights, before, after, strict=True))


@EACH_LANGUAGE
def test_one_gray_level_at_every_input_moves_the_sum_by_5_9(language: str) -> None:
    text = " ".join(section(DECK, TOPIC, language, "adversarial-sum").split())
    inputs = 224 * 224 * 3
    grown = growth(inputs, 0.01, 1 / 255)
    assert f"{{#adversarial-sum .typed}} {grown:.1f} | " in text
    assert f"`{inputs:,} · 0.01/255 = {grown:.2f}`" in text


@EACH_LANGUAGE
def test_with_random_signs_it_moves_by_about_0_015(language: str) -> None:
    text = " ".join(section(DECK, TOPIC, language, "adversarial-sum").split())
    spread = math.sqrt(sum((0.01 / 255) ** 2 for _ in range(224 * 224 * 3)))
    assert {"en": f"about {spread:.3f} (its standard", "zh": f"约{spread:.3f}（标准差）"}[language] in text
