"""The numbers stated in the cards of lr-warmup."""

import re
from fractions import Fraction
from math import cos, pi

from tests.content.sections import EACH_LANGUAGE, accepted, section

DECK, TOPIC = "05-optimization", "lr-warmup"


def share_of_the_target(step: int, warmup: int, end: int) -> float:
    if step <= warmup:
        return step / warmup
    return (1 + cos(pi * (step - warmup) / (end - warmup))) / 2


@EACH_LANGUAGE
def test_the_rule_of_thumb_gives_the_stated_steps(language: str) -> None:
    prompt, answer = section(DECK, TOPIC, language, "rule-of-thumb").split("\n---\n")
    beta = Fraction(re.findall(r"0\.\d+", prompt)[0])
    steps = 2 / (1 - beta)
    assert accepted(answer)[0] == str(steps)
    assert f"`2/{float(1 - beta)} = {steps}`" in answer
    assert f"`1/(1−β₂) = {1 / (1 - beta)}`" in answer


@EACH_LANGUAGE
def test_a_smaller_beta_gives_the_stated_steps(language: str) -> None:
    steps = 2 / (1 - Fraction("0.95"))
    text = " ".join(section(DECK, TOPIC, language, "rule-of-thumb").split("\n"))
    stated = {
        "en": f"With β₂ = 0.95, as in GPT-3, it would be only {steps};",
        "zh": f"β₂ = 0.95，照此只要{steps}步",
    }
    assert stated[language] in text


@EACH_LANGUAGE
def test_the_steps_stand_in_the_order_of_their_rates(language: str) -> None:
    prompt, answer = section(DECK, TOPIC, language, "order-rates").split("\n---\n")
    numbers = [int(n.replace(",", "")) for n in re.findall(r"\d+,\d+", prompt)]
    warmup, end = numbers
    lines = [line for line in answer.splitlines() if re.match(r"\d\. ", line)]
    steps = [int(re.findall(r"\d+", line[2:].replace(",", ""))[0]) for line in lines]
    shares = [round(share_of_the_target(step, warmup, end), 3) for step in steps]
    assert shares == sorted(shares)
    assert len(set(shares)) == len(shares) == 5
    words = [f"{share:g}" for share in shares]
    joined = {"en": ", ".join(words[:-1]) + f" and {words[-1]}", "zh": "、".join(words[:-1]) + f"和{words[-1]}"}
    assert joined[language] in answer
