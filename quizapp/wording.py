"""Days, durations and numbers in the language in use."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from quizapp.i18n import _, ngettext
from quizapp.scheduling.grades import Grade, Scale
from quizapp.scheduling.log import What
from quizapp.scheduling.memory import Memory

_MONTH, _YEAR = 30.44, 365.25


class Asked(Protocol):
    """Cards that were asked, and the share of them (0 to 1) that was recalled; None where none was asked."""

    @property
    def asked(self) -> int:
        """How many."""
        ...

    @property
    def share(self) -> float | None:
        """How many of them, from 0 to 1."""
        ...


def interval(days: int) -> str:
    """Days as `15d`, months from two on as `8mo`, years as `1.6y`."""
    if days < 60:
        return _("{n}d").format(n=days)
    if days < _YEAR:
        return _("{n}mo").format(n=round(days / _MONTH))
    return _("{n}y").format(n=f"{days / _YEAR:.1f}".removesuffix(".0"))


def outlook(memory: Memory) -> str:
    """What a grade does: `today`, `today, 15d` or `15d`."""
    if memory.interval == 0:
        return _("today")
    if memory.unsettled:
        return _("today, {interval}").format(interval=interval(memory.interval))
    return interval(memory.interval)


def grade_name(grade: Grade, scale: Scale) -> str:
    """What a grade is called on a scale of keys, or on the long one where the scale does not have it."""
    return _((_FOUR if grade in scale.grades and scale is Scale.FOUR else _SIX)[grade])


def what_name(what: What) -> str:
    """What happened to a card, in a word."""
    return _(_WHAT[what])


def leech(card: str, suspended: bool) -> str:
    """What to do about a card that was forgotten too often: it is named, for the next one is shown already."""
    if suspended:
        return _("{card} was forgotten 8 times and is suspended now. Reword it or split it.").format(card=card)
    return _("{card} was forgotten 8 times: a leech. Reword it or split it.").format(card=card)


def answered_elsewhere() -> str:
    """Why an answer was not kept: another program, or another machine's log, was quicker."""
    return _("This card was answered elsewhere in the meantime: that answer counts, this one was not kept.")


def duration(seconds: float) -> str:
    """`40 s`, `14 min` or `1 h 20 min`."""
    if round(seconds) < 60:
        return _("{n} s").format(n=round(seconds))
    minutes = round(seconds / 60)
    if minutes < 60:
        return _("{n} min").format(n=minutes)
    return _("{h} h {m} min").format(h=minutes // 60, m=minutes % 60)


def number(count: int) -> str:
    """Thousands set apart by a thin space."""
    return f"{count:,}".replace(",", "\u202f")


def nothing_waits(due_after: date | None) -> str:
    """Said where a session would have no card: one that practises what comes only after a day, or any other."""
    if due_after is None:
        return _("Nothing waits here today.")
    return _("No card comes only after {day}.").format(day=due_after.isoformat())


def labelled(name: str, value: str) -> tuple[str, str]:
    """A name with the colon of its language, and the value: `Due: ` and `tomorrow`."""
    return _("{name}: ").format(name=name), value


def answers(count: int) -> str:
    """`1 answer`, `2 answers`."""
    return ngettext("{n} answer", "{n} answers", count).format(n=number(count))


def cards(count: int) -> str:
    """`1 card`, `2 cards`."""
    return ngettext("{n} card", "{n} cards", count).format(n=number(count))


def percent(share: float) -> str:
    """A share of 0 to 1 as `87%`: all only where it is all, none only where it is none."""
    rounded = round(share * 100)
    return f"{min(max(rounded, 1), 99) if 0 < share < 1 else rounded}%"


def of_asked(found: Asked) -> str:
    """`87% of 412`, or a dash where nothing was asked."""
    if found.share is None:
        return "–"
    return _("{share} of {asked}").format(share=percent(found.share), asked=number(found.asked))


def N_(message: str) -> str:  # noqa: N802  the name that message extraction knows
    """Marks a message that is translated later, where it is shown."""
    return message


_FOUR: Mapping[Grade, str] = {
    Grade.AGAIN: N_("Again"),
    Grade.HARD: N_("Hard"),
    Grade.GOOD: N_("Good"),
    Grade.EASY: N_("Easy"),
}
_SIX: Mapping[Grade, str] = {
    Grade.BLACKOUT: N_("Blank"),
    Grade.AGAIN: N_("Wrong"),
    Grade.ALMOST: N_("Almost"),
    Grade.HARD: N_("Hard"),
    Grade.GOOD: N_("Good"),
    Grade.EASY: N_("Easy"),
}
_WHAT: Mapping[What, str] = {
    What.ANSWER: N_("answer"),
    What.PRACTICE: N_("practice"),
    What.IMPORTED: N_("imported"),
    What.LEARNED: N_("schedule taken over"),
    What.SUSPEND: N_("suspended"),
    What.RESUME: N_("resumed"),
    What.BURY: N_("buried"),
    What.RESET: N_("reset"),
    What.UNDO: N_("undo"),
}
