"""How wide a text is about, where letters have one width and Chinese ones twice that."""

from unicodedata import east_asian_width


def width_of(words: str) -> int:
    """The width in letters."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in words)
