"""One setting: what it means, what it is at first, and how its value is read. Light to import: prompts read settings.

A value comes as TOML, JSON or the program has it, or as a text that somebody typed. What was read once is the same when
it is read again.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from quizapp.i18n import F_

Value = TypeVar("Value")
Name = TypeVar("Name", bound=str)
Read = Callable[[object], Value]
"""Gives the value that is meant. Raises Unfit."""

_WORDS = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}


class Unfit(ValueError):
    """A value that a setting cannot have: what to write instead. `inside` names the part of it that is wrong."""

    def __init__(self, what: str, inside: str = "") -> None:
        super().__init__(what)
        self.inside = inside


class Secret:
    """A text that is not told where it is shown."""

    def __init__(self, value: str) -> None:
        self.value = value

    def __str__(self) -> str:
        return "**********"

    __repr__ = __str__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self.value == other.value

    def __hash__(self) -> int:
        return hash(self.value)


class Setting(NamedTuple):
    """What a setting means, how it is read, and what makes it what it is at first."""

    means: str
    read: Read[Any]
    first: Callable[[], object]


def setting(means: str, read: Read[Any], first: object = None, made: Callable[[], object] | None = None) -> Any:
    """One of the settings of a class: what it means, how it is read, and what it is, or what makes it, at first."""
    return Setting(means, read, made or (lambda: first))


def maybe(read: Read[Value]) -> Read[Value | None]:
    """The same, or None."""
    return lambda value: None if value is None else read(value)


def one_of(names: Sequence[Name]) -> Read[Name]:
    """One of some names."""

    def read(value: object) -> Name:
        if value not in names:
            raise Unfit(F_("write {one} or {last}", one=" or ".join(names[:-1]), last=names[-1]))
        return names[names.index(value)]

    return read


def whole(least: int, most: int) -> Read[int]:
    """A whole number within bounds."""

    def read(value: object) -> int:
        with suppress(ValueError):
            number = int(value) if isinstance(value, str) else value
            if isinstance(number, int) and not isinstance(number, bool) and least <= number <= most:
                return number
        raise Unfit(F_("write a whole number from {least} to {most}", least=least, most=most))

    return read


def yes_or_no(value: object) -> bool:
    """True or false."""
    found = _WORDS.get(value.strip().lower()) if isinstance(value, str) else value
    if not isinstance(found, bool):
        raise Unfit(F_("write true or false"))
    return found


def text(value: object) -> str:
    """Any text that can be written down: half of a pair of surrogates cannot."""
    if not isinstance(value, str) or any("\ud800" <= char <= "\udfff" for char in value):
        raise Unfit(F_("write a text in quotes"))
    return value


def folder(value: object) -> Path:
    """The path of a folder."""
    return value if isinstance(value, Path) else Path(text(value))


def day(value: object) -> date:
    """A day."""
    with suppress(ValueError):
        found = date.fromisoformat(value) if isinstance(value, str) else value
        if isinstance(found, date) and not isinstance(found, datetime):
            return found
    raise Unfit(F_("write a day such as 2027-01-15"))


def clock_time(value: object) -> time:
    """A time of day; a time zone has no place on the learner's own clock."""
    with suppress(ValueError):
        found = time.fromisoformat(value.strip().rjust(len("04:00"), "0")) if isinstance(value, str) else value
        if isinstance(found, time) and not found.tzinfo:
            return found
    raise Unfit(F_('write a time of day such as "04:00"'))


def several(read: Read[Value]) -> Read[tuple[Value, ...]]:
    """A list of them."""

    def all_(value: object) -> tuple[Value, ...]:
        if not isinstance(value, list | tuple):
            raise Unfit(F_("write a list in brackets"))
        return tuple(_inside(str(place), read, one) for place, one in enumerate(value))

    return all_


def named(read: Read[Value]) -> Read[Mapping[str, Value]]:
    """A table of them, by names."""

    def all_(value: object) -> dict[str, Value]:
        if not isinstance(value, Mapping):
            raise Unfit(F_("write a table"))
        return {text(name): _inside(text(name), read, one) for name, one in value.items()}

    return all_


def plain(value: object) -> Any:
    """A value as JSON has it. A secret stays one."""
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if isinstance(value, Mapping):
        return {name: plain(one) for name, one in value.items()}
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value) if isinstance(value, str | Path | Secret) else value


def problem(error: Unfit) -> str:
    """What is wrong with a setting, and which it is."""
    return F_("`{name}`: {what}", name=error.inside, what=error) if error.inside else str(error)


def _inside(name: str, read: Read[Value], value: object) -> Value:
    try:
        return read(value)
    except Unfit as error:
        raise Unfit(str(error), f".{name}{error.inside}") from None
