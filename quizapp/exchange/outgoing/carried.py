"""What a format holds of a card's past: notes as they are in it, and how much stays behind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizapp.exchange.notes import Note, Past, Told
from quizapp.i18n import ngettext
from quizapp.wording import number


@dataclass(frozen=True)
class Holds:
    """What a format has a place for, beside the text of cards."""

    answers: bool = False
    schedules: bool = False
    suspended: bool = False
    pictures: bool = False


NOTHING = Holds()
"""Text alone."""


@dataclass(frozen=True)
class Amount:
    """How much past there is."""

    answers: int
    schedules: int
    suspended: int


def amount_of(notes: Sequence[Note]) -> Amount:
    """The past of notes, both directions of each."""
    pasts = [past for note in notes for past in (note.past, note.backwards)]
    return Amount(
        answers=sum(len(past.answers) for past in pasts),
        schedules=sum(past.memory is not None for past in pasts),
        suspended=sum(past.suspended for past in pasts),
    )


def carried(notes: Sequence[Note], holds: Holds) -> tuple[Note, ...]:
    """The notes with as much of their past as the format holds."""
    if holds.answers and holds.schedules and holds.suspended:
        return tuple(notes)
    return tuple(replace(note, past=_kept(note.past, holds), backwards=_kept(note.backwards, holds)) for note in notes)


def left_behind(notes: Sequence[Note], holds: Holds, name: str) -> Iterator[Told]:
    """How much of the past of these notes a format, which is called `name`, does not hold."""
    there = amount_of(notes)
    answers = ngettext(
        "{n} answer stays behind: the format has no place for it",
        "{n} answers stay behind: the format has no place for them",
        there.answers,
    )
    schedules = ngettext(
        "{n} schedule stays behind: the format has no place for it",
        "{n} schedules stay behind: the format has no place for them",
        there.schedules,
    )
    suspended = ngettext(
        "{n} card that is suspended here will be asked there",
        "{n} cards that are suspended here will be asked there",
        there.suspended,
    )
    amounts = [
        (there.answers, holds.answers, answers),
        (there.schedules, holds.schedules, schedules),
        (there.suspended, holds.suspended, suspended),
    ]
    for count, is_held, what in amounts:
        if count and not is_held:
            yield Told(name, what.format(n=number(count)))


def _kept(past: Past, holds: Holds) -> Past:
    return replace(
        past,
        answers=past.answers if holds.answers else (),
        memory=past.memory if holds.schedules else None,
        suspended=past.suspended and holds.suspended,
    )
