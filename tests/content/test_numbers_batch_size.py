"""The numbers stated in the cards of batch-size."""

import re
from math import ceil, sqrt

from tests.content.sections import EACH_LANGUAGE, accepted, asked, section

DECK, TOPIC = "05-optimization", "batch-size"


@EACH_LANGUAGE
def test_the_linear_rule_gives_the_stated_rate(language: str) -> None:
    text = section(DECK, TOPIC, language, "linear-scaling")
    rate = float(re.findall(r"0\.\d", text.splitlines()[0])[0])
    small, large = sorted(int(n) for n in re.findall(r"\d{3,4}", text.splitlines()[0]))
    assert accepted(text)[0] == f"{rate * large / small:.1f}"
    assert f"`{large}/{small} = {large // small}`" in text


@EACH_LANGUAGE
def test_an_epoch_has_the_stated_numbers_of_updates(language: str) -> None:
    samples, small, large = 50000, 128, 1024
    few, many = ceil(samples / large), ceil(samples / small)
    text = section(DECK, TOPIC, language, "fewer-updates")
    assert asked(text) == [small, large]
    stated = {
        "en": f"With {samples:,} samples an epoch has {many} updates at {small}, and {few} at {large}.",
        "zh": f"以{samples:,}个样本为例，批大小{small}时每个epoch更新{many}次，{large}时只有{few}次。",
    }
    assert stated[language] in " ".join(text.split("\n"))
    assert {8: {"en": "an eighth", "zh": "八分之一"}}[large // small][language] in text


@EACH_LANGUAGE
def test_the_micro_batches_make_up_the_large_batch(language: str) -> None:
    prompt = section(DECK, TOPIC, language, "accumulation").splitlines()[0]
    numbers = [int(n) for n in re.findall(r"\d+", prompt.partition("{")[0])]
    assert sorted(numbers) == [8, 8, 32, 8 * 32]


@EACH_LANGUAGE
def test_four_times_the_batch_halves_the_noise(language: str) -> None:
    times = next(k for k in range(1, 100) if sqrt(1 / k) <= 1 / 2)
    stated = {4: {"en": "four times the batch only halves it", "zh": "批大小增到4倍才减半"}}
    assert stated[times][language] in section(DECK, TOPIC, language, "interview")
