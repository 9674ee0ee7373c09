"""What pydantic finds wrong with a YAML block, in words for its author."""

from collections.abc import Collection, Iterator
from typing import Any

from pydantic import ValidationError

Path = tuple[str | int, ...]

_WORDS = {
    "extra_forbidden": ("no such key", "check its spelling, or remove it"),
    "missing": ("is missing", "write it"),
    "string_type": ("should be text", "put it in quotes"),
    "list_type": ("should be a list", "write `[one, two]`, or each on a line of its own behind `- `"),
    "dict_type": ("should be keys and values", "write `key: value`"),
    "model_type": ("should be keys and values", "write `key: value`"),
}


def problems_of(error: ValidationError, places: Collection[Path]) -> Iterator[tuple[Path, str, str, bool]]:
    """(path, what, mend, whether the key itself is wrong): one for each place, the innermost of those that overlap.

    A value that fits none of several types is found wrong once for each of them.
    """
    found: dict[Path, Any] = {}
    for detail in error.errors(include_url=False, include_input=False, include_context=False):
        found.setdefault(_path(detail["loc"], detail["type"], places), detail)
    for path, detail in found.items():
        if any(len(other) > len(path) and other[: len(path)] == path for other in found):
            continue
        what, mend = _WORDS.get(detail["type"], (_in_words(detail["msg"]), "see the card format"))
        name = ".".join(map(str, path)) or "the block"
        yield path, f"`{name}`: {what}", mend, detail["type"] == "extra_forbidden"


def _path(location: Path, kind: str, places: Collection[Path]) -> Path:
    """The location in the block: pydantic also names the types that it tried."""
    path: Path = ()
    for number, part in enumerate(location, start=1):
        if (*path, part) in places or (kind == "missing" and number == len(location)):
            path = (*path, part)
    return path


def _in_words(message: str) -> str:
    text = message.removeprefix("Input ")
    return text[:1].lower() + text[1:]
