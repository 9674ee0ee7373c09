"""What stands at the end of every `--help`: examples, and the keys of the JSON where there is any."""

from unicodedata import east_asian_width


def epilog(*examples: tuple[str, str], json: str = "") -> str:
    """An Examples block out of (command line, what it does), and a paragraph about `--json`."""
    width = max(_width(line) for line, _ in examples)
    block = ["\b", "Examples:", *(f"  {line}{' ' * (width - _width(line))}  {does}" for line, does in examples)]
    return "\n".join(block) + (f"\n\n--json prints {json}" if json else "")


def _width(text: str) -> int:
    """In cells. Good enough for our own examples, and spares `--help` the import of `render`."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
