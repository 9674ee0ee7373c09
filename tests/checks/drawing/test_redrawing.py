"""From a seed to a variant."""

import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.checks.check import Check
from quizapp.checks.drawing.redrawing import COLLISIONS, TWINS
from quizapp.checks.flaws import Undrawable
from tests.checks.checking import CONVOLUTION, block, check

ROOT = Path(__file__).parents[3]


def test_the_variant_of_a_seed_never_changes() -> None:
    variants = [dict(check(CONVOLUTION).draw(seed).drawn) for seed in (0, 1, 2**31 - 1)]
    assert variants == [
        {"c_in": 16, "c_out": 64, "k": 3, "bias": True},
        {"c_in": 16, "c_out": 64, "k": 3, "bias": True},
        {"c_in": 32, "c_out": 16, "k": 5, "bias": True},
    ]


def test_the_same_seed_gives_the_same_variant_of_another_object() -> None:
    one, other = Check(block(CONVOLUTION)), Check(block(CONVOLUTION))
    assert [one.draw(seed) for seed in range(50)] == [other.draw(seed) for seed in range(50)]


def test_the_same_seed_gives_the_same_variant_in_another_process_with_other_hashes() -> None:
    script = (
        "from tests.checks.checking import CONVOLUTION, check; found = check(CONVOLUTION);"
        "print([list(found.draw(seed).drawn.values()) for seed in range(20)])"
    )
    found = [list(check(CONVOLUTION).draw(seed).drawn.values()) for seed in range(20)]
    for hashes in ("1", "2"):
        environment = {"PYTHONHASHSEED": hashes, "PYTHONPATH": str(ROOT)}
        printed = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=True)
        assert printed.stdout.decode().strip() == str(found)


def test_rewording_changes_no_variant_and_no_digest() -> None:
    reworded = CONVOLUTION.replace("You left out", "You forgot")
    assert check(reworded).digest == check(CONVOLUTION).digest
    assert check(reworded).draw(3) == check(CONVOLUTION).draw(3)


def test_another_formula_is_another_digest() -> None:
    digests = {check(CONVOLUTION.replace("k**2", power)).digest for power in ("k**2", "k**3", "k*k")}
    assert len(digests) == 3


def test_a_draw_in_which_a_mistake_gives_the_right_answer_is_drawn_anew() -> None:
    variants = [check(CONVOLUTION).draw(seed) for seed in range(100)]
    assert {variant.drawn["bias"] for variant in variants} == {True}
    assert not any(variant.collided for variant in variants)


def test_a_mistake_that_does_not_apply_asks_for_no_other_draw() -> None:
    text = CONVOLUTION.replace("no-bias: {", "no-bias: {when: bias, ")
    variants = [check(text).draw(seed) for seed in range(100)]
    assert {variant.drawn["bias"] for variant in variants} == {True, False}
    assert {tuple(variant.mistakes) for variant in variants} == {("no-bias", "one-filter"), ("one-filter",)}


def test_a_draw_in_which_two_mistakes_are_one_is_drawn_anew() -> None:
    text = """
        draw: {n: [1, 2, 4, 5]}
        answer: n
        mistakes:
          twice: {answer: 2 * n, says: x}
          square: {answer: n**2 + 1, says: x}
    """
    assert not any(check(text).draw(seed).twins for seed in range(60))


def test_the_best_draw_is_taken_where_none_is_good() -> None:
    text = """
        draw: {n: [1, 2, 3, 4, 5, 6, 7, 8]}
        answer: n
        mistakes:
          always: {answer: n, says: x}
          mostly: {answer: "n if n < 8 else 0", says: x}
    """
    drawings = [check(text).drawing(seed) for seed in range(40)]
    assert {drawing.tries for drawing in drawings} == {COLLISIONS}
    assert sum(drawing.variant.drawn["n"] == 8 for drawing in drawings) > 35


def test_few_draws_are_spent_on_twins() -> None:
    text = "draw: {n: [3, 4]}\nanswer: n\nmistakes:\n  a: {answer: n + 1, says: x}\n  b: {answer: 1 + n, says: x}"
    drawing = check(text).drawing(1)
    assert drawing.tries == TWINS
    assert drawing.variant.twins == {"b": "a"}


def test_a_requirement_holds_in_every_variant() -> None:
    text = "draw: {h: {from: 1, to: 9}, k: {from: 1, to: 9}}\nrequire: [h >= k, h - k != 1]\nanswer: h - k"
    assert {check(text).draw(seed).answer for seed in range(200)} == {0, 2, 3, 4, 5, 6, 7, 8}


def test_a_requirement_keeps_what_follows_from_failing() -> None:
    text = "draw: {a: [0, 1]}\nlet: {b: 1 / a}\nrequire: a > 0\nanswer: b"
    drawing = check(text).drawing(0)
    assert (drawing.variant.answer, drawing.broken) == (1, ())


def test_a_requirement_that_is_never_met_is_named() -> None:
    with pytest.raises(Undrawable) as told:
        check("draw: {a: [0, 1]}\nrequire: [a < 5, a > 1]\nanswer: a").draw(0)
    assert (told.value.flaw.path, told.value.flaw.what) == (("require", 1), "no draw meets this requirement")


def test_a_draw_that_fails_is_drawn_anew_and_remembered() -> None:
    found = [check("draw: {a: [0, 1]}\nanswer: 1 / a").drawing(seed) for seed in range(20)]
    assert {drawing.variant.answer for drawing in found} == {1}
    assert {flaw.what for drawing in found for flaw in drawing.broken} == {"division by zero"}


def test_let_is_computed_in_order_and_may_need_the_network() -> None:
    text = """
        draw: {c: [4, 8]}
        let: {half: c // 2, params: net.params, twice: 2 * params}
        net: |
          input 3x8x8
          conv {{half}} k=3 bias=no
        require: twice > 108
        answer: twice
    """
    variant = check(text).draw(0)
    assert variant.answer == 2 * 4 * 27
    assert variant.names["net"].params == 108


def test_an_answer_that_nobody_can_type_is_told() -> None:
    for answer in ("None", "[]", "'a' if a else None", "[1] * 65"):
        with pytest.raises(Undrawable) as told:
            check(f'draw: {{a: [0]}}\nanswer: "{answer}"').draw(0)
        assert told.value.flaw.path == ("answer",)
