"""Link definitions: a piece of a file that is shown alone takes along those that its links name."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from markdown_it.token import Token

_LONGEST = 2_000
"""Characters. Longer addresses stay behind: every card that names one would repeat it."""


class Definitions:
    """The definitions of a file, by the label that the parser gives them."""

    def __init__(self, references: Mapping[str, Mapping[str, Any]] | None = None) -> None:
        """Takes what the parser leaves in its environment."""
        self._references = references or {}

    def beside(self, text: str, tokens: Iterable[Token]) -> str:
        """`text`, which was read as `tokens`, and below it the definitions that its links name."""
        if not text or not self._references:
            return text
        labels = dict.fromkeys(label for label in _labels(tokens) if label in self._references)
        lines = [f"[{label}]: <{href}>" for label in labels if len(href := self._references[label]["href"]) <= _LONGEST]
        return f"{text}\n\n{chr(10).join(lines)}" if lines else text


def _labels(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if "label" in token.meta:
            yield token.meta["label"]
        yield from _labels(token.children or ())
