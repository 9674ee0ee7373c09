"""The numbers stated in the cards of conv-types."""

import re

from tests.content.sections import EACH_LANGUAGE, accepted, notes, section

DECK, TOPIC = "06-convolution", "conv-types"


def weights(height: int, width: int, channels: int, filters: int, groups: int = 1) -> int:
    """Every filter has a window of weights for each channel of its group."""
    assert channels % groups == filters % groups == 0
    return sum(height * width * (channels // groups) for _ in range(filters))


def separable(k: int, channels: int, filters: int) -> int:
    return weights(k, k, channels, channels, channels) + weights(1, 1, channels, filters)


def card(language: str, card_id: str) -> str:
    return section(DECK, TOPIC, language, card_id)


@EACH_LANGUAGE
def test_the_table_of_the_notes_counts_the_weights(language: str) -> None:
    k, c, f, g = 5, 12, 20, 4
    counted = [
        weights(k, k, c, f),
        weights(1, 1, c, f),
        weights(k, k, c, f, g),
        weights(k, k, c, c, c),
        separable(k, c, f),
        weights(k, k, c, f),
        weights(k, k, c, f),
        weights(1, k, c, f) + weights(k, 1, f, f),
        k * weights(k, k, c, f),
    ]
    rows = [
        line.split("|")[2].strip() for line in notes(DECK, TOPIC, language).splitlines() if re.match(r"\|.*\|.*C", line)
    ]
    terms = {"C'": "f", "C": "c", "²": "**2", "³": "**3", "·": "*"}
    values = []
    for row in rows:
        for sign, word in terms.items():
            row = row.replace(sign, word)
        values.append(eval(row, {"k": k, "c": c, "f": f, "g": g}))
    assert values == counted


@EACH_LANGUAGE
def test_the_layers_stand_in_the_order_of_their_weights(language: str) -> None:
    c = 256
    counts = [
        weights(3, 3, c, c, c),
        weights(1, 1, c, c),
        separable(3, c, c),
        weights(3, 3, c, c, 8),
        weights(3, 3, c, c),
    ]
    assert counts == sorted(counts)
    assert counts[0] + counts[1] == counts[2]
    text = card(language, "fewest-weights")
    stated = re.findall(r"\d{1,3},\d{3}", text)
    assert [int(number.replace(",", "")) for number in stated] == counts


@EACH_LANGUAGE
def test_a_third_axis_multiplies_the_weights_by_k(language: str) -> None:
    k, c, f = 3, 4, 6
    assert sum(weights(k, k, c, f) for _ in range(k)) == k**3 * c * f
    assert "`k³·C·C'`" in card(language, "two-d-on-rgb")


@EACH_LANGUAGE
def test_two_thin_kernels_keep_two_sevenths_of_the_weights(language: str) -> None:
    c = 10
    pair, square = weights(1, 7, c, c) + weights(7, 1, c, c), weights(7, 7, c, c)
    text = card(language, "asymmetric")
    answers = accepted(text)
    over, under = map(int, answers[0].split("/"))
    assert over * square == under * pair
    assert float(answers[answers.index("0.286")]) == round(pair / square, 3)
    assert f"{pair // c**2}·C²`" in text
    assert f"`{square // c**2}·C²`" in text


@EACH_LANGUAGE
def test_padding_at_the_start_alone_keeps_a_causal_layer_as_long_as_its_input(language: str) -> None:
    for k, d, length in [(2, 1, 9), (3, 4, 20), (5, 2, 30)]:
        pad = d * (k - 1)
        places = [end for end in range(length + pad) if end - d * (k - 1) >= 0]
        assert len(places) == length
        assert [end - pad for end in places] == list(range(length))
    assert "==d(k−1)==" in card(language, "causal")


@EACH_LANGUAGE
def test_nine_taps_have_eighteen_offsets(language: str) -> None:
    taps = [(row, column) for row in range(3) for column in range(3)]
    offsets = sum(len(tap) for tap in taps)
    stated = {"en": f"{offsets} numbers per position", "zh": f"每个位置{offsets}个数"}
    assert stated[language] in " ".join(card(language, "deformable").split())
