"""Cards whose prompt is like another's."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.editing.duplicates import ALIKE, Alike, Prompts, squeezed

KNOWN = Prompts(
    [
        ("pooling/why", {"en": "Why is max pooling used?", "zh": "为什么使用最大池化？"}),
        ("pooling/keeps", {"en": "What does max pooling keep?", "zh": "最大池化保留什么？"}),
        ("rf/what", {"en": "What does a unit's receptive field measure?", "zh": "单元的感受野衡量什么？"}),
        ("short/a", {"en": "GD?"}),
    ]
)


def found(prompt: str) -> list[str]:
    return [alike.card for alike in KNOWN.like(prompt)]


@pytest.mark.parametrize(
    "prompt",
    [
        "Why is max pooling used?",
        "why is MAX-pooling used",
        "  Ｗｈｙ is max\npooling used ？",
        "为什么 使用“最大池化”?",
    ],
)
def test_the_same_prompt_is_known_however_it_is_written(prompt: str) -> None:
    first = KNOWN.like(prompt)[0]
    assert (first.card, first.same) == ("pooling/why", True)


@pytest.mark.parametrize(
    ("prompt", "card"),
    [
        ("What does a receptive field measure?", "rf/what"),
        ("Why is max pooling so used?", "pooling/why"),
        ("为什么要使用最大池化？", "pooling/why"),
        ("一个单元的感受野衡量什么？", "rf/what"),
    ],
)
def test_a_reworded_prompt_is_like_it_and_not_the_same(prompt: str, card: str) -> None:
    first = KNOWN.like(prompt)[0]
    assert first.card == card
    assert ALIKE <= first.likeness < 1


@pytest.mark.parametrize("prompt", ["What is weight decay?", "权重衰减是什么？", "Why?", "", "？！", "3×3"])
def test_another_prompt_is_like_none(prompt: str) -> None:
    assert found(prompt) == []


def test_short_prompts_are_alike_only_where_they_are_the_same() -> None:
    assert found("gd") == ["short/a"]
    assert found("gc") == []


def test_a_sign_of_maths_tells_two_prompts_apart() -> None:
    prompts = Prompts([("a", {"en": "Is a < b?"})])
    assert not any(alike.same for alike in prompts.like("Is a > b?"))


def test_a_card_is_not_like_itself() -> None:
    assert "pooling/why" not in [alike.card for alike in KNOWN.like("Why is max pooling used?", but="pooling/why")]


def test_neither_direction_of_a_card_is_like_itself() -> None:
    prompts = Prompts([("t/chat", {"fr": "Chat"}), ("t/chat~reverse", {"fr": "chat!"})])
    assert prompts.like("Chat", but="t/chat") == []


def test_who_asks_while_a_card_is_added_finds_whole_cards_only() -> None:
    prompts = Prompts()

    class Asking(list[int]):
        """A list after whose every change somebody asks."""

        def append(self, number: int) -> None:
            super().append(number)
            assert prompts.like("Why pool?") in ([], [Alike("t/a", "Why pool?", 1.0)])

    prompts._holding = {run: Asking() for run in ("why", "hyp", "ypo", "poo", "ool")}
    prompts.add("t/a", {"en": "Why pool?"})
    assert all(prompts._holding.values())


def test_a_card_that_is_added_is_known_at_once() -> None:
    prompts = Prompts()
    prompts.add("t/new", {"zh": "什么是步幅？"})
    assert prompts.like("什么是步幅") == [Alike("t/new", "什么是步幅？", 1.0)]


def test_the_likest_comes_first_and_few_are_named() -> None:
    prompts = Prompts((f"t/{number}", {"en": f"What does layer {number:02} compute exactly?"}) for number in range(20))
    alike = prompts.like("What does layer 07 compute exactly?")
    assert alike[0].card == "t/7"
    assert len(alike) == 3


@given(st.text(max_size=60), st.integers(0, 2**32))
def test_the_index_finds_what_comparing_with_every_prompt_finds(prompt: str, seed: int) -> None:
    dice = random.Random(seed)
    others = ["".join(dice.sample(prompt, len(prompt))) for _ in range(3)]
    others += [prompt[: len(prompt) * share // 10] + "xyz" for share in (5, 7, 8, 9)]
    prompts = Prompts((str(number), {"en": other}) for number, other in enumerate(others))
    assert {alike.card for alike in prompts.like(prompt, most=10)} == {
        str(number) for number, other in enumerate(others) if _likeness(prompt, other) >= ALIKE
    }


def _likeness(one: str, other: str) -> float:
    one, other = squeezed(one), squeezed(other)
    if not one:
        return 0
    if one == other:
        return 1
    a, b = _runs(one), _runs(other)
    return min(len(a & b) / max(len(a | b), 1), 0.99)


def _runs(text: str) -> set[str]:
    lengths = [2 if character >= "\u2e80" else 3 for character in text]
    runs = {text[at : at + length] for at, length in enumerate(lengths) if at + length <= len(text)}
    return runs or ({text} if text else set())
