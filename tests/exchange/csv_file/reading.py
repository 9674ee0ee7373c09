"""Tables written to a file and read."""

from pathlib import Path

from quizapp.exchange.csv_file import read_csv
from quizapp.exchange.notes import Found

LIMIT = 1 << 26


def read(folder: Path, content: str | bytes, name: str = "deck.csv", html: bool = False) -> Found:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_csv(path, LIMIT, html)
