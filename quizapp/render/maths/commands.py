"""The TeX commands that take arguments."""

from abc import ABC, abstractmethod
from collections.abc import Callable

from quizapp.render.maths.nodes import Accent, Call, Fraction, Node, Root, Row, Scripted, Symbol, UnreadableError
from quizapp.render.maths.symbols import ACCENTS, CHARACTERS, COMMANDS, DOUBLE_STRUCK, NEGATED, Kind, names
from quizapp.render.maths.text import name_of, prose_of
from quizapp.render.maths.tokens import Tokens

_FRACTIONS = names("frac dfrac tfrac cfrac")
_BINOMIALS = names("binom dbinom tbinom")
_TEXTS = names("text textrm textbf textit textsf texttt textnormal mbox")
_NAMES = names("mathrm mathsf mathtt operatorname")
_FONTS = names("""mathbf mathit mathcal mathscr mathfrak boldsymbol bm pmb symbf boxed ensuremath mathop""")
_FENCE_KINDS = frozenset([Kind.OPENING, Kind.CLOSING, Kind.BAR])


class Commands(ABC):
    """Reads the arguments of a command whose name has just been taken; what an argument is, the reader knows."""

    tokens: Tokens

    @abstractmethod
    def argument(self) -> Row:
        """A group in braces, or what one token begins."""

    @abstractmethod
    def optional_argument(self) -> Row | None:
        """A group in square brackets, if one stands here."""

    @abstractmethod
    def fenced(self) -> Node:
        """What follows `\\left`, up to its `\\right` and the fence after that."""

    @abstractmethod
    def environment(self) -> Node:
        """What follows `\\begin`, up to its `\\end`."""

    def command(self, name: str) -> Node:
        """The node of the command `name`.

        Raises:
            UnreadableError: It is not known, or its arguments are not what it takes.
        """
        for commands, read in _READERS:
            if name in commands:
                return read(self, name)
        raise UnreadableError

    def fence(self) -> str:
        """The bracket after `\\left` or `\\right`, empty for the invisible one."""
        token = self.tokens.take()
        if token.text == ".":
            return ""
        if token.text in "<>":
            return "⟨" if token.text == "<" else "⟩"
        table, name = (COMMANDS, token.name) if token.name else (CHARACTERS, token.text)
        symbol, kind = table.get(name, ("", Kind.ORDINARY))
        if kind not in _FENCE_KINDS:
            raise UnreadableError
        return symbol


def _fraction(reader: Commands, _: str) -> Node:
    return Fraction(reader.argument(), reader.argument())


def _root(reader: Commands, _: str) -> Node:
    degree = reader.optional_argument()
    return Root(reader.argument(), degree)


def _text(reader: Commands, _: str) -> Node:
    return prose_of(reader.tokens.raw_group())


def _name(reader: Commands, command: str) -> Node:
    if command == "operatorname":
        reader.tokens.took("*")
        source = reader.tokens.raw_group().replace("\\,", " ").replace("\\ ", " ").replace("\\", "\\\\")
        return Symbol(" ".join(prose_of(source).text.split()), Kind.FUNCTION)
    if reader.tokens.peek().text != "{":
        return reader.argument()
    mark = reader.tokens.mark()
    name = name_of(reader.tokens.raw_group())
    if name is None:
        reader.tokens.back_to(mark)
        return reader.argument()
    return prose_of(name)


def _double_struck(reader: Commands, _: str) -> Node:
    row = reader.argument()
    return Row(
        tuple(
            Symbol(DOUBLE_STRUCK.get(item.text, item.text), item.kind) if isinstance(item, Symbol) else item
            for item in row.items
        )
    )


def _accent(reader: Commands, name: str) -> Node:
    row = reader.argument()
    if len(row.items) == 1 and isinstance(scripted := row.items[0], Scripted):
        return Scripted(Accent(name, Row((scripted.base,))), scripted.below, scripted.above)
    return Accent(name, row)


def _negated(reader: Commands, _: str) -> Node:
    row = reader.argument()
    symbol = row.items[0] if len(row.items) == 1 else None
    if not (isinstance(symbol, Symbol) and symbol.text in NEGATED):
        raise UnreadableError
    return Symbol(NEGATED[symbol.text], symbol.kind)


def _underset(reader: Commands, _: str) -> Node:
    below = reader.argument()
    return Scripted(reader.argument(), below)


def _modulo(reader: Commands, _: str) -> Node:
    return Call("pmod", (reader.argument(),))


_READERS: tuple[tuple[frozenset[str], Callable[[Commands, str], Node]], ...] = (
    (_FRACTIONS, _fraction),
    (frozenset(["sqrt"]), _root),
    (_TEXTS, _text),
    (_NAMES, _name),
    (_FONTS, lambda reader, _: reader.argument()),
    (frozenset(["mathbb", "mathbbm", "mathds"]), _double_struck),
    (frozenset(ACCENTS), _accent),
    (_BINOMIALS, lambda reader, _: Call("binom", (reader.argument(), reader.argument()))),
    (frozenset(["pmod"]), _modulo),
    (frozenset(["not"]), _negated),
    (frozenset(["underset"]), _underset),
    (frozenset(["left"]), lambda reader, _: reader.fenced()),
    (frozenset(["begin"]), lambda reader, _: reader.environment()),
)
