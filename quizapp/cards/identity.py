"""Ids: how they look, and the id of a card that has none written down.

History hangs on `topic/id` alone. A card without `{#id}` gets an id that is a pure function of its normalised prompt:
it is the same card whenever and wherever it is read, and `quizapp check --fix` writes down that very id.
"""

import re
import unicodedata
from hashlib import blake2b

from quizapp.i18n import F_

_ID = re.compile(r"\w[\w-]*\Z")
_READABLE = re.compile(r"[^\W_]+( [^\W_]+)*\Z")
_ENDING = " .?!:。"
_LONGEST = 48
_HASH_BYTES = 4


def is_id(text: str) -> bool:
    """True for letters (of any script), digits, `_` and `-`, not beginning with `-`."""
    return bool(_ID.match(text))


def mend_of(text: str) -> str:
    """What to do about a text that is no id. Files from a Mac may have accents as characters of their own."""
    composed = unicodedata.normalize("NFC", text)
    if composed != text and is_id(composed):
        return F_("its accents are characters of their own: write it in composed letters (NFC), as `{id}`", id=composed)
    return F_("use letters, digits and hyphens")


def normalised(prompt: str) -> str:
    """A prompt without what does not matter for who it is: case, width, runs of spaces, closing punctuation."""
    flat = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", prompt).casefold())
    text = " ".join(flat.split())
    return text.rstrip(_ENDING) or text


def id_of_prompt(prompt: str) -> str:
    """The id of a card that has none: readable words, with a hash where the words alone would not be unique."""
    text = normalised(prompt)
    if len(text) <= _LONGEST and _READABLE.match(text):
        return text.replace(" ", "-")
    digest = blake2b(text.encode(), digest_size=_HASH_BYTES).hexdigest()
    words = re.findall(r"[^\W_]+", text)
    return "-".join([*_fitting(words), digest])


def slug(name: str) -> str:
    """A topic's id from its file's name: letters and digits of any script, joined by `-`."""
    words = re.findall(r"\w+", unicodedata.normalize("NFKC", name).casefold())
    return "-".join(words) or "untitled"


def _fitting(words: list[str]) -> list[str]:
    kept: list[str] = []
    for word in words:
        if sum(map(len, kept)) + len(kept) + len(word) > _LONGEST:
            break
        kept.append(word)
    return kept
