"""What happens to files: bits that flip, ends that are missing."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path


def page_size(path: Path) -> int:
    """How long a page of a database is, in bytes."""
    return int.from_bytes(path.read_bytes()[16:18], "big")


def flipped(content: bytes, at: int, bits: int = 0xFF) -> bytes:
    """A file with the bits of one byte flipped."""
    return content[:at] + bytes([content[at] ^ bits]) + content[at + 1 :]


def scratched(content: bytes, page: int, size: int, chance: random.Random, bytes_: int) -> bytes:
    """A file with some bytes of a page, counted from 0, flipped anywhere in it."""
    changed = bytearray(content)
    for _ in range(bytes_):
        changed[page * size + chance.randrange(size)] ^= chance.randrange(1, 256)
    return bytes(changed)


def quick_check(content: bytes) -> bool:
    """Whether SQLite itself sees nothing wrong in a database file, read as one without a write-ahead log."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.deserialize(content[:18] + b"\x01\x01" + content[20:])
            return connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
        except (sqlite3.DatabaseError, UnicodeDecodeError):  # what is told may hold the bytes that flipped
            return False
