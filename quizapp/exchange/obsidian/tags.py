"""Which notes and questions the plugin reads, and the deck of each: by tags, in the front matter or on a line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from quizapp.cards.yaml_block import UnreadableBlock, YamlBlock
from quizapp.exchange.markdown.literal import is_within, literal_spans
from quizapp.exchange.markdown.source import Page

_TAG = re.compile(r"(?<!\S)#[^\s#,;.!?)\]]+(?:[.][^\s#,;.!?)\]]+)*")
_SEPARATED = re.compile(r"[,\s]+")


@dataclass(frozen=True)
class Tags:
    """The tags of one note: in its front matter, and on lines of it (from 0), those that open a question left out.

    `start` is the line below the front matter.
    """

    start: int = 0
    front: tuple[str, ...] = ()
    on_lines: dict[int, tuple[str, ...]] = field(default_factory=dict)

    @property
    def any(self) -> bool:
        """True if the note is one of cards."""
        return bool(self.front or self.on_lines)

    def at(self, line: int) -> tuple[str, ...]:
        """The tags that hold for a question that begins on a line: those last named above it."""
        above = [number for number in self.on_lines if number < line]
        first = next(iter(self.on_lines.values()), ())
        return self.on_lines[above[-1]] if above else self.front or first


def tags_of(page: Page, names: Sequence[str]) -> Tags:
    """The note's tags that are one of `names`, or begin with one and a slash."""
    start = _below_front_matter(page)
    on_lines: dict[int, tuple[str, ...]] = {}
    for number in range(start, len(page.lines)):
        line = page.lines[number]
        if "#" in line and not page.fences.inside[number]:
            found = deck_tags(line, names)
            on_lines.update({number: found} if found else {})
    return Tags(start, _in_front_matter(page.lines[1 : start - 1], names) if start else (), on_lines)


def deck_tags(line: str, names: Sequence[str]) -> tuple[str, ...]:
    """The deck tags of a line, outside of code and maths."""
    if not any(name in line for name in names):
        return ()
    literal = literal_spans(line)
    tags = (tag for tag in _TAG.finditer(line) if not is_within(literal, tag.start()))
    return tuple(tag[0] for tag in tags if is_deck_tag(tag[0], names))


def is_deck_tag(tag: str, names: Sequence[str]) -> bool:
    """True for `#flashcards` and `#flashcards/deck`, not for `#flashcards-old`."""
    return any(tag == name or tag.startswith(f"{name}/") for name in names)


def deck_of_tag(tag: str, names: Sequence[str]) -> tuple[str, ...]:
    """The decks that a tag names, outermost first: what stands behind the plugin's own part of it."""
    name = max((name for name in names if is_deck_tag(tag, [name])), key=len, default="")
    return tuple(part for part in tag[len(name) :].split("/") if part)


def _below_front_matter(page: Page) -> int:
    if page.lines[0].rstrip() != "---":
        return 0
    return next((n + 1 for n in range(1, len(page.lines)) if page.lines[n].rstrip() in ("---", "...")), 0)


def _in_front_matter(lines: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    text = "\n".join(lines)
    try:
        said = YamlBlock(text, 1).value
    except UnreadableBlock:
        return ()
    values = [said.get(key) for key in ("tags", "tag")] if isinstance(said, dict) else []
    tags = (f"#{name.lstrip('#')}" for value in values for name in _listed(value) if name.strip("#"))
    return tuple(tag for tag in tags if is_deck_tag(tag, names))


def _listed(value: Any) -> list[str]:
    if isinstance(value, list):
        return [one for one in value if isinstance(one, str)]
    return _SEPARATED.split(value) if isinstance(value, str) else []
