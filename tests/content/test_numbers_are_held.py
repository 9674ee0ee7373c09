"""Every number that a written card states is worked out by a test, given by the question, or measured by somebody."""

import re
from pathlib import Path

from quizapp.cards.models import Card, Topic
from tests.content.bundled import COMPUTED, answered, cards, topics

# From 10 on, and decimals; neither part of a name (ResNet-50, int8) nor of a name's version or a year.
NUMBER = re.compile(r"(?<![A-Za-z0-9_.\-/])(?:\d+\.\d+|\d{2,})(?![A-Za-z0-9_])", re.ASCII)
VERSION = re.compile(r"(?:PyTorch|TensorFlow|TF|Keras)[^.。\n]{0,12}?\d[\d.]*|\b2\.1[34]\b")
YEAR = re.compile(r"(?:19[4-9]\d|20[0-3]\d)")

GIVEN = {
    "activation-functions/multi-label-output",
    "cnn-vs-mlp/built-in",
    "conv-types/space-only",
    "convolution-vs-correlation/input-gradient",
    "convolution-vs-correlation/interview",
    "data-augmentation/wrong-for-digits",
    "flops/same-macs",
    "overfitting/zero-training-error",
    "training-recipes/cannot-overfit",
    "training-recipes/workflow",
    "transposed-convolution/definition",
    "weight-init/interview",
    "zero-init/interview",
}
"""Cards whose numbers only set the scene: half a turn, 20 kinds of objects, the value of sigmoid at 0."""

MEASURED = {
    "cnn-history/ilsvrc-2014": "Szegedy",
    "cnn-history/not-vanishing": "He, Zhang, Ren, Sun",
    "cnn-history/squeeze-excitation": "Hu, Shen",
    "cnn-vs-mlp/not-expressiveness": "Neyshabur",
    "depth-width/degradation": "He, Zhang, Ren, Sun",
    "depthwise-separable/linear-bottleneck": "Sandler",
    "enlarge-receptive-field/interview": "Ding",
    "improve-generalization/head-first": "Kumar",
    "knowledge-distillation/dark-knowledge": "Hinton",
    "knowledge-distillation/temperature-in-use": "Hinton",
    "lr-warmup/interview": "He, Zhang, Ren, Sun",
    "nn-pros-cons/calibration": "Guo",
    "nn-pros-cons/tabular": "Grinsztajn",
    "relu-at-zero/precision": "Bertoin",
    "relu-why/dead-relu": "CS231n",
    "why-deep-learning-vision/missing-ingredients": "Krizhevsky",
    "why-deep-learning-vision/vit": "Dosovitskiy",
}
"""Cards whose numbers nobody can compute, and who measured or built what they count."""


def _states_a_number(card: Card) -> bool:
    texts = (text for language in card.faces for text in answered(card).texts(language))
    numbers = (number for text in texts for number in NUMBER.findall(VERSION.sub("", text)))
    return any(not YEAR.fullmatch(number) for number in numbers)


def _is_held(card: Card) -> bool:
    topic, id_ = card.id.split("/")
    test = Path(__file__).with_name(f"test_numbers_{topic.replace('-', '_')}.py")
    return test.exists() and f'"{id_}"' in test.read_text(encoding="utf-8")


def _unheld() -> dict[str, Topic]:
    return {
        card.id: topic
        for topic in topics()
        for card in cards(topic)
        if card.kind not in COMPUTED and _states_a_number(card) and not _is_held(card)
    }


def test_a_card_with_a_number_is_named_by_a_test_or_below() -> None:
    assert _unheld().keys() - GIVEN - MEASURED.keys() == set()


def test_nothing_is_excused_that_needs_no_excuse() -> None:
    assert (GIVEN | MEASURED.keys()) - _unheld().keys() == set()


def test_who_measured_is_among_the_sources() -> None:
    unheld = _unheld()
    lacking = {id_: who for id_, who in MEASURED.items() if not any(who in source for source in unheld[id_].sources)}
    assert lacking == {}
