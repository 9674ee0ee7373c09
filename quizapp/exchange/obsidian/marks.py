"""Clozes as the plugin marks them: `==gap==`, and `**gap**` and `{{gap}}` where its settings say so.

In a gap `;;` parts a number, the text and a hint (`==1;;gap;;hint==`); the docs write hint and number as footnotes
behind it too (`==gap==^[hint][^1]`). Gaps with one number are asked together, each other one alone.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.exchange.markdown.literal import is_within, literal_spans

_MARKS = {
    "==": re.compile(r"\\.|(?P<mark>(?<!=)==(?!=))", re.DOTALL),
    "**": re.compile(r"\\.|(?P<mark>(?<!\*)\*\*(?!\*))", re.DOTALL),
    "{{": re.compile(r"\\.|(?P<mark>\{\{|\}\})", re.DOTALL),
}
_NUMBER = re.compile(r"\d{1,4}\Z")
_ORDER = re.compile(r"[ahs]{2,}\Z")
_HINT = re.compile(r"\^\[([^\[\]\n]*)\]")
_FOOTNOTE = re.compile(r"\[\^(\d{1,4}|[ahs]+)\]")


@dataclass(frozen=True)
class Gap:
    """A gap: where it begins and ends in the text, marks, hint and number with it, and what they say."""

    start: int
    end: int
    text: str
    hint: str = ""
    number: int | None = None
    order: str = ""


def marked(line: str, marks: Sequence[str]) -> bool:
    """True if a line makes a cloze of its paragraph."""
    return any(mark in line for mark in marks) and bool(gaps_in(line, marks))


def gaps_in(text: str, marks: Sequence[str]) -> list[Gap]:
    """The gaps of a text, in order; none within another, and none across an empty line."""
    literal = literal_spans(text)
    found: list[Gap] = []
    for start, end, length in sorted(span for mark in marks for span in _pairs(text, mark, literal)):
        inside = text[start + length : end - length]
        if inside.strip() and "\n\n" not in inside and (not found or start >= found[-1].end):
            found.append(_gap(text, start, end, inside))
    return found


def without_highlights(text: str) -> str:
    """Markdown with bold text for what is highlighted."""
    pieces, done = [], 0
    for start, end, length in _pairs(text, "==", literal_spans(text)):
        inside = text[start + length : end - length]
        if inside.strip():
            pieces += [text[done:start], f"**{inside.strip()}**"]
            done = end
    return "".join([*pieces, text[done:]])


def _pairs(text: str, mark: str, literal: Sequence[tuple[int, int]]) -> list[tuple[int, int, int]]:
    if mark not in text:
        return []
    spots = [one for one in _MARKS[mark].finditer(text) if one["mark"] and not is_within(literal, one.start())]
    pairs, opening = [], None
    for spot in spots:
        closes, opens = _sides(text, spot, mark)
        if opening is not None and closes and "\n\n" not in text[opening : spot.start()]:
            pairs.append((opening, spot.end(), len(mark)))
            opening = None
        else:
            opening = spot.start() if opens else None
    return pairs


def _sides(text: str, spot: re.Match[str], mark: str) -> tuple[bool, bool]:
    """Whether a mark closes, and whether it opens: as Obsidian shows them, not beside a blank, but for braces."""
    if mark == "{{":
        return spot["mark"] == "}}", spot["mark"] == "{{"
    before, after = text[spot.start() - 1 : spot.start()], text[spot.end() : spot.end() + 1]
    return bool(before) and not before.isspace(), bool(after) and not after.isspace()


def _gap(text: str, start: int, end: int, inside: str) -> Gap:
    """What stands between the marks, and behind them."""
    parts = inside.split(";;")
    number = order = hint = ""
    if len(parts) > 1 and _NUMBER.match(parts[0]):
        number, *parts = parts
    elif len(parts) > 1 and _ORDER.match(parts[0]):
        order, *parts = parts
    if len(parts) > 1:
        hint = parts.pop()
    behind = _HINT.match(text, end)
    if behind:
        hint, end = hint or behind[1], behind.end()
    footnote = _FOOTNOTE.match(text, end)
    if footnote:
        end = footnote.end()
        number, order = (footnote[1], order) if footnote[1].isdigit() else (number, footnote[1])
    return Gap(start, end, ";;".join(parts), hint.strip(), int(number) if number else None, order)
