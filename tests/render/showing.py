"""Short ways to lay a text out and look at it."""

from quizapp.render import Gaps, Line, Notation, Span, fold, lay_out, plain_text


def shown(markdown: str, width: int = 60, *, gaps: Gaps = Gaps.SHOWN, notation: Notation = Notation.STYLED) -> str:
    """`markdown` as plain text."""
    return plain_text(lay_out(markdown, width, gaps=gaps, notation=notation))


def plain(markdown: str, width: int = 60) -> str:
    """`markdown` in the notation for output without styles."""
    return shown(markdown, width, notation=Notation.PLAIN)


def spans_of(markdown: str, width: int = 60) -> list[Span]:
    """Every span of every line."""
    return [span for line in lay_out(markdown, width) for span in line]


def styled(markdown: str, style: str) -> list[str]:
    """The texts that have `style` among their styles."""
    return [span.text for span in spans_of(markdown) if style in span.style.split()]


def folded(text: str, width: int, *, indent: int = 0) -> list[str]:
    """`text` broken into lines."""
    return plain_text(fold((Span(text),), width, indent=indent)).split("\n")


def squeezed(text: str) -> str:
    """`text` without blanks, line breaks and the marks at the beginning of lines."""
    return "".join(character for character in text if not character.isspace() and character not in "↪▌•◦>")


def text_of(line: Line) -> str:
    """A line without its styles."""
    return "".join(span.text for span in line)
