"""A formula as a tree: what the reader makes of TeX and the writer turns into one line of Unicode."""

from dataclasses import dataclass

from quizapp.render.maths.symbols import Kind


class UnreadableError(Exception):
    """The formula holds something that could only be put wrongly; it is shown as its source."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A character, a number, a name or a blank."""

    text: str
    kind: Kind = Kind.ORDINARY


@dataclass(frozen=True, slots=True)
class Row:
    """A group in braces, or a whole formula."""

    items: "tuple[Node, ...]" = ()


@dataclass(frozen=True, slots=True)
class Scripted:
    """Something with what stands below and above to its right."""

    base: "Node"
    below: Row | None = None
    above: Row | None = None


@dataclass(frozen=True, slots=True)
class Fraction:
    """One thing over another."""

    top: Row
    bottom: Row


@dataclass(frozen=True, slots=True)
class Root:
    """A root; `degree` is None for the square root."""

    body: Row
    degree: Row | None = None


@dataclass(frozen=True, slots=True)
class Accent:
    """A hat, bar, dot: its TeX name and what it stands on."""

    name: str
    body: Row


@dataclass(frozen=True, slots=True)
class Fenced:
    """What stands between `\\left` and `\\right`; a fence that is not drawn is empty."""

    opening: str
    body: Row
    closing: str


@dataclass(frozen=True, slots=True)
class Call:
    """A name with arguments in round brackets, for what TeX sets in two dimensions: `binom(n, k)`."""

    name: str
    arguments: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A matrix or a distinction of cases: the environment's name and its rows of cells."""

    name: str
    rows: tuple[tuple[Row, ...], ...]


Node = Symbol | Row | Scripted | Fraction | Root | Accent | Fenced | Call | Grid
