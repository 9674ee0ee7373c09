"""Written pieces of a formula, and how they are put side by side."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from quizapp.render.maths.nodes import UnreadableError
from quizapp.render.maths.symbols import Kind

BRACKETS = {"(": ")", "[": "]", "{": "}", "⌊": "⌋", "⌈": "⌉", "⟨": "⟩"}
_OPERANDS = frozenset([Kind.ORDINARY, Kind.WORD, Kind.CLOSING, Kind.DOTS])
_NAMED = frozenset([Kind.FUNCTION, Kind.OPERATOR])
_STARTS_OPERAND = frozenset([Kind.ORDINARY, Kind.WORD, Kind.OPENING, Kind.DOTS, *_NAMED])
_WITHOUT_BLANKS = frozenset([Kind.QUAD, Kind.BREAK, Kind.ALIGNMENT, Kind.MIDDLE])
_AROUND = frozenset([Kind.RELATION, Kind.BINARY])
_CONTINUED_LINE = "  "
_ADDITIVE = "+−±∓"


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one kind, and what has to be known of it to put it beside others."""

    text: str
    kind: Kind = Kind.ORDINARY
    # What to write instead where another factor follows, or also precedes if `both_sides`.
    product: str = ""
    both_sides: bool = False
    # A letter right behind it would be read as part of it.
    name: bool = False
    scripted: bool = False
    raised: bool = False
    # It ends in a star: before arguments it is a name, `Q*(s, a)`, before any other factor it needs its `product`.
    starred: bool = False
    # It brings its own brackets.
    closed: bool = False
    spaced: bool = False


def joined(pieces: Iterable[Piece], *, compact: bool = False) -> str:
    """The pieces as text; `compact`, as in scripts, without blanks around operators and relations.

    Raises:
        UnreadableError: A number stands before a fraction of numbers: TeX does not say whether it is a product.
    """
    row = settled(pieces)
    text = ""
    for index, piece in enumerate(row):
        left = row[index - 1] if index else None
        right = row[index + 1] if index + 1 < len(row) else None
        sure = piece.product and not (piece.starred and _has_arguments(row[index + 1 :]))
        written = piece.product if sure and _beside_factor(piece, left, right) else piece.text
        if left:
            text += _blank(left, piece, written, compact)
        text += written
    return text.rstrip(" ")


def settled(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces without blanks; signs told from operators, opening from closing bars."""
    row: list[Piece] = []
    blank = aligned = False
    for piece in _with_bars_paired(list(pieces)):
        if piece.kind is Kind.SPACE:
            blank = True
            continue
        if piece.kind is Kind.ALIGNMENT:
            aligned = True
            if row and row[-1].kind is Kind.BREAK:
                row.append(Piece(_CONTINUED_LINE, Kind.ALIGNMENT))
            continue
        if piece.kind is Kind.BINARY and not (aligned or (row and row[-1].kind in _OPERANDS)):
            piece = replace(piece, kind=Kind.SIGN if piece.text in _ADDITIVE else Kind.ORDINARY)
        row.append(replace(piece, spaced=blank))
        blank = aligned = False
    return row


def _with_bars_paired(pieces: list[Piece]) -> list[Piece]:
    """Bars between the same brackets open and close in turn; one that has no partner, as in `p(x|y)`, parts."""
    waiting: list[dict[str, int]] = [{}]
    for index, piece in enumerate(pieces):
        if piece.kind is Kind.OPENING:
            waiting.append({})
        elif piece.kind is Kind.CLOSING and len(waiting) > 1:
            waiting.pop()
        elif piece.kind is Kind.BAR:
            opened = waiting[-1].pop(piece.text[0], None)
            if opened is not None:
                pieces[opened] = replace(pieces[opened], kind=Kind.OPENING)
            elif not piece.scripted:
                waiting[-1][piece.text[0]] = index
            closes = opened is not None or piece.scripted
            pieces[index] = replace(piece, kind=Kind.CLOSING if closes else Kind.MIDDLE)
    return pieces


def _beside_factor(piece: Piece, left: Piece | None, right: Piece | None) -> bool:
    if right and (right.kind in _STARTS_OPERAND or (piece.both_sides and _multiplies(right))):
        return True
    if not (piece.both_sides and left):
        return False
    if left.text.isdecimal() and piece.text.replace("/", "").isdecimal():
        raise UnreadableError
    return left.kind in _OPERANDS or left.kind in _NAMED or _multiplies(left)


def _has_arguments(row: list[Piece]) -> bool:
    """Whether `row` begins with brackets in which nothing is added or multiplied: `a*(b + c)` would be a product."""
    if not row or row[0].kind is not Kind.OPENING or row[0].text not in BRACKETS:
        return False
    depth = 0
    for piece in row:
        depth += (piece.kind is Kind.OPENING) - (piece.kind is Kind.CLOSING)
        if depth == 0:
            break
        if piece.kind in (Kind.BINARY, Kind.SIGN):
            return False
    return True


def _multiplies(piece: Piece) -> bool:
    return piece.kind is Kind.BINARY and piece.text not in _ADDITIVE


def _blank(left: Piece, right: Piece, written: str, compact: bool) -> str:
    """What parts two neighbours, the right one put as `written`."""
    if left.kind in _WITHOUT_BLANKS or right.kind in _WITHOUT_BLANKS:
        return ""
    if right.kind in (Kind.CLOSING, Kind.PUNCTUATION) or left.kind is Kind.OPENING:
        return ""
    if Kind.PROSE in (left.kind, right.kind):
        return " "
    if left.kind in _AROUND or right.kind in _AROUND:
        return " " if not compact or "mod" in (left.text, right.text) else ""
    if left.kind is Kind.PUNCTUATION or Kind.DOTS in (left.kind, right.kind):
        return "" if compact else " "
    return " " if right.spaced or _reads_together(left, right, written) else ""


def _reads_together(left: Piece, right: Piece, written: str) -> bool:
    """Whether two neighbours would be taken for one name without a blank."""
    if left.kind is Kind.SIGN:
        return False
    bracket = written[:1] in BRACKETS or written[:1] in ("|", "‖")
    if left.kind in _NAMED:
        return left.kind is Kind.OPERATOR or not bracket or left.text[-1:] == ")"
    if right.kind in _NAMED:
        return True
    if left.name or left.kind is Kind.WORD:
        return written[:1].isalnum() or written[:1] in "√∛∜∂∇∞"
    return right.kind is Kind.WORD and left.text[-1:].isalpha()
