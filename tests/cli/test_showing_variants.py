"""`quizapp show --variant N`: a computed question with the numbers that N draws."""

import json

from tests.cli.conftest import Home, Run
from tests.study.checks import BROKEN, PARAMS, PARAMS_ZH, ROOT


def test_a_variant_is_shown_whole(own: Home, run: Run) -> None:
    own.write(PARAMS)
    variant = json.loads(run("show", "params", "--variant", "7", "--json").stdout)["variant"]
    c_in, c_out, k = variant["drawn"].values()
    told = run("show", "params", "--variant", "7").stdout
    assert "variant: 7\nstate: new\n" in told
    assert f"`Conv2d({c_in}, {c_out}, kernel_size={k})`" in told
    assert "Hint:\nA filter sees all" in told
    assert f" (no-bias)\n    You left out the {c_out} biases.\n" in told
    assert "\n\nSteps:\nEach filter has " in told


def test_without_a_number_it_is_the_first(own: Home, run: Run) -> None:
    own.write(PARAMS)
    assert run("show", "params").stdout == run("show", "params", "--variant", "1").stdout


def test_json_has_what_was_drawn_the_answer_the_mistakes_and_the_steps(own: Home, run: Run) -> None:
    own.write(PARAMS, "topic.en.md")
    own.write(PARAMS_ZH, "topic.zh.md")
    variant = json.loads(run("show", "params", "--variant", "3", "--json").stdout)["variant"]
    assert set(variant) == {"seed", "drawn", "prompt", "answer", "allowance", "unit", "mistakes", "steps"}
    drawn = variant["drawn"]
    weights = drawn["c_in"] * drawn["c_out"] * drawn["k"] ** 2
    assert (variant["seed"], variant["answer"], variant["unit"]) == (3, weights + drawn["c_out"], "parameters")
    assert variant["allowance"] == "exactly"
    mistake = variant["mistakes"]["no-bias"]
    assert (mistake["value"], mistake["live"]) == (weights, True)
    assert mistake["says"]["zh"] == f"漏掉了 {drawn['c_out']} 个偏置。"
    assert set(variant["steps"]) == {"en", "zh"}


def test_another_language_may_be_asked_for(own: Home, run: Run) -> None:
    own.write(PARAMS, "topic.en.md")
    own.write(PARAMS_ZH, "topic.zh.md")
    told = run("show", "params", "--lang", "zh").stdout
    assert "漏掉了" in told
    assert " 个 (exactly)" in told


def test_what_is_allowed_stands_beside_a_real_answer(own: Home, run: Run) -> None:
    own.write(ROOT)
    assert " (within 0.1 %)\n" in run("show", "root").stdout


def test_a_check_that_cannot_be_asked_says_why(own: Home, run: Run) -> None:
    own.write(BROKEN)
    assert "✗ This card cannot be asked: no draw meets this requirement" in run("show", "broken").stdout
    assert "requirement" in json.loads(run("show", "broken", "--json").stdout)["variant"]["broken"]


def test_other_cards_have_no_variants(own: Home, run: Run) -> None:
    own.write()
    assert "variant" not in run("show", "keeps", "--json").stdout
    result = run("show", "keeps", "--variant", "2")
    assert result.exit_code == 2
    assert "`pooling/keeps` is no computed question" in result.stderr
