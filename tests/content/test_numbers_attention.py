"""The numbers stated in the cards of attention."""

import re
from fractions import Fraction
from functools import partial
from itertools import product
from math import exp, sqrt

import pytest

from tests.content.sections import EACH_LANGUAGE, accepted, flowing, section

DECK, TOPIC = "08-architectures", "attention"

card = partial(flowing, DECK, TOPIC)


def softmax(scores: list[float]) -> list[float]:
    powers = [exp(score - max(scores)) for score in scores]
    return [power / sum(powers) for power in powers]


def variance_of_dot_product(length: int, entries: tuple[int, ...]) -> Fraction:
    """Over all pairs of vectors with these equally likely entries."""
    pairs = list(product(product(entries, repeat=length), repeat=2))
    dots = [sum(a * b for a, b in zip(q, k, strict=True)) for q, k in pairs]
    mean = Fraction(sum(dots), len(dots))
    return sum((dot - mean) ** 2 for dot in dots) / Fraction(len(dots))


def attention_without_mask(tokens: list[list[float]]) -> list[list[float]]:
    """Self-attention whose queries, keys and values are the tokens themselves."""
    outputs = []
    for query in tokens:
        scores = [sum(a * b for a, b in zip(query, key, strict=True)) / sqrt(len(query)) for key in tokens]
        weights = softmax(scores)
        outputs.append(
            [sum(w * v for w, v in zip(weights, column, strict=True)) for column in zip(*tokens, strict=True)]
        )
    return outputs


def multiplications(positions: int, width: int) -> int:
    """Of the scores and of the weighted sums of one head, counted product by product."""
    scores = sum(width for _ in range(positions) for _ in range(positions))
    return scores + sum(positions for _ in range(positions) for _ in range(width))


def test_the_variance_of_a_dot_product_is_the_number_of_its_entries() -> None:
    assert [variance_of_dot_product(d, (-1, 1)) for d in (1, 2, 3, 4)] == [1, 2, 3, 4]


@EACH_LANGUAGE
def test_scores_of_64_entries_have_standard_deviation_8(language: str) -> None:
    deviation = round(sqrt(64 * variance_of_dot_product(1, (-1, 1))))
    text = section(DECK, TOPIC, language, "score-sd")
    assert "d = 64" in text.splitlines()[0]
    assert accepted(text)[0] == str(deviation)
    raw, scaled, overdone = (softmax([deviation / divisor, 0.0]) for divisor in (1, sqrt(64), 64))
    for weights, decimals in ((raw, 4), (scaled, 3), (overdone, 3)):
        first, second = (f"{weight:.{decimals}f}" for weight in weights)
        assert re.search(rf"{first}( and |和){second}", card(language, "score-sd"))


@EACH_LANGUAGE
def test_a_mask_after_the_softmax_leaves_thirds(language: str) -> None:
    assert softmax([0.0, 0.0, float("-inf")]) == pytest.approx([1 / 2, 1 / 2, 0])
    assert softmax([0.0, 0.0, 0.0])[:2] == pytest.approx([1 / 3, 1 / 3])
    joint = {"en": " and ", "zh": "和"}[language]
    assert f"½{joint}½" in card(language, "steps")
    assert f"⅓{joint}⅓" in card(language, "steps")


def test_permuted_tokens_give_permuted_outputs() -> None:
    dog, bites, man = [1.0, 0.5], [-0.3, 2.0], [0.7, -1.1]
    forward = attention_without_mask([dog, bites, man])
    backward = attention_without_mask([man, bites, dog])
    for output, same in zip(forward, reversed(backward), strict=True):
        assert output == pytest.approx(same)


@EACH_LANGUAGE
def test_one_head_needs_134_million_multiplications(language: str) -> None:
    cost = multiplications(1024, 64)
    text = card(language, "cost")
    assert cost == 2 * 1024**2 * 64
    assert {"en": f"{cost / 1e6:.0f} million", "zh": f"{cost / 1e8:.2f}亿"}[language] in text
    assert multiplications(128, 64) == 4 * multiplications(64, 64)
    assert {"en": "four times as much", "zh": "4倍"}[language] in text
