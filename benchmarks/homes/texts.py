"""What the cards to measure with say: the same for us and for Anki's library, whose Python reads this file as well.

Standard library only. A question has about 60 characters, an answer about 250; each text follows from its number.
"""

import random
from functools import cache
from typing import NamedTuple

SELDOM, OFTEN = "seldomly", "oftentimes"
SELDOM_ZH, OFTEN_ZH = "罕见词", "常见词"
"""Words that stand in every thousandth card, and in every second one."""
TAG = "t042"
"""The tag of every hundredth card."""
_CHINESE = ("卷积核", "感受野", "池化", "梯度", "正则化", "归一化", "激活函数", "学习率")


class Text(NamedTuple):
    """A card in plain words: `front` is a line, `back` a paragraph, `code` a line of code."""

    front: str
    back: str
    code: str
    tags: tuple[str, ...]


def text(number: int) -> Text:
    """The card of this number."""
    chance = random.Random(number * 7919 + 1)  # noqa: S311  nothing is secret here
    front = f"What is term-{number:07d} in {' '.join(chance.choices(_words(), k=4))}?"
    words = [*chance.choices(_words(), k=26), *chance.choices(_CHINESE, k=3)]
    words += [SELDOM, SELDOM_ZH] if number % 1_000 == 7 else []
    words += [OFTEN, OFTEN_ZH] if number % 2 == 0 else []
    return Text(front, " ".join(words), f"x = {number}", (f"t{number % 100:03d}", f"chapter-{number % 20:02d}"))


@cache
def _words() -> list[str]:
    return [_word(number) for number in range(2_000)]


def _word(number: int) -> str:
    chance = random.Random(number)  # noqa: S311
    return "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=3 + number % 7))
