"""The numbers that the cards and notes on the parameter count state."""

from functools import partial
from itertools import pairwise

from tests.content.sections import EACH_LANGUAGE, flowing, notes, section

DECK, TOPIC = "09-efficiency-systems", "parameter-count"
VGG_16 = [(64, 2), (128, 2), (256, 3), (512, 3), (512, 3)]
RESNET_50 = [(3, 64), (4, 128), (6, 256), (3, 512)]
FLOAT = 4

card = partial(flowing, DECK, TOPIC)


def linear(inputs: int, outputs: int) -> int:
    return (inputs + 1) * outputs


def vgg_convolutions() -> list[int]:
    channels = [3, *(width for width, layers in VGG_16 for _ in range(layers))]
    return [(9 * before + 1) * after for before, after in pairwise(channels)]


def vgg_classifier() -> list[int]:
    side = 224 // 2 ** len(VGG_16)
    return [linear(a, b) for a, b in pairwise([512 * side * side, 4096, 4096, 1000])]


def conv_with_batch_norm(kernel: int, inputs: int, outputs: int) -> int:
    return kernel * kernel * inputs * outputs + 2 * outputs


def bottleneck(inputs: int, width: int) -> int:
    """A block of three convolutions; a projection where the number of channels changes."""
    path = conv_with_batch_norm(1, inputs, width) + conv_with_batch_norm(3, width, width)
    shortcut = conv_with_batch_norm(1, inputs, 4 * width) if inputs != 4 * width else 0
    return path + conv_with_batch_norm(1, width, 4 * width) + shortcut


def resnet_50() -> int:
    total, channels = conv_with_batch_norm(7, 3, 64) + linear(2048, 1000), 64
    for blocks, width in RESNET_50:
        for _ in range(blocks):
            total += bottleneck(channels, width)
            channels = 4 * width
    return total


@EACH_LANGUAGE
def test_the_first_fully_connected_layer_dominates_vgg_16(language: str) -> None:
    convolutions, classifier = vgg_convolutions(), vgg_classifier()
    total = sum(convolutions) + sum(classifier)
    text = card(language, "vgg-largest-layer")
    for number in (total, classifier[0], sum(convolutions), 512 * 7 * 7, linear(2048, 1000), resnet_50()):
        assert f"{number:,}" in text
    assert f"{classifier[0] / total:.0%}" in text.split("{#")[0]
    assert {"en": "All {} convolutions", "zh": "{}个卷积层"}[language].format(len(convolutions)) in text


@EACH_LANGUAGE
def test_the_notes_give_vgg_16s_count_and_its_share_of_fully_connected_layers(language: str) -> None:
    total = sum(vgg_convolutions()) + sum(vgg_classifier())
    share = round(100 * sum(vgg_classifier()) / total)
    text = notes(DECK, TOPIC, language)
    assert f"{total:,}" in text
    assert {"en": f"{share}% sit", "zh": f"{share}%在"}[language] in text
    assert {"en": f"takes {FLOAT} bytes", "zh": f"占{FLOAT}字节"}[language] in text


@EACH_LANGUAGE
def test_twice_the_height_and_width_mean_four_times_the_positions(language: str) -> None:
    factor = (14 * 14) // (7 * 7)
    assert {"en": f"about {factor} times as many", "zh": f"约为原来的{factor}倍"}[language] in card(
        language, "image-size"
    )


@EACH_LANGUAGE
def test_tied_weights_count_once(language: str) -> None:
    tokens, width = 30_000, 768
    answer = section(DECK, TOPIC, language, "tied-weights").split("\n---\n")[1].strip()
    assert answer.split(" | ")[:2] == [f"{tokens * width:,}", str(tokens * width)]
    assert f"{2 * tokens * width:,}" in answer
    assert {"en": f" {tokens * width / 1e6} million ", "zh": f" {tokens * width // 10_000}万 "}[language] in answer


@EACH_LANGUAGE
def test_adam_holds_sixteen_bytes_for_each_parameter(language: str) -> None:
    values = len(("parameter", "gradient", "first moment", "second moment"))
    text = section(DECK, TOPIC, language, "adam-bytes")
    assert text.split("\n\n")[1].split(" | ")[0] == str(values * FLOAT)
    assert f"{resnet_50():,}" in text
    assert all(f"{resnet_50() * size / 1e6:.0f} MB" in text for size in (FLOAT, FLOAT * values))


@EACH_LANGUAGE
def test_the_interview_answer_rounds_the_counts_rightly(language: str) -> None:
    vgg, text = sum(vgg_convolutions()) + sum(vgg_classifier()), card(language, "interview")
    share = f"{sum(vgg_classifier()) / vgg:.0%}"
    english = (f"{vgg / 1e6:.0f} M", f"{resnet_50() / 1e6:.1f} M", share, f"{FLOAT} bytes", f"{4 * FLOAT} in training")
    chinese = (f"{vgg / 1e8:.2f}亿", f"{resnet_50() / 1e4:.0f}万", share, f"{FLOAT}字节", f"{4 * FLOAT}字节")
    assert all(number in text for number in {"en": english, "zh": chinese}[language])
