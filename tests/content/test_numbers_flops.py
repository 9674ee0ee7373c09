"""The numbers that the cards and notes on FLOPs state, counted layer by layer."""

from functools import partial

from tests.content.networks import RESNET_50, VGG_16
from tests.content.sections import EACH_LANGUAGE, accepted, flowing, notes, section

DECK, TOPIC = "09-efficiency-systems", "flops"

card = partial(flowing, DECK, TOPIC)


def conv(kernel: int, inputs: int, outputs: int, side: int) -> int:
    """Multiply-adds of a convolution, `side` being that of its output."""
    return side * side * outputs * kernel * kernel * inputs


def vgg_convolutions(side: int) -> int:
    total, channels = 0, 3
    for width, layers in VGG_16:
        for _ in range(layers):
            total += conv(3, channels, width, side)
            channels = width
        side //= 2
    return total


def vgg_16() -> int:
    return vgg_convolutions(224) + 512 * 7 * 7 * 4096 + 4096 * 4096 + 4096 * 1000


def resnet_50() -> int:
    total, channels, side = conv(7, 3, 64, 112) + 2048 * 1000, 64, 56
    for blocks, width in RESNET_50:
        for block in range(blocks):
            after = side // 2 if block == 0 and width > 64 else side
            total += conv(1, channels, width, side) + conv(3, width, width, after) + conv(1, width, 4 * width, after)
            total += conv(1, channels, 4 * width, after) if block == 0 else 0
            channels, side = 4 * width, after
    return total


def projections(tokens: int, width: int) -> int:
    """Multiply-adds that give the queries, keys, values and outputs."""
    return sum(tokens * width * width for _ in ("query", "key", "value", "output"))


def products(tokens: int, width: int) -> int:
    """Multiply-adds of the scores and of the weighted sums."""
    return tokens * tokens * width + tokens * tokens * width


@EACH_LANGUAGE
def test_resnet_50_takes_at_least_the_stated_time(language: str) -> None:
    flops, rate, text = 2 * resnet_50(), 10 * 10**12, card(language, "count-or-rate")
    stated = (f"{flops / 1e9:.1f} GFLOPs", f"{rate // 10**12} TFLOPS", f"{1000 * flops / rate:.2f} ms")
    assert all(number in text for number in stated)


@EACH_LANGUAGE
def test_two_conventions_differ_by_the_factor_two(language: str) -> None:
    macs, text = resnet_50(), card(language, "two-conventions")
    assert f"{macs:,}" in text
    assert all(f"{count / 1e9:.1f} GFLOPs" in text.split("{#")[0] for count in (macs, 2 * macs))
    assert {"en": f"{macs / 1e9:.1f} billion", "zh": f"{macs / 1e8:.0f}亿"}[language] in text


@EACH_LANGUAGE
def test_attention_costs_as_much_as_its_projections_at_twice_the_width(language: str) -> None:
    width, patches = 768, (224 // 16) ** 2
    balance = next(n for n in range(1, 10_000) if products(n, width) >= projections(n, width))
    assert products(balance, width) == projections(balance, width)
    prompt, answer = section(DECK, TOPIC, language, "attention-balance").split("\n---\n")
    assert f"d = {width}" in prompt
    assert accepted(answer)[:2] == [str(balance), f"{balance:,}"]
    times = projections(patches + 1, width) / products(patches + 1, width)
    assert {"en": f"take {times:.1f} times", "zh": f"乘法的{times:.1f}倍"}[language] in " ".join(answer.split())
    assert str(patches + 1) in answer


@EACH_LANGUAGE
def test_twice_the_resolution_means_four_times_the_macs(language: str) -> None:
    small, large, text = vgg_convolutions(224), vgg_convolutions(448), card(language, "resolution")
    stated = (f"=={large // small}==", f"{small / 1e9:.1f} GMACs", f"{large / 1e9:.1f}")
    assert all(number in text for number in stated)


@EACH_LANGUAGE
def test_a_training_step_of_ten_equal_layers_takes_2_9_forward_passes(language: str) -> None:
    forward = [conv(3, 16, 16, 16)] * 10
    backward = [2 * macs for macs in forward[1:]] + [forward[0]]
    text = section(DECK, TOPIC, language, "training-step")
    assert f"{(sum(forward) + sum(backward)) / sum(forward):.1f}" in text
    assert accepted(text)[0] == str(1 + backward[0] // forward[1])


@EACH_LANGUAGE
def test_the_notes_and_the_interview_give_the_sizes_of_known_networks(language: str) -> None:
    stated = f"{vgg_16() / 1e9:.1f}"
    text = notes(DECK, TOPIC, language)
    assert f"{stated} GMACs" in text
    assert f"{2 * vgg_16() / 1e9:.0f} GFLOPs" in text
    text = card(language, "interview")
    assert stated in text
    assert f"{resnet_50() / 1e9:.1f} GMACs" in text
