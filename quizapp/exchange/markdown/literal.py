"""Where the characters of a Markdown text stand for themselves: in code and in maths, whatever they look like."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

Span = tuple[int, int]
"""Where something begins and ends in a text, the end excluded."""

_FENCE = re.compile(r"[ \t>]*(?:(`{3,})[^`]*|(~{3,}).*)\Z")
_CLOSES = re.compile(r"[ \t>]*(`{3,}|~{3,})[ \t]*\Z")
_SIGN = re.compile(r"\\.|`+|\$", re.DOTALL)
_TICKS = re.compile("`+")
_MATHS = re.compile(
    r"\$\$(?:[^$\\]|\\.|\$(?!\$))+\$\$(?!\d)|\$(?!\s)(?:[^$\\]|\\.)+(?<!\s)\$(?!\d)",
    re.DOTALL,
)


@dataclass(frozen=True)
class Fences:
    """Which lines belong to fenced code, the fences with them; `open` is the line of a fence that nothing closes."""

    inside: tuple[bool, ...]
    open: int | None = None


def fences_of(lines: Sequence[str]) -> Fences:
    """The fenced code of a text, given line by line."""
    inside, mark, start = [], "", None
    for number, line in enumerate(lines):
        if mark:
            inside.append(True)
            closing = _CLOSES.match(line)
            if closing and closing[1].startswith(mark):
                mark, start = "", None
        else:
            opening = _FENCE.match(line)
            inside.append(opening is not None)
            if opening:
                mark, start = opening[1] or opening[2], number
    return Fences(tuple(inside), start)


def literal_spans(text: str) -> list[Span]:
    """The fenced code, code spans and maths of a text, in order."""
    lines = text.split("\n")
    inside = fences_of(lines).inside
    spans: list[Span] = []
    at = start = 0
    for line, is_code in zip(lines, inside, strict=True):
        end = at + len(line)
        if is_code or not line.strip():
            spans += _inline(text, start, at)
            spans += [(at, end)] if is_code else []
            start = end + 1
        at = end + 1
    return spans + list(_inline(text, start, len(text)))


def outside(text: str, pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str]) -> str:
    """`pattern.sub` wherever the text is neither code nor maths."""
    pieces, done = [], 0
    for start, end in literal_spans(text):
        pieces += [pattern.sub(replacement, text[done:start]), text[start:end]]
        done = end
    return "".join([*pieces, pattern.sub(replacement, text[done:])])


def is_within(spans: Sequence[Span], position: int) -> bool:
    """True if a position lies in one of the spans, which are in order."""
    index = bisect_left(spans, (position + 1,)) - 1
    return index >= 0 and position < spans[index][1]


def _inline(text: str, start: int, end: int) -> Iterator[Span]:
    """The code spans and the maths of one paragraph."""
    if start >= end:
        return
    runs: dict[int, list[int]] = {}
    for run in _TICKS.finditer(text, start, end):
        runs.setdefault(len(run[0]), []).append(run.start())
    while (sign := _SIGN.search(text, start, end)) is not None:
        start = sign.end()
        close = -1
        if sign[0].startswith("`"):
            close = _end_of_code(runs.get(len(sign[0]), []), start, len(sign[0]))
        elif sign[0] == "$" and not text[max(0, sign.start() - 1) : sign.start()].isdigit():
            maths = _MATHS.match(text, sign.start(), end)
            close = maths.end() if maths else -1
        if close > 0:
            yield sign.start(), close
            start = close


def _end_of_code(runs: Sequence[int], start: int, length: int) -> int:
    index = bisect_left(runs, start)
    return runs[index] + length if index < len(runs) else -1
