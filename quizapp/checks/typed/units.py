"""Units that a learner types after a number, and the letters that stand for thousands and millions."""

import re
from collections.abc import Mapping

from quizapp.checks.typed.signs import folded, plain

THOUSANDS: Mapping[str, int] = {
    "K": 10**3, "k": 10**3, "M": 10**6, "G": 10**9, "B": 10**9, "T": 10**12,
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "十亿": 10**9, "万亿": 10**12,
}  # fmt: skip
"""What may follow a number, and what it is multiplied by: decimal, never binary."""

_SCALED = re.compile(r"^[kKMGT](?:i?[Bb]|MAC|FLOP|OP)|^(?:[kKMGBT]|(?:thousand|[mbtr]+illion)s?)\b")


def without_unit(text: str, unit: str | None) -> str:
    """`text`, whose signs are `plain`, without the check's unit at its end, in either number and any case."""
    if not unit or not unit.strip():
        return text
    for form in _forms(folded(plain(unit))):
        bare = _cut(text, form)
        if bare is not None:
            return bare
    return text


def is_scaled(unit: str | None) -> bool:
    """Whether the unit counts in thousands or millions already, as `GMAC` does: then `3.8G` could mean two things."""
    return unit is not None and _SCALED.match(unit.strip()) is not None


def _forms(unit: str) -> list[str]:
    one = unit.removesuffix("s") or unit
    forms = {unit, unit + "es", one, one + "s", re.sub("y$", "ies", one), re.sub("ie$", "y", one)}
    return sorted(forms | ({"b"} if one == "byte" else set()), key=len, reverse=True)


def _cut(text: str, unit: str) -> str | None:
    bare = text.rstrip()
    at = len(bare) - len(unit)
    if at <= 0 or bare[at:].casefold() != unit:
        return None
    runs_on = bare[at - 1].isalpha() and unit[0].isascii() and unit[0].isalpha()
    return None if runs_on else bare[:at].rstrip()
