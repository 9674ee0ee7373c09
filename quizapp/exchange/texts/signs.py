"""Signs that no terminal should be given: an import puts others in their place, and that is told."""

from quizapp.i18n import _
from quizapp.visible import visible


def unshown(text: str) -> int | None:
    """Where the first sign stands that is not shown as it is; None where there is none."""
    shown = visible(text)
    if shown == text:
        return None
    return next(at for at, (sign, other) in enumerate(zip(text, shown, strict=True)) if sign != other)


def told_unshown(text: str) -> tuple[str, ...]:
    """A word for such signs, with the first of them, where there are any."""
    at = unshown(text)
    if at is None:
        return ()
    what = _("signs that could confuse a terminal are replaced, such as {sign}")
    return (what.format(sign=f"U+{ord(text[at]):04X}"),)
