"""`w = 2.4` and `16*64*25 = 25600`: what was typed before the answer, taken off."""

import re
from collections.abc import Callable

from quizapp.checks.typed.numbers import Unclear, missing_after

_EQUALS = re.compile(r"(?<![=<>!:])=(?!=)")
# Letters of any script, an index or argument behind: `w`, `W_1`, `output size`, `dL/dw`, `w[0]`, `f(2)`, `参数`.
_NAME = re.compile(r"[^\W\d][\w /]*(?:\[[\w, ]*\]|\([\w, ]*\))?\s*")


def right_side(text: str, check: Callable[[str], object]) -> str:
    """What stands after the last `=` of `text`, if names and expressions stand before it; else `text`.

    `check` reads an expression. Raises Unclear, as it does; a comparison such as `==` is left as it is.
    """
    *before, answer = _EQUALS.split(text)
    if not before or "==" in text:
        return text
    if not answer.strip():
        raise Unclear(missing_after("="))
    for side in before:
        if not _NAME.fullmatch(side.strip()):
            check(side)
    return answer.strip(" ≈~≃")
