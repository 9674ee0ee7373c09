"""The fenced blocks of a Markdown page, with the headings under which they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Fence:
    """A fenced block: its language, what else stands on its first line, its text, and the heading above it."""

    language: str
    name: str
    text: str
    heading: str


def fences(page: Path) -> Iterator[Fence]:
    """All fenced blocks, in order."""
    heading = ""
    tokens = _tokens(page)
    for token, following in zip(tokens, [*tokens[1:], tokens[-1]], strict=True):
        if token.type == "heading_open":
            heading = following.content
        elif token.type == "fence":
            language, _, name = token.info.partition(" ")
            yield Fence(language, name.strip(), token.content, heading)


def table_keys(page: Path, heading: str) -> list[list[str]]:
    """The first cells, without backticks, of each table under `heading`; the head row left out."""
    below = ""
    found: list[list[str]] = []
    tokens = _tokens(page)
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            below = tokens[index + 1].content
        if below != heading:
            continue
        if token.type == "tbody_open":
            found.append([])
        elif token.type == "tr_open" and found and tokens[index + 1].type == "td_open":
            found[-1].append(tokens[index + 2].content.strip("`"))
    return found


def links(page: Path) -> set[str]:
    """Where links and pictures lead."""
    children = (child for token in _tokens(page) for child in token.children or [])
    targets = (child.attrs.get("href") or child.attrs.get("src") for child in children)
    return {str(target) for target in targets if target}


def spans(page: Path) -> set[str]:
    """The code spans of the page's text."""
    children = (child for token in _tokens(page) for child in token.children or [])
    return {child.content for child in children if child.type == "code_inline"}


def anchor(heading: str) -> str:
    """The anchor that code hosts give a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _tokens(page: Path) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(page.read_text(encoding="utf-8"))
