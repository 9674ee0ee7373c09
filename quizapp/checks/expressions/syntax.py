"""The text of an expression, read into a syntax tree of bounded size: nothing is evaluated here."""

import ast
import re

from quizapp.checks.errors import ExpressionError

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
    "^": "write `**` for a power",
    "&": "write `and`",
    "|": "write `or`",
    "!": "write `not`, or `!=`",
    "{": "write a list with [ ]",
    "\\": "leave the backslash out",
    "=": "write `==` to compare",
}


def read(source: str) -> ast.expr:
    """The tree of an expression whose offsets count characters of `source`. Raises ExpressionError."""
    if not source.strip():
        raise ExpressionError("the expression is empty", "write a number, a name or a formula", 0)
    if len(source) > CHARACTERS:
        raise ExpressionError(f"{len(source)} characters", f"shorten the expression to {CHARACTERS}", CHARACTERS)
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
            raise ExpressionError(f"`{match[0]}` runs into what stands before it", "put an operator between", at)
        _nest(opened, kind, match[0], at)
        at, before = match.end(), kind
    if opened:
        raise ExpressionError(f"`{opened[-1][0]}` is never closed", f"add `{_CLOSES[opened[-1][0]]}`", opened[-1][1])


def _nest(opened: list[tuple[str, int]], kind: str, text: str, at: int) -> None:
    if kind == "open":
        opened.append((text, at))
        if len(opened) > BRACKETS:
            raise ExpressionError("brackets nest too deep", f"at most {BRACKETS} levels", at)
    elif kind == "close" and (not opened or _CLOSES[opened.pop()[0]] != text):
        raise ExpressionError(f"`{text}` closes nothing", "take it away, or open the bracket", at)


def _strange(source: str, at: int) -> ExpressionError:
    if source[at] in "'\"":
        return ExpressionError("a text that does not end", "close it with the same quote, without backslashes", at)
    return ExpressionError(f"`{source[at]}` has no meaning here", _INSTEAD.get(source[at], "take it away"), at)


def _parsed(source: str) -> ast.expr:
    # On one line: so the columns of the tree count from the source's beginning.
    flat = re.sub(r"\s", " ", source)
    lead = len(flat) - len(flat.lstrip())
    try:
        tree = ast.parse(flat[lead:], mode="eval").body
    except SyntaxError as error:
        raise _misread(source, lead, error) from None
    except ValueError:  # half a surrogate pair within a text
        raise ExpressionError("a character that cannot be read", "type the text anew", lead) from None
    except (RecursionError, MemoryError):
        raise ExpressionError("the expression is nested too deep", "split it with `let`", lead) from None
    _in_characters(tree, flat[lead:], lead)
    return tree


def _misread(source: str, lead: int, error: SyntaxError) -> ExpressionError:
    if _STOPS.search(source):
        return ExpressionError("the expression stops short", "write what is missing at its end", len(source.rstrip()))
    if "else" in error.msg:
        return ExpressionError("an `if` without `else`", "write `a if condition else b`", lead)
    at = min(lead + max((error.offset or 1) - 1, 0), len(source))
    if source[at : at + 1] == "=":
        return ExpressionError("`=` has no meaning here", _INSTEAD["="], at)
    near = source[at:].split()[:1] or [source.split()[-1]]
    return ExpressionError(f"this is no expression near `{near[0]}`", "look at the signs and brackets there", at)


def _in_characters(tree: ast.expr, text: str, lead: int) -> None:
    """Turns the parser's columns, which count bytes, into offsets of characters."""
    encoded = text.encode()
    plain = text.isascii()
    for node in ast.walk(tree):
        for field in ("col_offset", "end_col_offset"):
            column = getattr(node, field, None)
            if column is not None:
                setattr(node, field, lead + (column if plain else len(encoded[:column].decode())))
