"""The learner's choices about learning, held against what the shared folder says of them."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

from quizapp.config import configured
from quizapp.errors import UsageError
from quizapp.study.merging.choices import Choices, Chosen, as_data, free, made, newest, noticed, read
from quizapp.study.opening import Desk


class SharedChoices:
    """Once through the folder's choices.

    `known` are the newest of all that machines said and what was chosen here, `taken_over` those of others that hold
    here now.
    """

    def __init__(self, desk: Desk, now: datetime) -> None:
        self._desk = desk
        self._now = now
        self.known: Choices = {}
        self.taken_over: Choices = {}

    def meet(self, theirs: Choices) -> None:
        """Takes over what is newer. A machine that shares for the first time takes what others chose already.

        What this machine's settings file says is kept apart: once it says so no more, what others chose holds.
        """
        self._look_again()
        collection, open_, here = self._desk.collection, free(self._desk.configured), made(self._desk.configured)
        kept = collection.chosen()
        before = theirs if kept is None else read(kept)
        names = [name for name in open_ if kept is not None or name not in theirs]
        self.known = newest(noticed(before, here, names, collection.device, self._now), theirs)
        holding = {name: self.known[name] for name in open_ if name in self.known}
        self.taken_over = dict(_not_here(holding, here))
        if kept != (after := as_data(holding)):
            collection.keep_chosen(after, dict(_values(self.taken_over.values())))
            self._look_again()

    def unsaid(self, theirs: Choices) -> bool:
        """True if something is known here that the folder does not say."""
        return any(theirs.get(name) != chosen for name, chosen in self.known.items())

    def _look_again(self) -> None:
        """Another program may have chosen meanwhile, on this very collection: what held before is no choice of now."""
        with suppress(UsageError):  # the settings file was spoilt since: until it is mended, what it said holds
            self._desk.configured = configured(self._desk.places.config_file, self._desk.collection.settings())


def _not_here(choices: Choices, here: Mapping[str, Any]) -> Iterator[tuple[str, Chosen]]:
    """What of choices holds not yet."""
    for name, chosen in choices.items():
        if other := {key: value for key, value in chosen.values.items() if here.get(key) != value}:
            yield name, chosen.model_copy(update={"values": other})


def _values(choices: Iterable[Chosen]) -> Iterator[tuple[str, Any]]:
    return (pair for chosen in choices for pair in chosen.values.items())
