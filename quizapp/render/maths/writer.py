"""A tree of nodes into Unicode that cannot be read in a second way."""

import unicodedata

from quizapp.render.maths.factors import bracketed, is_dividend, is_divisor, is_enclosed
from quizapp.render.maths.nodes import (
    Accent,
    Call,
    Fenced,
    Fraction,
    Grid,
    Node,
    Root,
    Row,
    Scripted,
    Symbol,
    UnreadableError,
)
from quizapp.render.maths.pieces import Piece, joined, settled
from quizapp.render.maths.scripts import NOTHING, lowered, raised, with_scripts
from quizapp.render.maths.symbols import ACCENTS, Kind

_ROOTS = {"2": "√", "3": "∛", "4": "∜"}
_SHORT_NAMES = {"widehat": "hat", "widetilde": "tilde", "overline": "bar"}
_PRIME = "′"
_NO_BASE = frozenset([Kind.SPACE, Kind.QUAD, Kind.BREAK, Kind.ALIGNMENT, Kind.PROSE])
# Alone in braces they lose their blanks: `10{,}000`, `a{=}b`.
_STRIPPED_IN_BRACES = frozenset([Kind.BINARY, Kind.RELATION, Kind.PUNCTUATION])
_GRID_BRACKETS = {"pmatrix": ("(", ")"), "Bmatrix": ("{", "}"), "vmatrix": ("|", "|"), "Vmatrix": ("‖", "‖")}
_BARE_GRIDS = frozenset(["matrix", "smallmatrix", "array"])


def write(row: Row) -> str:
    """The whole formula as text, one line for each of its lines.

    Raises:
        UnreadableError: Something in it cannot be put on one line without a doubt about what it means.
    """
    return joined(_Writer(compact=False).row(row)).strip(" ")


class _Writer:
    """Writes nodes as pieces; `compact` inside scripts."""

    def __init__(self, *, compact: bool) -> None:
        self._compact = compact

    def row(self, row: Row) -> list[Piece]:
        return [piece for item in row.items for piece in self.pieces(item)]

    def text(self, row: Row) -> str:
        return joined(self.row(row), compact=self._compact)

    def pieces(self, node: Node) -> list[Piece]:
        match node:
            case Symbol(text, kind):
                return [Piece(text, kind, name=kind is Kind.WORD)]
            case Row(items):
                return self._group(items, node)
            case Scripted():
                return self._scripted(node)
            case Fraction():
                return [self._fraction(node)]
            case Root():
                return [self._root(node)]
            case Accent():
                return [self._accent(node)]
            case Fenced():
                return self._fenced(node)
            case Call():
                return [self._call(node)]
            case Grid():
                return [self._grid(node)]

    def _group(self, items: tuple[Node, ...], row: Row) -> list[Piece]:
        if len(items) == 1 and isinstance(items[0], Symbol) and items[0].kind in _STRIPPED_IN_BRACES:
            return [Piece(items[0].text)]
        return self.row(row)

    def _scripted(self, node: Scripted) -> list[Piece]:
        *others, base = self._base(node.base)
        below = lowered(_Writer(compact=True).row(node.below)) if node.below else NOTHING
        primes, above = self._primes(node.above)
        upper = raised(_Writer(compact=True).row(above)) if above.items else NOTHING
        if primes:
            base = Piece(base.text + primes, base.kind)
        return [*others, with_scripts(base, below, upper)]

    def _primes(self, above: Row | None) -> tuple[str, Row]:
        """The primes that a superscript begins with, and the rest of it."""
        items = above.items if above else ()
        if items and isinstance(items[0], Symbol) and items[0].text.startswith(_PRIME):
            return items[0].text, Row(items[1:])
        return "", Row(items)

    def _base(self, node: Node) -> list[Piece]:
        """What carries scripts: its last piece is what they are written to."""
        pieces = self.pieces(node)
        if isinstance(node, Fenced) and pieces[-1].text:
            return pieces
        row = settled(pieces)
        if len(pieces) == 1 and not (pieces[0].product or pieces[0].scripted):
            if pieces[0].kind in _NO_BASE:
                raise UnreadableError
            return pieces
        text = joined(pieces, compact=self._compact)
        if row and all(piece.kind is Kind.FUNCTION for piece in row):
            return [Piece(text, Kind.FUNCTION)]
        return [Piece(bracketed(text, row), closed=True)] if row else [Piece("")]

    def _fraction(self, node: Fraction) -> Piece:
        top, bottom = self.row(node.top), self.row(node.bottom)
        over, under = settled(top), settled(bottom)
        dividend, divisor = joined(top, compact=self._compact), joined(bottom, compact=self._compact)
        if not (dividend and divisor):
            raise UnreadableError
        if not is_dividend(dividend, over):
            dividend = bracketed(dividend, over)
        if not is_divisor(under, over):
            divisor = bracketed(divisor, under)
        return Piece(f"{dividend}/{divisor}", product=f"({dividend}/{divisor})", both_sides=True)

    def _root(self, node: Root) -> Piece:
        body = self.row(node.body)
        row, text = settled(body), joined(body, compact=self._compact)
        sign = self._root_sign(node.degree)
        plain = len(row) == 1 and row[0].kind is Kind.ORDINARY and not (row[0].raised or row[0].product)
        sure = sign + (text if is_enclosed(row) else f"({text})")
        kind = Kind.ORDINARY if len(sign) == 1 else Kind.FUNCTION
        return Piece(sign + text, kind, product=sure) if plain and text else Piece(sure, kind)

    def _root_sign(self, degree: Row | None) -> str:
        text = self.text(degree) if degree else "2"
        if text in _ROOTS:
            return _ROOTS[text]
        above = raised(_Writer(compact=True).row(degree or Row()))
        if not above.raised_or_lowered:
            raise UnreadableError
        return above.text + _ROOTS["2"]

    def _accent(self, node: Accent) -> Piece:
        text = self.text(node.body)
        if len(text) == 1 and text.isalnum():
            return Piece(unicodedata.normalize("NFC", text + ACCENTS[node.name]))
        return Piece(f"{_SHORT_NAMES.get(node.name, node.name)}({text})", Kind.WORD, closed=True)

    def _fenced(self, node: Fenced) -> list[Piece]:
        match node.body.items:
            case (Grid() as grid,) if grid.name in _BARE_GRIDS and node.opening == "{" and not node.closing:
                return [self._grid(Grid("cases", grid.rows))]
            case (Grid() as grid,) if grid.name in _BARE_GRIDS:
                body = [Piece(self._entries(grid))]
            case _:
                body = self.row(node.body)
        return [Piece(node.opening, Kind.OPENING), *body, Piece(node.closing, Kind.CLOSING)]

    def _call(self, node: Call) -> Piece:
        arguments = ", ".join(map(self.text, node.arguments))
        if node.name == "pmod":
            return Piece(f"(mod {arguments})", Kind.PROSE)
        return Piece(f"{node.name}({arguments})", Kind.WORD, closed=True)

    def _grid(self, node: Grid) -> Piece:
        if "cases" in node.name:
            return Piece("{" + "; ".join(map(self._case, node.rows)) + "}", closed=True)
        opening, closing = _GRID_BRACKETS.get(node.name, ("[", "]"))
        return Piece(opening + self._entries(node) + closing, closed=True)

    def _entries(self, node: Grid) -> str:
        """The rows of a matrix parted by semicolons, its columns by blanks, or by commas if that is not clear."""
        rows = [[self.text(cell) for cell in row] for row in node.rows]
        if not all(cell for row in rows for cell in row):
            raise UnreadableError
        comma = any(" " in cell or cell[0] in "+−±∓" for row in rows for cell in row)
        return "; ".join((", " if comma else " ").join(row) for row in rows)

    def _case(self, cells: tuple[Row, ...]) -> str:
        """`x if x > 0`; a condition that begins with words of its own keeps them."""
        value, *conditions = (self.text(cell) for cell in cells)
        if not any(conditions):
            return value
        first = cells[1].items[0]
        worded = isinstance(first, Symbol) and (first.kind in (Kind.PROSE, Kind.WORD) or first.text > "⺀")
        return f"{value.rstrip(',，')} {'' if worded else 'if '}{' '.join(conditions)}"
