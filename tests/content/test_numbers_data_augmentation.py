"""The numbers stated in the notes and cards of data-augmentation."""

import re
from fractions import Fraction
from math import gamma, pow, sqrt

import pytest

from tests.content.sections import EACH_LANGUAGE, accepted, notes, section

DECK, TOPIC = "01-data", "data-augmentation"


def outer_share(alpha: float, edge: float = 0.1, pieces: int = 20_000) -> float:
    """How much of Beta(α, α) lies below the edge or as far from the other end; t = u^(1/α) tames the pole at 0."""
    top = pow(edge, alpha)
    middles = ((i + 0.5) / pieces * top for i in range(pieces))
    area = sum(pow(1 - pow(u, 1 / alpha), alpha - 1) for u in middles) * top / pieces / alpha
    return 2 * area / (gamma(alpha) ** 2 / gamma(2 * alpha))


@EACH_LANGUAGE
def test_the_drawn_cutmix_label_has_the_shares_of_its_letters(language: str) -> None:
    drawing = notes(DECK, TOPIC, language).split("```")[1]
    mixed = "".join(line.rsplit("  ", 1)[1] for line in drawing.splitlines()[2:6])
    share = Fraction(mixed.count("B"), mixed.count("A") + mixed.count("B"))
    assert mixed.count("B") > 0
    assert f"{1 - share} A + {share} B" in drawing


@EACH_LANGUAGE
def test_a_flipped_box_lies_as_far_from_the_other_edge(language: str) -> None:
    text = section(DECK, TOPIC, language, "flip-box")
    width, left, right = (int(n) for n in re.findall(r"\d+", text.splitlines()[0]))
    new_left, new_right = sorted((width - left, width - right))
    assert new_right - new_left == right - left
    assert {"en": f"{new_left} to {new_right}", "zh": f"{new_left}到{new_right}"}[language] == accepted(text)[0]
    assert f"`x → {width} − x`" in text
    explanation = text.partition(f"`x → {width} − x`")[2]
    assert [int(n) for n in re.findall(r"\d+", explanation)[:4]] == [left, width - left, right, width - right]


@EACH_LANGUAGE
def test_cutmix_weighs_by_area_and_not_by_side(language: str) -> None:
    text = section(DECK, TOPIC, language, "cutmix-label")
    patch, image = (int(n) for n in re.findall(r"(\d+)×\1", text.splitlines()[0]))
    share = Fraction(patch**2, image**2)
    assert accepted(text)[0] == str(float(share))
    assert f"`{patch}²/{image}² = {share}`" in text
    assert str(Fraction(patch, image)) in text
    assert str(float(1 - share)) in text


@EACH_LANGUAGE
def test_a_small_alpha_leaves_most_mixtures_near_one_image(language: str) -> None:
    text = section(DECK, TOPIC, language, "mixup-alpha")
    assert outer_share(1) == pytest.approx(0.2)
    assert all(f"{100 * outer_share(alpha):.0f}%" in text for alpha in (0.2, 1))
    assert all(number in text for number in ("α = 0.2", "α = 1", "0.1", "0.9"))


@EACH_LANGUAGE
def test_a_crop_of_a_quarter_of_the_area_doubles_lengths(language: str) -> None:
    text = section(DECK, TOPIC, language, "larger-objects")
    assert sqrt(1 / (1 / 4)) == 2
    stated = {"en": ("a quarter of its area", "doubles all lengths"), "zh": ("面积四分之一", "变成2倍")}
    assert all(words in re.sub(r"\s+", " ", text) for words in stated[language])
    crop, resized = sorted({int(n) for n in re.findall(r"\d{3}", text.splitlines()[0])})
    assert f"{resized}/{crop} ≈ {resized / crop:.2f}" in text
