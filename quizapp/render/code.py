"""Code blocks: highlighted, indented, and long lines folded so that all of them can be read."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from quizapp.render.cutting import pieces
from quizapp.render.spans import Line, Span, merged, text_of
from quizapp.visible import visible

INDENT = 2
FOLD_MARK = "↪ "
_TAB = 4
_ROOM_FOR_MARKS = 4
# Lexers take quadratic time on long lines, on blanks and empty lines, and on words alone, as in prose: 10,000 empty
# lines of C took 14 s, 20,000 characters of words as Java 11. No card needs colours there.
_LONGEST_LINE, _LONGEST_CODE = 2_000, 5_000
_LONG_BLANK = re.compile(r"\s{100}")

_STYLES = (
    ("Operator.Word", "code-keyword"),
    ("Keyword", "code-keyword"),
    ("Comment", "code-comment"),
    ("Literal.String", "code-string"),
    ("Literal.Number", "code-number"),
    ("Name.Function", "code-name"),
    ("Name.Class", "code-name"),
    ("Name.Builtin", "code-name"),
    ("Name.Decorator", "code-name"),
    ("Name.Exception", "code-name"),
    ("Operator", "code-operator"),
)


def code_block(code: str, language: str, width: int) -> list[Line]:
    """`code` in lines of at most `width` cells, indented by 2; what goes on from the line above begins with `↪ `."""
    indent = INDENT if width >= INDENT + _ROOM_FOR_MARKS else 0
    margin = (Span(" " * indent),) if indent else ()
    lines: list[Line] = []
    for line in _highlighted(visible(code).expandtabs(_TAB).rstrip("\n"), language):
        lines += [(*margin, *part) if part else () for part in _folded(line, width - indent)]
    return lines


def highlighted(code: str, language: str) -> tuple[Line, ...]:
    """The lines of `code`, as long as they are, in the styles of its language."""
    return tuple(_highlighted(visible(code), language))


def _folded(line: Line, width: int) -> Iterator[Line]:
    text = text_of(line)
    mark = FOLD_MARK if width >= _ROOM_FOR_MARKS else ""
    for number, (start, end) in enumerate(pieces(text, width, width - len(mark))):
        part = _between(line, start, end)
        yield (Span(mark, "fold"), *part) if number and mark else part
    if not text:
        yield ()


def _between(line: Line, start: int, end: int) -> Line:
    parts = []
    offset = 0
    for text, style in line:
        parts.append(Span(text[max(0, start - offset) : max(0, end - offset)], style))
        offset += len(text)
    return merged(parts)


def _highlighted(code: str, language: str) -> Iterator[Line]:
    """The lines of `code` in the styles of its language; all `code` if that is not known."""
    line: list[Span] = []
    for text, style in _tokens(code, language):
        first, *others = text.split("\n")
        line.append(Span(first, style))
        for other in others:
            yield merged(line)
            line = [Span(other, style)]
    yield merged(line)


def _tokens(code: str, language: str) -> list[Span]:
    lexer = _lexer(language.lower()) if language and _is_short(code) else None
    if lexer is None:
        return [Span(code, "code")]
    spans = [Span(text, _style(kind)) for kind, text in lexer.get_tokens(code)]
    return spans if text_of(spans) == code else [Span(code, "code")]


def _is_short(code: str) -> bool:
    if len(code) > _LONGEST_CODE or _LONG_BLANK.search(code):
        return False
    return max(map(len, code.split("\n"))) <= _LONGEST_LINE


@lru_cache(maxsize=32)
def _lexer(language: str) -> Any:
    """The lexer of a language by its short name, None if there is none."""
    if language not in _known_languages():
        return None
    return import_module("pygments.lexers").get_lexer_by_name(language, stripnl=False, ensurenl=False)


@cache
def _known_languages() -> frozenset[str]:
    """Asked first, since for an unknown name pygments searches every installed distribution for a plugin."""
    lexers = import_module("pygments.lexers").get_all_lexers(plugins=False)
    return frozenset(alias for _, aliases, _, _ in lexers for alias in aliases)


@cache
def _style(kind: Any) -> str:
    name = ".".join(kind)
    return next((style for prefix, style in _STYLES if name.startswith(prefix)), "code")
