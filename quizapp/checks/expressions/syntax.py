"""The text of an expression, read into a syntax tree of bounded size: nothing is evaluated here."""

import ast
import re

from quizapp.checks.errors import ExpressionError
from quizapp.i18n import F_

CHARACTERS = 2000
BRACKETS = 32
"""How deep brackets may nest."""

_TOKEN = re.compile(
    r"""(?P<space>\s+)
      | (?P<text>'[^'\\\n]*'|"[^"\\\n]*")
      | (?P<number>(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)
      | (?P<name>[^\W\d]\w*)
      | (?P<open>[(\[])
      | (?P<close>[)\]])
      | (?P<sign>\*\*|//|[=!<>]=|[-+*/%<>=,.:])""",
    re.VERBOSE,
)
_STOPS = re.compile(r"(?:[-+*/%<>=]|\b(?:and|or|not|in|is|if|else|for))\s*$")
_CLOSES = {"(": ")", "[": "]"}
_INSTEAD = {
    "^": F_("write `**` for a power"),
    "&": F_("write `and`"),
    "|": F_("write `or`"),
    "!": F_("write `not`, or `!=`"),
    "{": F_("write a list with [ ]"),
    "\\": F_("leave the backslash out"),
    "=": F_("write `==` to compare"),
}


def read(source: str) -> ast.expr:
    """The tree of an expression whose offsets count characters of `source`. Raises ExpressionError."""
    if not source.strip():
        raise ExpressionError(F_("the expression is empty"), F_("write a number, a name or a formula"), 0)
    if len(source) > CHARACTERS:
        raise ExpressionError(
            F_("{n} characters", n=len(source)),
            F_("shorten the expression to {most}", most=CHARACTERS),
            CHARACTERS,
        )
    _scan(source)
    return _parsed(source)


def offset_of(node: ast.AST) -> int:
    """Where a node begins, in characters of the source."""
    return getattr(node, "col_offset", 0)


def _scan(source: str) -> None:
    """Refuses, before Python's parser sees it, what no expression holds and what that parser warns of."""
    opened: list[tuple[str, int]] = []
    at, before = 0, "space"
    while at < len(source):
        match = _TOKEN.match(source, at)
        if match is None:
            raise _strange(source, at)
        kind = str(match.lastgroup)
        if (before, kind) in {("number", "name"), ("number", "number"), ("name", "text"), ("text", "name")}:
            raise ExpressionError(
                F_("`{text}` runs into what stands before it", text=match[0]), F_("put an operator between"), at
            )
        _nest(opened, kind, match[0], at)
        at, before = match.end(), kind
    if opened:
        raise ExpressionError(
            F_("`{text}` is never closed", text=opened[-1][0]),
            F_("add `{text}`", text=_CLOSES[opened[-1][0]]),
            opened[-1][1],
        )


def _nest(opened: list[tuple[str, int]], kind: str, text: str, at: int) -> None:
    if kind == "open":
        opened.append((text, at))
        if len(opened) > BRACKETS:
            raise ExpressionError(F_("brackets nest too deep"), F_("at most {most} levels", most=BRACKETS), at)
    elif kind == "close" and (not opened or _CLOSES[opened.pop()[0]] != text):
        raise ExpressionError(F_("`{text}` closes nothing", text=text), F_("take it away, or open the bracket"), at)


def _strange(source: str, at: int) -> ExpressionError:
    if source[at] in "'\"":
        return ExpressionError(
            F_("a text that does not end"), F_("close it with the same quote, without backslashes"), at
        )
    return ExpressionError(
        F_("`{text}` has no meaning here", text=source[at]), _INSTEAD.get(source[at], F_("take it away")), at
    )


def _parsed(source: str) -> ast.expr:
    # On one line: so the columns of the tree count from the source's beginning.
    flat = re.sub(r"\s", " ", source)
    lead = len(flat) - len(flat.lstrip())
    try:
        tree = ast.parse(flat[lead:], mode="eval").body
    except SyntaxError as error:
        raise _misread(source, lead, error) from None
    except ValueError:  # half a surrogate pair within a text
        raise ExpressionError(F_("a character that cannot be read"), F_("type the text anew"), lead) from None
    except (RecursionError, MemoryError):
        raise ExpressionError(F_("the expression is nested too deep"), F_("split it with `let`"), lead) from None
    _in_characters(tree, flat[lead:], lead)
    return tree


def _misread(source: str, lead: int, error: SyntaxError) -> ExpressionError:
    if _STOPS.search(source):
        return ExpressionError(
            F_("the expression stops short"), F_("write what is missing at its end"), len(source.rstrip())
        )
    if "else" in error.msg:
        return ExpressionError(F_("an `if` without `else`"), F_("write `a if condition else b`"), lead)
    at = min(lead + max((error.offset or 1) - 1, 0), len(source))
    if source[at : at + 1] == "=":
        return ExpressionError(F_("`=` has no meaning here"), _INSTEAD["="], at)
    near = source[at:].split()[:1] or [source.split()[-1]]
    return ExpressionError(
        F_("this is no expression near `{text}`", text=near[0]), F_("look at the signs and brackets there"), at
    )


def _in_characters(tree: ast.expr, text: str, lead: int) -> None:
    """Turns the parser's columns, which count bytes, into offsets of characters."""
    encoded = text.encode()
    plain = text.isascii()
    for node in ast.walk(tree):
        for field in ("col_offset", "end_col_offset"):
            column = getattr(node, field, None)
            if column is not None:
                setattr(node, field, lead + (column if plain else len(encoded[:column].decode())))
