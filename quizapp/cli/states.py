"""The state of a card, in a word and in a sentence."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from quizapp.i18n import _, ngettext
from quizapp.wording import N_, interval

if TYPE_CHECKING:
    from quizapp.scheduling.fold import Standing

WORDS = {
    "new": N_("new"),
    "due": N_("due"),
    "later": N_("later"),
    "buried": N_("buried"),
    "suspended": N_("suspended"),
}


def state_of(standing: "Standing | None", today: date) -> str:
    """One of WORDS' keys."""
    if standing is None:
        return "new"
    if standing.suspended:
        return "suspended"
    if standing.buried_on(today):
        return "buried"
    if standing.introduced is None:
        return "new"
    return "due" if standing.due_on(today) else "later"


def state_as_data(standing: "Standing | None", today: date) -> Mapping[str, Any]:
    """The state as JSON has it: easiness as a number, due as a date or null, interval in days."""
    memory = standing.memory if standing else None
    return {
        "state": state_of(standing, today),
        "leech": bool(standing and standing.leech),
        "due": memory.due.isoformat() if memory and memory.due else None,
        "interval": memory.interval if memory else 0,
        "easiness": memory.easiness / 100 if memory else 2.5,
        "repetitions": memory.repetitions if memory else 0,
        "lapses": memory.lapses if memory else 0,
    }


def state_in_words(standing: "Standing", today: date) -> str:
    """The state with all numbers: `due 2026-11-24, interval 6d, easiness 2.50, 1 lapse`."""
    memory, state = standing.memory, state_of(standing, today)
    said = [] if state in ("due", "later") else [_(WORDS[state])]
    if memory.due:
        lapses = ngettext("{n} lapse", "{n} lapses", memory.lapses).format(n=memory.lapses)
        said += [
            _("due {day}").format(day=memory.due.isoformat()),
            _("interval {interval}").format(interval=interval(memory.interval)),
            _("easiness {easiness}").format(easiness=f"{memory.easiness / 100:.2f}"),
            lapses,
        ]
    return _(", ").join([*said, _("leech")] if standing.leech else said)
