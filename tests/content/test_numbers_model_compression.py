"""The numbers that the cards and notes on model compression state."""

from fractions import Fraction
from functools import partial

from tests.content.sections import EACH_LANGUAGE, accepted, flowing, notes, section

DECK, TOPIC = "09-efficiency-systems", "model-compression"
SCALE, ZERO = Fraction(1, 10), -20
LOWEST, HIGHEST = -(2**7), 2**7 - 1

card = partial(flowing, DECK, TOPIC)


def quantized(x: Fraction) -> int:
    return min(max(round(x / SCALE) + ZERO, LOWEST), HIGHEST)


def restored(code: int) -> Fraction:
    return SCALE * (code - ZERO)


@EACH_LANGUAGE
def test_half_the_channels_leave_a_quarter_of_an_inner_convolution(language: str) -> None:
    left = Fraction(9 * 32 * 32, 9 * 64 * 64)
    words = {Fraction(1, 4): {"en": "keeps a quarter", "zh": "只剩四分之一"}}
    assert words[left][language] in card(language, "dense-speed")


@EACH_LANGUAGE
def test_int8_brings_2_34_back_as_2_3(language: str) -> None:
    x = Fraction("2.34")
    back = restored(quantized(x))
    text = section(DECK, TOPIC, language, "round-trip")
    prompt, answer = text.split("\n---\n")
    assert float(x) == 2.34
    assert f"x = {float(x)}" in prompt
    assert f"s = {float(SCALE)}" in prompt
    assert f"z = −{-ZERO}" in prompt
    assert accepted(answer)[0] == str(float(back))
    assert f"`q = round({float(x / SCALE)}) − {-ZERO} = {quantized(x)}`" in answer
    assert f"`s·(q − z) = {float(SCALE)}·{quantized(x) - ZERO} = {float(back)}`" in answer
    assert restored(quantized(Fraction(0))) == 0


@EACH_LANGUAGE
def test_the_error_within_the_range_is_half_a_step(language: str) -> None:
    low, high = restored(LOWEST), restored(HIGHEST)
    steps = [low + Fraction(i, 1000) for i in range(int((high - low) * 1000) + 1)]
    worst = max(abs(restored(quantized(x)) - x) for x in steps)
    text = card(language, "round-trip")
    joined = {"en": f"−{float(-low)} to {float(high)}", "zh": f"−{float(-low)}到{float(high)}"}
    assert joined[language] in text
    assert f"s/2 = {float(worst)}" in text
    assert f"−{-LOWEST}" in text
    assert str(HIGHEST) in text


@EACH_LANGUAGE
def test_the_sizes_before_and_after_make_the_reported_factors(language: str) -> None:
    text, interview = card(language, "deep-compression"), card(language, "interview")
    for before, after in ((240, "6.9"), (552, "11.3")):
        times = round(before / float(after))
        factor = {"en": f"{times}×", "zh": f"{times}倍"}[language]
        sizes = {"en": f"{before} MB to {after} MB ({factor})", "zh": f"{before} MB降到{after} MB（{factor}）"}
        assert sizes[language] in text
        assert factor in interview


@EACH_LANGUAGE
def test_the_drawing_counts_its_squares(language: str) -> None:
    drawing = notes(DECK, TOPIC, language).split("```")[1]
    rows = [line.split("      ") for line in drawing.splitlines() if "■" in line]
    dense = sum(line.count("■") + line.count("·") for line in drawing.splitlines())
    per_kind = [dense_cells(rows, column) for column in range(3)]
    assert sum(per_kind) == dense
    assert [int(n) for n in drawing.replace("\n", " ").split() if n.isdigit()] == per_kind


def dense_cells(rows: list[list[str]], column: int) -> int:
    """Weights that a dense kernel multiplies by: zeros too."""
    pieces = [[piece for piece in row if piece.strip()] for row in rows]
    return sum(row[column].count("■") + row[column].count("·") for row in pieces if len(row) > column)


@EACH_LANGUAGE
def test_the_notes_give_the_sizes_of_units_and_types(language: str) -> None:
    text = notes(DECK, TOPIC, language)
    assert f"2²⁰ = {2**20:,}" in text
    more = 100 * (2**20 - 10**6) / 10**6
    assert 4.5 < more < 5
    assert {"en": "nearly 5% more", "zh": "多出将近5%"}[language] in text
    share = Fraction(8, 32)
    assert {"en": f"int8: {share} size", "zh": f"int8：大小为{share}"}[language] in text
    assert f"{10**3}" in text
    assert f"{2**10}" in text
