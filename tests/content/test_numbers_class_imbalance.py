"""The numbers stated in the notes and cards of class-imbalance."""

import re
from fractions import Fraction
from math import exp, log, pow

import pytest

from tests.content.sections import EACH_LANGUAGE, accepted, notes, section

DECK, TOPIC = "01-data", "class-imbalance"


def precision(share: Fraction, recall: Fraction, false_positive_rate: Fraction) -> Fraction:
    """Precision where this share of the samples is positive."""
    found, alarms = share * recall, (1 - share) * false_positive_rate
    return found / (found + alarms)


def focal(p: float, gamma: float) -> float:
    """The focal loss of one sample whose true class has probability p, without a class weight."""
    return -pow(1 - p, gamma) * log(p)


def share_of_easy(gamma: float) -> float:
    easy, hard = 100_000 * focal(0.99, gamma), 100 * focal(0.1, gamma)
    return easy / (easy + hard)


@EACH_LANGUAGE
def test_the_notes_state_the_accuracy_of_a_constant_model_and_the_focal_factor(language: str) -> None:
    text = notes(DECK, TOPIC, language)
    odds = re.search(r"(\d+) negatives to (\d+)|为(\d+)比(\d+)", text)
    assert odds
    negatives, positives = (int(n) for n in odds.groups() if n)
    assert f"{100 * negatives // (negatives + positives)}%" in text
    assert focal(0.9, 2) / focal(0.9, 0) == pytest.approx(1 / 100)
    assert {"en": "p = 0.9 to a hundredth", "zh": "p = 0.9的样本只按百分之一计"}[language] in text


@EACH_LANGUAGE
def test_good_rates_give_a_precision_of_a_half_where_one_in_a_hundred_is_positive(language: str) -> None:
    text = section(DECK, TOPIC, language, "precision-at-low-prevalence")
    share, recall, alarms = (Fraction(n) / 100 for n in re.findall(r"(\d+)%", text.splitlines()[0]))
    assert accepted(text)[0] == f"{100 * precision(share, recall, alarms)}%"
    assert 10_000 * share * recall == 10_000 * (1 - share) * alarms == 99
    assert all(number in text for number in ("10,000", "100", "99", "9,900"))
    assert f"{float(100 * precision(Fraction(1, 10), recall, alarms)):.1f}%" in text


@EACH_LANGUAGE
def test_a_hundred_false_alarms_are_a_small_rate_and_a_low_precision(language: str) -> None:
    text = section(DECK, TOPIC, language, "roc-vs-pr")
    alarms, negatives, found = 100, 100_000, 50
    stated = {"en": ("100 false alarms", "100,000 negatives", "50 positives"), "zh": ("误报100个", "10万个", "50个")}
    assert all(words in text for words in stated[language])
    assert str(alarms / negatives) in text
    assert str(Fraction(found, found + alarms)) in text


@EACH_LANGUAGE
def test_correcting_for_the_prior_turns_nine_tenths_into_a_twelfth(language: str) -> None:
    text = section(DECK, TOPIC, language, "prior-correction")
    prompt, explanation = text.split("\n---\n")
    given, *_ = re.findall(r"0\.\d", prompt)
    balanced = Fraction(given) / (1 - Fraction(given))
    assert f"{given}/{float(1 - Fraction(given))} = {balanced}" in explanation
    odds = balanced * Fraction(1, 99)
    right = odds / (1 + odds)
    assert accepted(text)[0] == str(right)
    assert f"{float(100 * right):.1f}%" in accepted(text)
    assert str(odds) in text
    by_logit = 1 / (1 + exp(-(log(0.9 / 0.1) + log(1 / 99))))
    assert by_logit == pytest.approx(float(right))
    assert "ln(1/99)" in text


@EACH_LANGUAGE
def test_easy_boxes_dominate_the_cross_entropy_but_not_the_focal_loss(language: str) -> None:
    text = section(DECK, TOPIC, language, "class-vs-hardness")
    assert all(number in text for number in ("100,000", "0.99", "100", "p = 0.1", "γ = 2"))
    assert f"{100 * share_of_easy(0):.0f}%" in text
    assert f"{100 * share_of_easy(2):.2f}%" in text
