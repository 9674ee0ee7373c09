"""TeX into a tree of nodes: rows, groups, scripts and environments."""

import re

from quizapp.render.maths.commands import Commands
from quizapp.render.maths.nodes import Fenced, Grid, Node, Row, Scripted, Symbol, UnreadableError
from quizapp.render.maths.symbols import CHARACTERS, COMMANDS, SILENT, Kind, names
from quizapp.render.maths.tokens import Token, Tokens

_DEEPEST = 50
_GRIDS = names("matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix array cases dcases")
_ALIGNED = names("aligned align align* alignedat split gather gathered gather* equation equation*")
_ENDS_ARGUMENT = frozenset(["", "}", "^", "_", "&", "'", "\\\\", "\\end", "\\right"])
_ROW_GAP = re.compile(r"\[-?[\d.]+ ?[a-z]{2}\]")
_BEFORE_OPERAND = frozenset([Kind.BINARY, Kind.RELATION, Kind.OPENING, Kind.PUNCTUATION, Kind.FUNCTION, Kind.OPERATOR])


def read(tex: str) -> Row:
    """The formula `tex` as a tree.

    Raises:
        UnreadableError: It is not TeX, is nested over 50 deep, or holds a command that is not known.
    """
    return _Reader(tex).whole()


class _Reader(Commands):
    def __init__(self, tex: str) -> None:
        self.tokens = Tokens(tex)
        self._depth = 0

    def whole(self) -> Row:
        return self._row("", lines=True)

    def argument(self) -> Row:
        while self.tokens.peek().text not in _ENDS_ARGUMENT:
            if self.tokens.took("{"):
                return self._group("}")
            self._deeper()
            node = self._nucleus(self.tokens.take(), one_digit=True)
            self._depth -= 1
            if node:
                return Row((node,))
        raise UnreadableError

    def optional_argument(self) -> Row | None:
        return self._group("]") if self.tokens.took("[") else None

    def fenced(self) -> Node:
        opening = self.fence()
        body = self._row("\\right")
        self.tokens.expect("\\right")
        return Fenced(opening, body, self.fence())

    def environment(self) -> Node:
        name = self.tokens.raw_group()
        if name in _ALIGNED:
            return self._aligned(name)
        if name not in _GRIDS:
            raise UnreadableError
        if name == "array":
            self.tokens.raw_group()
        rows = [[self._row("&", "\\\\", "\\end")]]
        while not self.tokens.took("\\end"):
            if self.tokens.took("&"):
                rows[-1].append(self._row("&", "\\\\", "\\end"))
            else:
                self._end_line()
                rows.append([self._row("&", "\\\\", "\\end")])
        if self.tokens.raw_group() != name:
            raise UnreadableError
        return Grid(name, tuple(tuple(cells) for cells in rows if cells != [Row()]))

    def _aligned(self, name: str) -> Node:
        """Its lines become lines of the whole formula, so it may stand in no group."""
        if self._depth > 1:
            raise UnreadableError
        if name == "alignedat":
            self.tokens.raw_group()
        body = self._row("\\end", lines=True)
        self.tokens.expect("\\end")
        if self.tokens.raw_group() != name:
            raise UnreadableError
        return body

    def _end_line(self) -> None:
        self.tokens.expect("\\\\")
        self.tokens.skip(_ROW_GAP)

    def _group(self, end: str) -> Row:
        row = self._row(end)
        self.tokens.expect(end)
        return row

    def _row(self, *ends: str, lines: bool = False) -> Row:
        """What stands before one of `ends`, which stays; several lines only where `lines` may be."""
        self._deeper()
        items: list[Node] = []
        while (token := self.tokens.peek()).text not in ends:
            if token.text in ("\\\\", "&") and lines:
                items.append(self._alignment(token))
            elif token.text in ("^", "_", "'"):
                items.append(self._scripts(items.pop() if items else Symbol("")))
            elif node := self._nucleus(self.tokens.take()):
                items.append(self._as_mid_bar(node, token, items))
        self._depth -= 1
        return Row(tuple(items))

    def _deeper(self) -> None:
        """One argument or group further in; in braces or not, as `\\sqrt\\sqrt x` has none."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise UnreadableError

    def _alignment(self, token: Token) -> Node:
        if token.text == "&":
            self.tokens.take()
            return Symbol("", Kind.ALIGNMENT)
        self._end_line()
        return Symbol("\n", Kind.BREAK)

    def _scripts(self, base: Node) -> Node:
        scripts: dict[str, Row] = {}
        primes = ""
        while (mark := self.tokens.peek().text) in ("^", "_", "'"):
            self.tokens.take()
            if mark == "'":
                primes += "′"
            elif mark in scripts:
                raise UnreadableError
            else:
                scripts[mark] = self.argument()
        above = (*((Symbol(primes),) if primes else ()), *scripts.get("^", Row()).items)
        return Scripted(base, scripts.get("_"), Row(above) if above or "^" in scripts else None)

    def _nucleus(self, token: Token, *, one_digit: bool = False) -> Node | None:
        """What begins with `token`, already taken; None for a command that shows nothing."""
        text = token.text
        if text == "{":
            return self._group("}")
        if text in ("}", "&", "\\", "\\\\"):
            raise UnreadableError
        if text.startswith("\\"):
            return self._command(token.name)
        if text == ":":
            return self._colon(token)
        if text.isdecimal() or text == ".":
            return Symbol(text if one_digit else self.tokens.number(token) or text)
        return Symbol(*CHARACTERS.get(text, (text, Kind.ORDINARY)))

    def _command(self, name: str) -> Node | None:
        if name in SILENT:
            return None
        if name in COMMANDS:
            return Symbol(*COMMANDS[name])
        return self.command(name)

    def _colon(self, token: Token) -> Node:
        """A ratio, a definition or a slice: TeX does not tell them apart, the author's blanks do."""
        if self.tokens.took("="):
            return Symbol(":=", Kind.RELATION)
        after = self.tokens.peek().spaced
        if token.spaced and after:
            return Symbol(":", Kind.RELATION)
        return Symbol(":", Kind.PUNCTUATION if after else Kind.ORDINARY)

    def _as_mid_bar(self, node: Node, token: Token, before: list[Node]) -> Node:
        """A bar with a blank on both sides that can neither open nor close, as in `p(x | y)`, is a relation."""
        if not (isinstance(node, Symbol) and node.kind is Kind.BAR):
            return node
        open_bars = sum(1 for item in before if _is_bar(item)) % 2
        after_operand = bool(before) and not (isinstance(before[-1], Symbol) and before[-1].kind in _BEFORE_OPERAND)
        spaced = token.spaced and self.tokens.peek().spaced
        return Symbol(node.text, Kind.RELATION) if spaced and after_operand and not open_bars else node


def _is_bar(node: Node) -> bool:
    symbol = node.base if isinstance(node, Scripted) else node
    return isinstance(symbol, Symbol) and symbol.kind is Kind.BAR
