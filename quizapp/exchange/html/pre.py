"""Preformatted text in HTML, while it is read."""

import re
from dataclasses import dataclass, field

from quizapp.exchange.html.words import AS_DIV, BLOCKS

_LANGUAGE = re.compile(r"""\bclass\s*=\s*["']?[^"'<>]*?\blang(?:uage)?-([\w+#.-]{1,30})""", re.IGNORECASE)


@dataclass(slots=True)
class Preformatted:
    """Its text in pieces, each hidden by a gap or not; the language of its code; images that stand in it."""

    language: str = ""
    pieces: list[tuple[str, bool]] = field(default_factory=list)
    images: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text as a whole."""
        return "".join(text for text, _hidden in self.pieces)

    @property
    def has_gaps(self) -> bool:
        """True if a gap hides something of it."""
        return any(hidden and text.strip() for text, hidden in self.pieces)

    def line_end(self, name: str) -> None:
        """A block begins or ends here, and stands on lines of its own."""
        if (name in BLOCKS or name in AS_DIV) and self.pieces and not self.pieces[-1][0].endswith("\n"):
            self.pieces.append(("\n", False))

    def void(self, name: str, tag: str) -> None:
        """An element without content stands here."""
        if name == "img":
            self.images.append(tag)
        elif name != "wbr":
            self.pieces.append(("\n", False))


def language_of(tag: str) -> str:
    """The language that the tag's class names, as `language-python` does."""
    found = _LANGUAGE.search(tag)
    return found[1].lower() if found else ""
