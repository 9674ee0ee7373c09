"""A computed question in two languages: one set of numbers, each with its own texts."""

import pytest

from tests.study.checks import PARAMS, PARAMS_ZH, ask_of, of, right, wrong


def test_every_text_is_filled_with_the_same_numbers() -> None:
    ask = ask_of(PARAMS, PARAMS_ZH)
    computed = of(ask)
    en, zh = (computed.prompt(language).partition("`")[2] for language in ("en", "zh"))
    assert en == zh
    assert "{{" not in en + computed.solution("en") + computed.solution("zh") + computed.hint("en")


def test_what_the_second_language_does_not_say_the_first_one_says() -> None:
    computed = of(ask_of(PARAMS, PARAMS_ZH))
    assert computed.hint("zh") == computed.hint("en") != ""
    assert (computed.unit("en"), computed.unit("zh")) == ("parameters", "个")
    silent = of(ask_of(PARAMS, "## 几个？ {#params}\n\n```check\n```\n\n答。\n"))
    assert silent.unit("zh") == "parameters"
    assert silent.says_to("no-bias", "zh").startswith("You left out")


def test_a_mistake_is_told_in_the_language_shown() -> None:
    ask = ask_of(PARAMS, PARAMS_ZH)
    ask.submit(wrong(ask), "zh")
    assert of(ask).says("zh").startswith("漏掉了")
    assert of(ask).says("en").startswith("You left out")


@pytest.mark.parametrize("unit", ["", " parameters", " 个", "个"])
def test_a_unit_may_be_typed_in_either_language(unit: str) -> None:
    for language in ("en", "zh"):
        ask = ask_of(PARAMS, PARAMS_ZH)
        assert ask.submit(right(ask) + unit, language)
        assert of(ask).first.verdict == "right"
