"""The many ways to write one sign, brought to one; nothing that changes what is meant."""

import re

GAP = "\u202f"
"""Every narrow or fixed space: between digits it groups them, as `quizapp.checks.texts.showing` does."""

_WIDE = {0xFF01 + each: chr(0x21 + each) for each in range(94)}
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("×·⋅∙•✕", "×"),
        **dict.fromkeys("÷∕⁄", "/"),
        **dict.fromkeys("−–—﹣", "-"),
        **dict.fromkeys("’‘′", "'"),
        **dict.fromkeys("\u00a0\u2007\u2008\u2009\u200a\u2006", GAP),
        **dict.fromkeys("\u3000\u2002\u2003\t\n\r", " "),
        **dict.fromkeys("、，", ","),
        "【": "[", "】": "]", "。": ".", "；": ";", "π": " pi ", "√": " sqrt ",
    }
)  # fmt: skip
_RAISED = re.compile("[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_LOWERED = str.maketrans("⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "+-0123456789")
_LOGARITHM = re.compile("(?i)log(₂|₁₀)")


def plain(text: str) -> str:
    """`text` with ASCII digits, signs and brackets; `×` stays, since a shape is written with it; `10²` is `10^(2)`."""
    logarithms = _LOGARITHM.sub(lambda match: "log2 " if match[1] == "₂" else "log10 ", text)
    powers = _RAISED.sub(lambda match: f"^({match[0].translate(_LOWERED)})", logarithms)
    return powers.translate(_WIDE).translate(_SIGNS)


def folded(text: str) -> str:
    """A text without what does not matter in a word: case, width, the number of spaces."""
    return " ".join(text.translate(_WIDE).translate(_SIGNS).casefold().split())
