"""Long lines of nothing but signs, for readers of Markdown: half a second for one, and each file has several."""

from collections.abc import Callable
from pathlib import Path

from quizapp.exchange.notes import Found
from tests.exchange.markdown_cards import LIMIT, written
from tests.exchange.meaning import in_time

SIGNS = (
    *("{", "=", ":", "[", "]", "!", "![", "`", "$", "\\", "==", "$$", "<", "<a ", "![a](", "$a", "`a``", "[]", "[a]"),
)
"""What begins something in Markdown, and is never ended."""


def line_of(sign: str) -> str:
    """A line of a sign, 50,000 characters long.

    Shorter where Markdown itself takes its time: a second to read 50,000 brackets that are none.
    """
    return sign * ((50_000 if len(sign) == 1 and sign != "[" else 10_000) // len(sign))


def assert_no_time(read: Callable[[Path, int], Found], folder: Path, text: str) -> None:
    """Fails if reading a file with this text takes time out of all proportion."""
    path = written(folder, text)
    with in_time():
        read(path, LIMIT)
