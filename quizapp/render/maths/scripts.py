"""What stands below and above a symbol: in Unicode where all of it can, else behind `_` and `^`."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from quizapp.render.maths.factors import is_enclosed, is_symbol
from quizapp.render.maths.pieces import Piece, joined, settled
from quizapp.render.maths.symbols import SUBSCRIPTS, SUPERSCRIPTS, Kind

# What stands above as it is; where a factor follows, a star would be read as a sign of multiplication.
_MARKS = {"∘": "°", "∗": "*", "⋆": "⋆", "†": "†", "‡": "‡"}
_STARS = frozenset("∗⋆")
_RUNNING = frozenset([Kind.FUNCTION, Kind.OPERATOR])


class Script(NamedTuple):
    """How one script is written; `sure` is the same where something follows directly."""

    text: str
    sure: str
    raised_or_lowered: bool

    @property
    def bare(self) -> bool:
        """Whether it stands behind its mark without brackets, its end open."""
        return self.text != self.sure


NOTHING = Script("", "", True)


def lowered(pieces: Sequence[Piece]) -> Script:
    """The script below; letters alone are taken for a name: `d_model`."""
    text, row = joined(pieces, compact=True), settled(pieces)
    name = text.isascii() and text.isalpha() and all(piece.kind is Kind.ORDINARY for piece in row)
    return _script("_", text, row, SUBSCRIPTS, name)


def raised(pieces: Sequence[Piece]) -> Script:
    """The script above; a ring is a degree sign, and a star or a dagger needs no mark: `π*`."""
    text, row = joined(pieces, compact=True), settled(pieces)
    if text in _MARKS:
        return Script(_MARKS[text], f"^({text})" if text in _STARS else _MARKS[text], True)
    return _script("^", text, row, SUPERSCRIPTS, False)


def _script(mark: str, text: str, row: Sequence[Piece], table: Mapping[str, str], name: bool) -> Script:
    if all(character in table for character in text):
        translated = "".join(map(table.__getitem__, text))
        return Script(translated, translated, True)
    if is_enclosed(row):
        return Script(mark + text, mark + text, False)
    sure = f"{mark}({text})"
    return Script(mark + text if name or is_symbol(row) else sure, sure, False)


def with_scripts(base: Piece, below: Script, above: Script) -> Piece:
    """`base` with both scripts: `x²_θ`, since in `x_θ²` the square would be read as θ's."""
    upper_first = below.bare and above.raised_or_lowered
    text = base.text + (above.text + below.text if upper_first else below.text + above.text)
    sure = base.text + below.text + above.sure if above.bare and base.kind not in _RUNNING else ""
    return Piece(
        text,
        base.kind,
        product=sure,
        name=base.kind is Kind.WORD or below.bare,
        scripted=True,
        raised=bool(above.text),
        starred=above.bare and above.raised_or_lowered,
    )
