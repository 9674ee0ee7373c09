"""What a layer may be given, and how a word becomes a value."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from fractions import Fraction
from typing import Any, Final

from quizapp.checks.networks.errors import cut
from quizapp.checks.networks.lines import Line, Word
from quizapp.i18n import F_

LARGEST = 10**9
"""The largest number that may be written, and the longest axis of a shape."""
MOST_AXES = 4
SAME: Final = "same"

Sizes = tuple[int, ...]
"""One size for every axis of a map, or one for each."""

_DIGITS = re.compile(r"[0-9]{1,10}\Z")
_RATE = re.compile(r"[0-9]{0,4}\.?[0-9]{0,12}\Z")
_CROSS = re.compile("[xX×]")


@dataclass(frozen=True)
class Option:
    """Something a layer may be given: how it is read, an example, and its default; None where it must be said."""

    read: Callable[[str], Any]
    example: str
    default: Any = None
    needed: bool = False


@dataclass(frozen=True)
class Signature:
    """What follows a layer's name: words in order, then `key=value` in any order."""

    words: Mapping[str, Option]
    keys: Mapping[str, Option]


def arguments(line: Line, signature: Signature) -> dict[str, Any]:
    """The values that a line gives. Raises NetworkError at the word that is wrong."""
    given: dict[str, Any] = {}
    free = list(signature.words.items())
    for word in line.words[1:]:
        key, equals, text = word.text.partition("=")
        if not equals:
            if not free:
                raise line.wrong(*_one_too_many(line, signature, word), word)
            name, option = free.pop(0)
            given[name] = _value(line, name, option, word.text, word)
            continue
        known = signature.keys.get(key.lower())
        if known is None or key.lower() in given:
            raise line.wrong(*_no_such_key(line, signature, key, known is not None), word)
        given[key.lower()] = _value(line, key.lower(), known, text, word)
    return _complete(line, signature, given)


def _complete(line: Line, signature: Signature, given: Mapping[str, Any]) -> dict[str, Any]:
    options = {**signature.words, **signature.keys}
    for name, option in options.items():
        if option.needed and name not in given:
            raise line.wrong(
                F_("`{layer}` lacks its {name}", layer=cut(line.name), name=name),
                F_("write `{name}`", name=cut(_example(line, signature))),
            )
    return {name: given.get(name, option.default) for name, option in options.items()}


def _value(line: Line, name: str, option: Option, text: str, word: Word) -> Any:
    try:
        return option.read(text)
    except ValueError as error:
        raise line.wrong(
            F_("{name} cannot be `{text}`", name=name, text=cut(text)),
            F_("{what}, such as `{example}`", what=error, example=cut(option.example)),
            word,
        ) from None


def _one_too_many(line: Line, signature: Signature, word: Word) -> tuple[str, str]:
    if word.text in signature.keys:
        return (
            F_("`{text}` stands alone", text=cut(word.text)),
            F_("write `{name}`", name=cut(f"{word.text}={signature.keys[word.text].example}")),
        )
    keys = ", ".join(f"`{key}=`" for key in signature.keys)
    return (
        F_("`{layer}` has no place for `{text}`", layer=cut(line.name), text=cut(word.text)),
        F_("its options are {names}", names=keys) if keys else F_("leave it out"),
    )


def _no_such_key(line: Line, signature: Signature, key: str, twice: bool) -> tuple[str, str]:
    if twice:
        return F_("`{key}` is given twice", key=cut(key)), F_("leave one out")
    near = get_close_matches(key.lower()[:20], signature.keys, 1)
    names = ", ".join(f"`{known}=`" for known in signature.keys)
    known = F_("write `{name}=`", name=near[0]) if near else F_("known are {names}", names=names)
    what = F_("`{layer}` has no option `{key}`", layer=cut(line.name), key=cut(key))
    return what, known if signature.keys else F_("leave it out")


def _example(line: Line, signature: Signature) -> str:
    words = [option.example for option in signature.words.values()]
    keys = [f"{name}={option.example}" for name, option in signature.keys.items() if option.needed]
    return " ".join([line.name, *words, *keys])


def count(text: str) -> int:
    """A whole number from 1. Raises ValueError."""
    if not (number := amount(text)):
        raise ValueError(F_("it is a whole number from 1"))
    return number


def amount(text: str) -> int:
    """A whole number from 0. Raises ValueError."""
    if not _DIGITS.match(text) or int(text) > LARGEST:
        raise ValueError(F_("it is a whole number up to {most}", most=LARGEST))
    return int(text)


def sizes(text: str) -> Sizes:
    """`3` for all axes, or `3x1`. Raises ValueError."""
    return tuple(count(part) for part in _parts(text))


def amounts(text: str) -> Sizes:
    """As `sizes`, and 0 is one. Raises ValueError."""
    return tuple(amount(part) for part in _parts(text))


def padding(text: str) -> Sizes | str:
    """As `amounts`, or the word `same`. Raises ValueError."""
    return SAME if text.lower() == SAME else amounts(text)


def switch(text: str) -> bool:
    """`yes` or `no`, however else people write it. Raises ValueError."""
    found = {"yes": True, "true": True, "no": False, "false": False}.get(text.lower())
    if found is None:
        raise ValueError(F_("it is `yes` or `no`"))
    return found


def rate(text: str) -> Fraction:
    """A share from 0 to 1. Raises ValueError."""
    if text in ("", ".") or not _RATE.match(text) or Fraction(text) > 1:
        raise ValueError(F_("it is a number from 0 to 1"))
    return Fraction(text)


def one_of(*choices: str) -> Callable[[str], str]:
    """Reads one of several words."""

    def read(text: str) -> str:
        if text.lower() not in choices:
            raise ValueError(F_("it is one of {names}", names=", ".join(choices)))
        return text.lower()

    return read


def _parts(text: str) -> list[str]:
    parts = _CROSS.split(text)
    if len(parts) > MOST_AXES:
        raise ValueError(F_("it has at most {most} sizes", most=MOST_AXES))
    return parts
