"""Choices about learning, which a learner means for all machines: they travel in the headers of the machines' files.

Of each the newest holds everywhere. Language, looks, folders and keys stay a machine's own.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from pydantic import AwareDatetime, BaseModel, ConfigDict, StringConstraints, ValidationError

from quizapp.config import PLAN, Configured, Settings
from quizapp.setting import Unfit

TOGETHER: Mapping[str, tuple[str, ...]] = {
    "interview": PLAN,
    **{key: (key,) for key in ("new_per_day", "reviews_per_day", "order", "grades", "suspend_leeches")},
    "day_starts_at": ("day_starts_at",),
}
"""The settings that travel. A plan is several that make sense together only."""
_LONGEST = 10_000
_LAST = datetime(2200, 1, 1, tzinfo=UTC)
_MOMENT = timedelta(microseconds=1)


class Chosen(BaseModel):
    """What was chosen, when and on which device. A value is None where a choice was taken back."""

    model_config = ConfigDict(frozen=True)

    values: Mapping[str, Any]
    at: AwareDatetime
    device: Annotated[str, StringConstraints(max_length=200)]

    @property
    def order(self) -> tuple[datetime, str, str]:
        """The last one in this order holds: on every machine the same."""
        return self.at, json.dumps(self.values, sort_keys=True), self.device


Choices = Mapping[str, Chosen]
"""By the names in TOGETHER. What nobody ever chose is missing."""


def read(kept: Any) -> dict[str, Chosen]:
    """The choices in plain data, as far as they make sense to this program."""
    return dict(_sound(kept)) if isinstance(kept, Mapping) else {}


def as_data(choices: Choices) -> dict[str, Any]:
    """Choices as plain data."""
    return {name: chosen.model_dump(mode="json") for name, chosen in choices.items()}


def newest(*all_: Choices) -> dict[str, Chosen]:
    """Of each choice the newest."""
    found: dict[str, Chosen] = {}
    for name, chosen in (pair for choices in all_ for pair in choices.items()):
        if name not in found or found[name].order < chosen.order:
            found[name] = chosen
    return found


def made(configured: Configured) -> dict[str, Any]:
    """The choices made in the program, as plain data, as far as they make sense to it."""
    plain = configured.settings.plain()
    return {key: plain[key] for key, origin in configured.origins.items() if origin == "choice"}


def free(configured: Configured) -> list[str]:
    """The names of what this machine's settings file leaves open: what is written there is meant for this one."""
    return [name for name, keys in TOGETHER.items() if all(configured.origins[key] != "file" for key in keys)]


def noticed(before: Choices, made: Mapping[str, Any], names: Iterable[str], device: str, now: datetime) -> Choices:
    """The choices known `before`, and what was chosen here since: `made` is what holds. Only `names` are looked at.

    What is chosen here is newer than what it replaces, whatever the clocks say.
    """
    found = dict(before)
    for name in names:
        known, values = before.get(name), _values(name, made)
        if values != (known.values if known else _values(name, {})):
            found[name] = Chosen(values=values, at=max(now, known.at + _MOMENT) if known else now, device=device)
    return found


def _values(name: str, made: Mapping[str, Any]) -> dict[str, Any]:
    return {key: made.get(key) for key in TOGETHER[name]}


def _sound(kept: Mapping[str, Any]) -> Iterator[tuple[str, Chosen]]:
    for name in TOGETHER:
        with suppress(ValidationError, Unfit):
            chosen = Chosen.model_validate(kept.get(name))
            said = {key: value for key, value in _values(name, chosen.values).items() if value is not None}
            plain = Settings(**said).plain()
            values = _values(name, {key: plain[key] for key in said})
            if chosen.at < _LAST and len(json.dumps(values)) < _LONGEST:
                yield name, chosen.model_copy(update={"values": values})
