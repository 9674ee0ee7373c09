"""What happens to files: bits that flip, ends that are missing."""

import random
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
