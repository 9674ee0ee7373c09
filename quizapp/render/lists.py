"""Bullet, task and numbered lists, their text hanging beside the markers."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from quizapp.render.frame import Frame
from quizapp.render.spans import Line, Span, width_of
from quizapp.render.tree import Block

_BULLETS = ("•", "◦")
_TASKS = ("[x] ", "[X] ", "[ ] ")


class LayOut(Protocol):
    """Lays out the blocks of one item; without empty lines between them if the list is tight."""

    def __call__(self, blocks: Sequence[Block], frame: Frame, *, tight: bool = False) -> list[Line]:
        """The lines of `blocks` within `frame`."""


def list_lines(block: Block, frame: Frame, lay_out: LayOut) -> list[Line]:
    """A list as lines: numbers set flush right, and empty lines between the items of a loose list only."""
    tight = _is_tight(block)
    numbered = block.kind == "ordered_list"
    inner = frame if numbered else replace(frame, bullets=frame.bullets + 1)
    markers = _numbers(block) if numbered else _bullets(block, frame)
    lines: list[Line] = []
    for marker, item in zip(markers, block.children, strict=True):
        hanging = (Span(" " * width_of(marker)),)
        if lines and not tight:
            lines.append(())
        lines += inner.beside((Span(marker, "bullet"),), hanging, partial(lay_out, item.children, tight=tight))
    return lines


def _is_tight(block: Block) -> bool:
    """The parser hides the paragraphs of tight lists."""
    paragraphs = (child for item in block.children for child in item.children if child.kind == "paragraph")
    return all(paragraph.token.hidden for paragraph in paragraphs)


def _numbers(block: Block) -> list[str]:
    start = int(block.token.attrs.get("start", 1))
    size = len(str(start + len(block.children) - 1))
    return [f"{start + index:{size}}{block.token.markup} " for index in range(len(block.children))]


def _bullets(block: Block, frame: Frame) -> list[str]:
    bullet = "-" if frame.manner.plain else _BULLETS[min(frame.bullets, len(_BULLETS) - 1)]
    return [_taken_task(item) or f"{bullet} " for item in block.children]


def _taken_task(item: Block) -> str:
    """The `[x] ` that a task begins with, taken off its text; empty for any other item."""
    for paragraph in item.children[:1]:
        words = paragraph.children[0].token.children if paragraph.kind == "paragraph" else None
        if words and words[0].content.startswith(_TASKS):
            mark, words[0].content = words[0].content[:4], words[0].content[4:]
            return mark
    return ""
