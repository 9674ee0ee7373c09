"""The numbers stated in the cards of parameter-update."""

import re
from fractions import Fraction

import pytest

from tests.content.sections import EACH_LANGUAGE, accepted, section

DECK, TOPIC = "04-gradients-init", "parameter-update"


def descend(w: float, gradients: list[float], rate: float, *, clear: bool) -> tuple[float, list[float]]:
    """Plain SGD whose gradient buffer is added to, and the buffer that each step used."""
    buffer, used = 0.0, []
    for gradient in gradients:
        buffer = gradient if clear else buffer + gradient
        used.append(buffer)
        w -= rate * buffer
    return w, used


def with_momentum(w: float, gradients: list[float], rate: float, momentum: float) -> list[float]:
    """The weight after each step, as torch.optim.SGD counts."""
    velocity, path = 0.0, []
    for gradient in gradients:
        velocity = momentum * velocity + gradient
        w -= rate * velocity
        path.append(w)
    return path


def number(text: str) -> float:
    return float(text.replace("−", "-"))


def on_one_line(card: str, language: str) -> str:
    return " ".join(section(DECK, TOPIC, language, card).split("\n"))


@EACH_LANGUAGE
def test_three_steps_without_clearing_end_at_the_stated_weight(language: str) -> None:
    text = section(DECK, TOPIC, language, "no-zero-grad")
    slope = float(re.findall(r"L = (\d)w", text)[0])
    end, used = descend(1.0, [slope] * 3, 0.1, clear=False)
    assert number(accepted(text)[0]) == pytest.approx(end)
    steps = [round(0.1 * gradient, 1) for gradient in used]
    stated = {
        "en": "holds {:.0f}, {:.0f} and {:.0f}: the steps subtract {}, {} and {}",
        "zh": "依次累积成{:.0f}、{:.0f}、{:.0f}，三步分别减去{}、{}、{}",
    }
    assert stated[language].format(*used, *steps) in on_one_line("no-zero-grad", language)


@EACH_LANGUAGE
def test_three_steps_with_clearing_end_at_the_stated_weight(language: str) -> None:
    end, _ = descend(1.0, [3.0] * 3, 0.1, clear=True)
    stated = {"en": f"With `zero_grad` w would be at {end:.1f}.", "zh": f"如果每步清零，w应当是{end:.1f}。"}
    assert stated[language] in on_one_line("no-zero-grad", language)


@EACH_LANGUAGE
def test_a_quarter_of_each_mean_loss_gives_the_gradient_of_the_whole_batch(language: str) -> None:
    samples = [Fraction(n * n - 5 * n) for n in range(12)]
    micro = [samples[i : i + 3] for i in range(0, 12, 3)]
    mean = sum(samples) / len(samples)
    of_means = sum(sum(part) / len(part) for part in micro)
    text = section(DECK, TOPIC, language, "accumulation-scale")
    assert Fraction(accepted(text)[0]) == mean / of_means
    stated = {
        "en": ("Four micro-batches", "sum up to four times the mean"),
        "zh": ("四个同样大的微批次", "就是平均梯度的四倍"),
    }
    assert all(words in on_one_line("accumulation-scale", language) for words in stated[language])
    assert of_means == 4 * mean


@EACH_LANGUAGE
def test_momentum_moves_the_weight_on_without_a_gradient_as_stated(language: str) -> None:
    text = on_one_line("zero-gradient-step", language)
    first, second = with_momentum(1.0, [2.0, 0.0], rate=0.1, momentum=0.9)
    stated = {
        "en": (f"w = 1 goes to {first:.1f}", "0.1·0.9·2", f"to {second:.2f}."),
        "zh": (f"w从1走到{first:.1f}", "0.1·0.9·2", f"到{second:.2f}。"),
    }
    assert all(words in text for words in stated[language])
    assert first - second == pytest.approx(0.1 * 0.9 * 2)
