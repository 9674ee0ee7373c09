"""Tables written to a file and read."""

from pathlib import Path

from quizapp.exchange.notes import Found
from quizapp.exchange.tables.reading import read_csv

LIMIT = 1 << 26


def read(folder: Path, content: str | bytes, name: str = "deck.csv", html: bool = False) -> Found:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_csv(path, LIMIT, html)
