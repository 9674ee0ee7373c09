"""What a card is called in files that are written: a key by which importing them finds it again."""

import re
from base64 import b32decode
from binascii import Error

from quizapp.exchange.notes import OURS

_BROUGHT = re.compile(r"(?:anki|anki-text)-([a-z2-7]+)\Z")
_SECOND = "@"
"""Before the language of a card that is written in two languages, in the key of the second."""


def key_of(card: str, second: str = "") -> str:
    """The key of a card; `second` is a language beside the one in which it is written already."""
    return f"{OURS}{card}{_SECOND}{second}" if second else f"{OURS}{card}"


def key_at_home(key: str) -> str:
    """The guid that a card had in Anki, if it was brought along from there; else the key as it is.

    A guid that was too long for an id cannot be told from it.
    """
    found = _BROUGHT.match(key.rpartition("/")[2])
    if not found:
        return key
    letters = found[1].upper()
    try:
        guid = b32decode(letters + "=" * (-len(letters) % 8)).decode()
    except (Error, UnicodeDecodeError):
        return key
    return guid if guid.isprintable() else key
