"""Text files of Anki's, written to a file and read."""

from pathlib import Path

from quizapp.exchange.anki_text.reading import read_anki_text
from quizapp.exchange.notes import Found

HEAD = "#separator:tab\n#html:true\n"


def read(folder: Path, content: str | bytes, name: str = "deck.txt") -> Found:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_anki_text(path, 1 << 26)
