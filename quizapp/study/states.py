"""The state of a card, in a word and in a sentence."""

from datetime import date

from quizapp.i18n import _, ngettext
from quizapp.scheduling.fold import Standing
from quizapp.wording import N_, interval

WORDS = {
    "new": N_("new"),
    "due": N_("due"),
    "later": N_("later"),
    "buried": N_("buried"),
    "suspended": N_("suspended"),
}


def state_of(standing: Standing | None, today: date) -> str:
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


def state_in_words(standing: Standing, today: date) -> str:
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
