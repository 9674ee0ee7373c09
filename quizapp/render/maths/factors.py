"""Whether something can stand in a fraction, a root or a script without brackets of its own."""

from collections.abc import Sequence

from quizapp.render.maths.pieces import BRACKETS, Piece
from quizapp.render.maths.symbols import Kind

_SINGLE = frozenset([Kind.ORDINARY, Kind.WORD])
# Letters that before a bracket are read as a function: `p(x)`, but not `n(n − 1)`.
_FUNCTION_LETTERS = frozenset("fghpqPQFGHσφψ")
_PREFIXES = ("∂", "∇")
_DIFFERENCES = ("d", "Δ", "δ")


def bracketed(text: str, pieces: Sequence[Piece]) -> str:
    """`text`, which `pieces` were joined to, in round brackets unless it has brackets already."""
    return text if is_enclosed(pieces) else f"({text})"


def is_enclosed(pieces: Sequence[Piece]) -> bool:
    """Whether one pair of brackets holds all of settled `pieces`."""
    if len(pieces) == 1:
        return pieces[0].closed and not pieces[0].scripted
    if not pieces or not pieces[0].text or not pieces[-1].text or pieces[-1].scripted:
        return False
    depth = 0
    for index, piece in enumerate(pieces):
        depth += (piece.kind is Kind.OPENING) - (piece.kind is Kind.CLOSING)
        if depth <= 0 and index < len(pieces) - 1:
            return False
    return pieces[0].kind is Kind.OPENING and not depth


def is_symbol(pieces: Sequence[Piece]) -> bool:
    """Whether settled `pieces` are one letter, number or name without scripts."""
    return len(pieces) == 1 and pieces[0].kind is not Kind.PROSE and not (pieces[0].scripted or pieces[0].product)


def is_divisor(pieces: Sequence[Piece], dividend: Sequence[Piece]) -> bool:
    """Whether settled `pieces` under a line are read as one factor: `x²`, `√n`, `f(x)`, `∂w`, and `dx` below `dy`."""
    if len(pieces) == 1:
        return pieces[0].kind in _SINGLE and not pieces[0].both_sides
    if len(pieces) == 2 and pieces[1].kind in _SINGLE and not pieces[1].product:
        mark = pieces[0].text
        return mark in _PREFIXES or (mark in _DIFFERENCES and bool(dividend) and dividend[0].text[:1] == mark)
    return is_enclosed(pieces) or _is_call(pieces)


def _is_call(pieces: Sequence[Piece]) -> bool:
    if not is_enclosed(pieces[1:]):
        return False
    name = pieces[0]
    plain = all(piece.kind not in (Kind.BINARY, Kind.SIGN) for piece in pieces)
    return name.kind is Kind.FUNCTION or (plain and (name.kind is Kind.WORD or name.text[:1] in _FUNCTION_LETTERS))


def is_dividend(text: str, pieces: Sequence[Piece]) -> bool:
    """Whether settled `pieces`, joined to `text`, above a fraction's line are read as a whole before the stroke."""
    if not pieces or pieces[-1].product or any(piece.both_sides for piece in pieces):
        return False
    calls = pieces[0].kind is Kind.FUNCTION and is_enclosed(pieces[1:])
    named = any(piece.kind in (Kind.FUNCTION, Kind.OPERATOR) for piece in pieces)
    return (calls or not named) and not _has_bare(text, " /,;…+−±∓")


def _has_bare(text: str, marks: str) -> bool:
    """Whether one of `marks` stands in `text` outside brackets; a sign at its beginning does not count."""
    depth = 0
    for index, character in enumerate(text):
        depth += (character in BRACKETS) - (character in BRACKETS.values())
        if character in marks and depth <= 0 and (index or character not in "+−"):
            return True
    return False
