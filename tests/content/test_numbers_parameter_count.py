"""The numbers that the cards and notes on the parameter count state."""

from functools import partial

from tests.content.networks import linear, resnet_50, vgg_16_classifier, vgg_16_convolutions
from tests.content.sections import EACH_LANGUAGE, accepted, flowing, notes, section

DECK, TOPIC = "09-efficiency-systems", "parameter-count"
FLOAT = 4

card = partial(flowing, DECK, TOPIC)


@EACH_LANGUAGE
def test_the_first_fully_connected_layer_dominates_vgg_16(language: str) -> None:
    convolutions, classifier = vgg_16_convolutions(), vgg_16_classifier()
    total = sum(convolutions) + sum(classifier)
    text = card(language, "vgg-largest-layer")
    for number in (total, classifier[0], sum(convolutions), 512 * 7 * 7, linear(2048, 1000), resnet_50()):
        assert f"{number:,}" in text
    assert f"25,088·4096 + 4096 = {25_088 * 4096 + 4096:,}" in text
    assert classifier[0] == 25_088 * 4096 + 4096
    assert f"{classifier[0] / total:.0%}" in text.split("{#")[0]
    assert {"en": "All {} convolutions", "zh": "{}个卷积层"}[language].format(len(convolutions)) in text


@EACH_LANGUAGE
def test_the_notes_give_vgg_16s_count_and_its_share_of_fully_connected_layers(language: str) -> None:
    total = sum(vgg_16_convolutions()) + sum(vgg_16_classifier())
    share = round(100 * sum(vgg_16_classifier()) / total)
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
    assert accepted(text)[0] == str(values * FLOAT)
    assert f"{resnet_50():,}" in text
    assert all(f"{resnet_50() * size / 1e6:.0f} MB" in text for size in (FLOAT, FLOAT * values))


@EACH_LANGUAGE
def test_the_interview_answer_rounds_the_counts_rightly(language: str) -> None:
    vgg, text = sum(vgg_16_convolutions()) + sum(vgg_16_classifier()), card(language, "interview")
    share = f"{sum(vgg_16_classifier()) / vgg:.0%}"
    english = (f"{vgg / 1e6:.0f} M", f"{resnet_50() / 1e6:.1f} M", share, f"{FLOAT} bytes", f"{4 * FLOAT} in training")
    chinese = (f"{vgg / 1e8:.2f}亿", f"{resnet_50() / 1e4:.0f}万", share, f"{FLOAT}字节", f"{4 * FLOAT}字节")
    assert all(number in text for number in {"en": english, "zh": chinese}[language])
