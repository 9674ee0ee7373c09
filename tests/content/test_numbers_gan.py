"""The numbers stated in the notes and cards of gan."""

from functools import partial
from math import exp, isclose, log

from tests.content.sections import EACH_LANGUAGE, accepted, flowing, notes, section

DECK, TOPIC = "08-architectures", "gan"

Density = list[float]

card = partial(flowing, DECK, TOPIC)


def sigmoid(logit: float) -> float:
    return 1 / (1 + exp(-logit))


def slope_of_log(probability: float, *, generated: bool) -> float:
    """Of ln(1 − D), if generated, else of ln D, along D's logit; by a small step to either side."""
    logit, step = log(probability / (1 - probability)), 1e-6
    after, before = (sigmoid(logit + sign * step) for sign in (1, -1))
    if generated:
        after, before = 1 - after, 1 - before
    return (log(after) - log(before)) / (2 * step)


def kl(p: Density, q: Density) -> float:
    return sum(a * log(a / b) for a, b in zip(p, q, strict=True) if a > 0)


def js(p: Density, q: Density) -> float:
    middle = [(a + b) / 2 for a, b in zip(p, q, strict=True)]
    return (kl(p, middle) + kl(q, middle)) / 2


def value_with_best_discriminator(p: Density, q: Density) -> float:
    """The game's value, where D is p/(p + q) at every point."""
    real = sum(a * log(a / (a + b)) for a, b in zip(p, q, strict=True) if a > 0)
    return real + sum(b * log(1 - a / (a + b)) for a, b in zip(p, q, strict=True) if b > 0)


@EACH_LANGUAGE
def test_the_value_is_the_stated_function_of_the_divergence(language: str) -> None:
    p, q = [0.5, 0.3, 0.2], [0.1, 0.2, 0.7]
    assert isclose(value_with_best_discriminator(p, q), -log(4) + 2 * js(p, q))
    text = notes(DECK, TOPIC, language)
    assert "−ln 4 + 2·JS(p_data‖p_g)" in text
    assert f"−ln 4 ≈ {value_with_best_discriminator(p, p):.3f}".replace("-", "−") in text


@EACH_LANGUAGE
def test_an_undecided_discriminator_has_the_stated_loss(language: str) -> None:
    loss = -log(0.5) - log(1 - 0.5)
    text = section(DECK, TOPIC, language, "undecided-loss")
    spellings = accepted(text)
    assert spellings[:4] == [f"{loss:.3f}", f"{loss:.2f}", f"{loss:.1f}", f"{loss:.4f}"]
    assert isclose(loss, log(4))
    assert isclose(loss, 2 * log(2))
    assert f"{loss / 2:.3f}" in text


@EACH_LANGUAGE
def test_the_slopes_differ_by_a_factor_of_99(language: str) -> None:
    text = card(language, "non-saturating")
    probability = 0.01
    steep = slope_of_log(probability, generated=False)
    flat = slope_of_log(probability, generated=True)
    assert isclose(steep, 1 - probability, rel_tol=1e-6)
    assert isclose(flat, -probability, rel_tol=1e-6)
    joint = {"en": " and ", "zh": "和"}[language]
    assert f"D = {probability}" in text
    assert f"{steep:.2f}{joint}{flat:.2f}".replace("-", "−") in text
    factor = round(steep / -flat)
    assert {"en": f"a factor of {factor}", "zh": f"相差{factor}倍"}[language] in text


@EACH_LANGUAGE
def test_regions_without_overlap_have_divergence_ln_2_and_value_0(language: str) -> None:
    near, far = ([1.0, 0.0, 0.0], [0.0, 0.4, 0.6]), ([0.5, 0.5, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0.1, 0.9])
    assert all(isclose(js(p, q), log(2)) for p, q in (near, far))
    assert all(abs(value_with_best_discriminator(p, q)) < 1e-12 for p, q in (near, far))
    assert abs(-log(4) + 2 * log(2)) < 1e-12
    text = section(DECK, TOPIC, language, "disjoint")
    assert text.splitlines()[2].startswith("ln 2")
    assert "−ln 4 + 2·ln 2 = 0" in text
