"""TeX formulas as Unicode text, or as their source where Unicode could be read wrongly."""

from functools import lru_cache

from quizapp.render.maths.nodes import UnreadableError
from quizapp.render.maths.reader import read
from quizapp.render.maths.writer import write
from quizapp.visible import visible

__all__ = ["unicode_maths"]

_LONGEST = 5_000


@lru_cache(maxsize=1024)
def unicode_maths(tex: str) -> str:
    """The formula `tex` in Unicode; several lines only where the source has them (`\\\\` in `aligned`).

    Fractions become `(a + b)/c`, scripts are raised or lowered where Unicode can, the minus is U+2212. A formula with
    an unknown command, an unbalanced group or a doubtful meaning, over 50 groups deep or 5000 characters long, comes
    back as its source between `$`: a learner must not be taught a wrong formula. Never raises.
    """
    source = visible(f"${tex}$")
    if len(tex) > _LONGEST:
        return source
    try:
        return visible(write(read(tex))) or source
    except UnreadableError:
        return source
