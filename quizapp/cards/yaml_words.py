"""What pydantic finds wrong with a YAML block, in words for its author."""

from collections.abc import Collection, Iterator
from typing import Any

from pydantic import ValidationError

from quizapp.i18n import F_

Path = tuple[str | int, ...]

_WORDS = {
    "extra_forbidden": (F_("no such key"), F_("check its spelling, or remove it")),
    "missing": (F_("is missing"), F_("write it")),
    "string_type": (F_("should be text"), F_("put it in quotes")),
    "list_type": (F_("should be a list"), F_("write `[one, two]`, or each on a line of its own behind `- `")),
    "dict_type": (F_("should be keys and values"), F_("write `key: value`")),
    "model_type": (F_("should be keys and values"), F_("write `key: value`")),
}

_FOREIGN = (
    F_("mapping values are not allowed here"),
    F_("mapping keys are not allowed here"),
    F_("sequence entries are not allowed here"),
    F_("could not find expected ':'"),
    F_("found unexpected end of stream"),
    F_("found unexpected document separator"),
    F_("found character {sign} that cannot start any token"),
    F_("found unknown escape character {sign}"),
    F_("expected <block end>, but found {token}"),
    F_("expected the node content, but found {token}"),
    F_("expected ',' or ']', but got {token}"),
    F_("expected ',' or '}}', but got {token}"),
    F_("expected chomping or indentation indicators, but found {sign}"),
    F_("expected a comment or a line break, but found {sign}"),
    F_("expected alphabetic or numeric character, but found {sign}"),
    F_("expected '<document start>', but found {token}"),
    F_("should be a valid number"),
    F_("should be a valid integer"),
    F_("should be a valid string"),
    F_("should be a valid boolean"),
    F_("should be a valid dictionary or instance of {type}"),
    F_("should be greater than or equal to {least}"),
)
"""What PyYAML and pydantic say in words of their own, for the catalogue."""


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
        what, mend = _WORDS.get(detail["type"], (_in_words(detail["msg"]), F_("see the card format")))
        name = ".".join(map(str, path)) or F_("the block")
        yield path, F_("`{name}`: {what}", name=name, what=what), mend, detail["type"] == "extra_forbidden"


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
