"""The numbers stated in the notes and cards of relu-at-zero."""

from collections.abc import Callable
from fractions import Fraction
from math import log

from tests.content.sections import EACH_LANGUAGE, accepted, notes, section

DECK, TOPIC = "03-activations-losses", "relu-at-zero"
HALF = Fraction(1, 2)


class Dual:
    """A value with its derivative by x, passed on operation by operation as autodiff does."""

    def __init__(self, value: Fraction, slope: Fraction) -> None:
        self.value, self.slope = value, slope

    def __add__(self, other: "Dual") -> "Dual":
        return Dual(self.value + other.value, self.slope + other.slope)

    def times(self, factor: Fraction | int) -> "Dual":
        return Dual(self.value * factor, self.slope * factor)


def least(low: int, high: int) -> int:
    """The number of least size among the subgradients from low to high."""
    return min(range(low, high + 1), key=abs)


def relu(x: Dual) -> Dual:
    slope = least(0, 1) if x.value == 0 else int(x.value > 0)
    return Dual(max(Fraction(0), x.value), x.slope * slope)


def absolute(x: Dual) -> Dual:
    slope = least(-1, 1) if x.value == 0 else (1 if x.value > 0 else -1)
    return Dual(abs(x.value), x.slope * slope)


PROGRAMS: dict[str, Callable[[Dual], Dual]] = {
    "relu(x)": relu,
    "(x + abs(x)) / 2": lambda x: (x + absolute(x)).times(HALF),
    "x + relu(-x)": lambda x: x + relu(x.times(-1)),
}
SHOWN = {Fraction(0): "0", HALF: "½", Fraction(1): "1"}


def at(program: Callable[[Dual], Dual], x: int) -> Dual:
    return program(Dual(Fraction(x), Fraction(1)))


@EACH_LANGUAGE
def test_one_function_written_three_ways_gets_three_gradients_in_the_stated_order(language: str) -> None:
    assert all(at(program, x).value == max(0, x) for program in PROGRAMS.values() for x in (-3, 0, 3))
    slopes = [at(program, 0).slope for program in PROGRAMS.values()]
    assert slopes == [0, HALF, 1]
    card = section(DECK, TOPIC, language, "same-function")
    items = [line.split(". ", 1)[1].strip("`") for line in card.splitlines() if line[:1].isdigit() and "`" in line]
    assert items == list(PROGRAMS)
    difference = at(lambda x: relu(x) + relu(x.times(-1)).times(-1), 0)
    assert difference.slope == 0
    rows = [line for line in notes(DECK, TOPIC, language).splitlines() if line.startswith("| `")]
    for program, slope in zip(PROGRAMS, slopes, strict=True):
        [row] = [row for row in rows if f"`{program.replace(' / ', '/')}`" in row]
        assert row.split("|")[2].strip() == SHOWN[slope]


@EACH_LANGUAGE
def test_a_tie_of_two_inputs_is_shared_equally_by_the_smallest_norm(language: str) -> None:
    shares = [Fraction(i, 100) for i in range(101)]
    best = min(shares, key=lambda t: t**2 + (1 - t) ** 2)
    assert best == HALF
    card = section(DECK, TOPIC, language, "maximum-half")
    assert f"({SHOWN[best]}, {SHOWN[1 - best]})" in card.splitlines()[2]
    assert "t² + (1 − t)²" in card.replace("\n", " ")


@EACH_LANGUAGE
def test_lines_of_slopes_from_0_to_1_and_no_others_stay_below_relu(language: str) -> None:
    slopes = [Fraction(i, 10) for i in range(-20, 21)]
    below = [g for g in slopes if all(g * x <= max(0, x) for x in range(-5, 6))]
    assert below == [g for g in slopes if 0 <= g <= 1]
    [right] = [line for line in section(DECK, TOPIC, language, "subgradients").splitlines() if line.startswith("- [x]")]
    assert {"en": "All numbers from 0 to 1", "zh": "从0到1的所有数"}[language] in right


@EACH_LANGUAGE
def test_a_centered_difference_at_the_kink_is_one_half(language: str) -> None:
    found = {(max(Fraction(0), h) - max(Fraction(0), -h)) / (2 * h) for h in (Fraction(1, 10**k) for k in range(1, 8))}
    assert found == {HALF}
    spellings = accepted(section(DECK, TOPIC, language, "centered-difference"))
    assert {"1/2", "0.5", SHOWN[HALF]} <= set(spellings)


@EACH_LANGUAGE
def test_softplus_is_ln_2_at_zero(language: str) -> None:
    assert f"ln 2 ≈ {log(2):.2f}" in section(DECK, TOPIC, language, "interview")
