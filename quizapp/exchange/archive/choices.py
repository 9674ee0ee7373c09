"""Choices made in the program, as far as they are the learner's and not one machine's."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic_core import to_json

from quizapp.config import MEANINGS, Settings
from quizapp.exchange.texts.words import first_words
from quizapp.i18n import _
from quizapp.setting import Unfit
from quizapp.study.merging.choices import TOGETHER
from quizapp.study.opening import Desk
from quizapp.wording import N_

NAMES: Mapping[str, str] = {
    "language": N_("language of the cards"),
    "interface": N_("language of the program"),
    "theme": N_("colours"),
    "new_per_day": N_("new cards a day"),
    "interview": N_("day of the interview"),
    "interview_decks": N_("decks of the plan"),
    "interview_most": N_("most new cards a day for the plan"),
    "interview_since": N_("first day of the plan"),
    "reviews_per_day": N_("reviews a day"),
    "order": N_("order of the decks"),
    "grades": N_("keys for grades"),
    "day_starts_at": N_("when your day begins"),
    "suspend_leeches": N_("whether leeches are suspended"),
    "bundled": N_("whether bundled decks are shown"),
    "keys": N_("your own keys"),
}
"""What settings are called that mean the same on every machine, and let nobody in. A new one is none of them until it
stands here."""
PORTABLE = tuple(NAMES)
_WITH: Mapping[str, tuple[str, ...]] = {key: keys for keys in TOGETHER.values() for key in keys}
"""The settings that make sense together with one."""

_UNKNOWN = N_("`{key}` is no setting of this quizapp: upgrade it, if a newer one wrote the file")
_OF_A_MACHINE = N_("`{key}` belongs to one machine: write it into config.toml, if you want it on this one")
_NONSENSE = N_("`{key}` cannot be {value}: `quizapp config {key}` shows what it is here, and changes it")


@dataclass(frozen=True)
class Refused:
    """A choice that is not taken. `why` says what is wrong, and what to do: a template, in English."""

    key: str
    value: str
    why: str

    def told(self) -> str:
        """The line to tell, in the language in use."""
        return _(self.why).format(key=self.key, value=self.value)

    def __str__(self) -> str:
        return self.why.format(key=self.key, value=self.value)


@dataclass(frozen=True)
class Judged:
    """Choices of an export: those to be `taken`, as plain data, and those that make no sense here."""

    taken: Mapping[str, Any] = field(default_factory=dict)
    refused: tuple[Refused, ...] = ()


def portable(choices: Mapping[str, Any]) -> dict[str, Any]:
    """Those choices that may go along."""
    return {key: choices[key] for key in PORTABLE if key in choices}


def judged(desk: Desk, choices: Mapping[str, Any]) -> Judged:
    """What becomes of choices: of one that the learner made, in the program or in the file, nothing is taken.

    Nor of one that makes sense only together with such a one: a plan is the learner's own, or the export's.
    """
    sound, refused = dict(_sound(choices)), tuple(_refused(choices))
    ours = {key for key, origin in desk.configured.origins.items() if origin != "default"}
    free = [key for key in PORTABLE if ours.isdisjoint(_WITH.get(key, (key,)))]
    return Judged({key: sound[key] for key in free if key in sound}, refused)


def _sound(choices: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in portable(choices).items():
        found = None if value is None else _plain(key, value)
        if found is not None:
            yield key, found


def _refused(choices: Mapping[str, Any]) -> Iterator[Refused]:
    for key, value in choices.items():
        if key not in MEANINGS:
            yield Refused(key, "", _UNKNOWN)
        elif key not in PORTABLE:
            yield Refused(key, "", _OF_A_MACHINE)
        elif value is not None and _plain(key, value) is None:
            yield Refused(key, first_words(to_json(value).decode()), _NONSENSE)


def _plain(key: str, value: Any) -> Any:
    """A value as plain data; None for one that the setting cannot have, such as a number in quotes."""
    try:
        plain = Settings(**{key: value}).plain()[key]
    except Unfit:
        return None
    return plain if type(plain) is type(value) else None
