"""A card is laid out faster than a key can be pressed."""

from time import process_time

from quizapp.render import lay_out

PARAGRAPH = (
    "The **receptive field** 感受野 of a unit is the `region` that can change it, $r_l = r_{l-1} + (k_l-1)s_i$.\n\n"
)
CODE = "```python\ndef area(r):\n    return 3.14 * r ** 2  # 面积\n```\n\n"
LIST = "- one item\n- two items, longer than the others\n- 三\n\n"
CARD = (PARAGRAPH * 3 + CODE + LIST) * 10
# Wanted are 15 ms for these 50 blocks, 6 were measured; the rest is room for a busy machine.
BOUND = 0.06


def test_fifty_blocks_take_a_few_milliseconds() -> None:
    lay_out(CARD, 76)
    assert min(_seconds() for _ in range(5)) < BOUND


def _seconds() -> float:
    start = process_time()
    lay_out(CARD, 76)
    return process_time() - start
