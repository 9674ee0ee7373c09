"""The numbers in the lineage of CNN classifiers that can be computed; errors and years come from the papers."""

import re
from functools import partial

from tests.content.networks import linear, resnet_50, vgg_16_classifier, vgg_16_convolutions
from tests.content.sections import EACH_LANGUAGE, flowing, notes

DECK, TOPIC = "08-architectures", "cnn-history"

CONVOLUTIONS, CLASSIFIER = sum(vgg_16_convolutions()), sum(vgg_16_classifier())

card = partial(flowing, DECK, TOPIC)


@EACH_LANGUAGE
def test_vgg_16_with_an_average_instead_of_its_classifier_has_15_2_million_parameters(language: str) -> None:
    text = card(language, "average-head")
    head = linear(512, 1000)
    left = CONVOLUTIONS + head
    assert f".typed}} {left / 1e6:.1f} | " in text
    assert f"`512·1000 + 1000 = {head:,}`" in text
    assert f"{left:,}" in text
    assert f"{CONVOLUTIONS + CLASSIFIER:,}" in text
    heading = text.split(" {#")[0]
    assert {"13", "512", "1000"} <= set(re.findall(r"\d+", heading))
    assert f"{CONVOLUTIONS / 1e6:.1f}" in heading
    assert f"{CLASSIFIER / 1e6:.1f}" in heading
    assert f"{(224 // 2**5) ** 2} " in text.replace("个位置", " ")


@EACH_LANGUAGE
def test_resnet_50_has_less_than_a_fifth_of_vgg_16s_parameters(language: str) -> None:
    text = card(language, "interview")
    vgg = CONVOLUTIONS + CLASSIFIER
    assert 5 * resnet_50() < vgg
    assert {"en": f"{resnet_50() / 1e6:.1f} million", "zh": f"{resnet_50() / 1e4:.0f}万"}[language] in text
    assert {"en": f"{vgg / 1e6:.1f} million", "zh": f"{vgg / 1e8:.3f}亿"}[language] in text


@EACH_LANGUAGE
def test_the_bars_are_as_long_as_the_errors_are_large(language: str) -> None:
    rows = re.findall(r"(\d+\.\d) +(█+)", notes(DECK, TOPIC, language))
    assert len(rows) == 5
    assert all(len(bar) == round(float(error)) for error, bar in rows)


@EACH_LANGUAGE
def test_alexnets_first_convolution_works_out_for_227_pixels(language: str) -> None:
    kernel, stride = 11, 4
    assert (224 - kernel) % stride != 0
    assert (227 - kernel) % stride == 0
    text = card(language, "alexnet-kernels")
    side = (227 - kernel) // stride + 1
    assert {"en": f"to {side} pixels; the paper says from 224", "zh": f"边长变成{side}；论文写的输入是224"}[
        language
    ] in text


@EACH_LANGUAGE
def test_the_table_is_in_the_order_of_the_years(language: str) -> None:
    years = [int(year) for year in re.findall(r"^\| (\d{4}) \|", notes(DECK, TOPIC, language), re.MULTILINE)]
    assert len(years) == 11
    assert years == sorted(years)
    listed = re.findall(r"\d{4}", card(language, "lineage"))
    assert listed == sorted(set(listed))
    assert set(map(int, listed)) < set(years)
