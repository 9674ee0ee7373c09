"""What the numbers of a computed card are drawn from: a pure function of the card and what happened to it."""

from hashlib import sha256

BITS = 31


def seed_of(*parts: str | int) -> int:
    """A seed of 31 bits: the same for the same parts, on every machine."""
    digest = sha256(":".join(map(str, parts)).encode()).digest()
    return int.from_bytes(digest[:4], "big") >> (32 - BITS)
