"""A report: everything that is told of a learner on a day, whatever it is written in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from quizapp.i18n import _
from quizapp.language import Language
from quizapp.report.charts import Section
from quizapp.report.headline import Figure, headline
from quizapp.report.names import names
from quizapp.report.sections import named_cards, sections
from quizapp.report.sections.planned import planned
from quizapp.study.opening import Desk
from quizapp.study.planning.keeping import LONGEST
from quizapp.study.planning.plan import Plan, plan
from quizapp.study.statistics.whole import statistics


@dataclass(frozen=True)
class Asked:
    """What a report is to tell: `decks` by their ids, all where there are none; answers from `since` on; a day in view.

    `titles` is the language in which decks, topics and cards are called.
    """

    titles: Language
    decks: tuple[str, ...] = ()
    since: date | None = None
    on: date | None = None


@dataclass(frozen=True)
class Report:
    """A report in words and charts. `words` say what it is about."""

    title: str
    words: Sequence[str]
    figures: Sequence[Figure]
    sections: Sequence[Section]


def report(desk: Desk, now: datetime, asked: Asked) -> Report:
    """The report at `now`, in the language in use. A day in view that has come is left out. Raises StoreError."""
    today = desk.pen.day(now)
    on = asked.on if asked.on and 0 < (asked.on - today).days <= LONGEST else None
    starts_at = desk.settings.day_starts_at
    found = statistics(desk.collection, now, asked.decks, on, starts_at=starts_at, since=asked.since)
    titles = names(desk.collection, named_cards(found), asked.titles)
    kept = _plan(desk, today, on, asked)
    words = [_("As of {day}.").format(day=today)]
    if asked.decks:
        words.append(_("Decks: {decks}.").format(decks=_(", ").join(map(titles.deck, asked.decks))))
    if asked.since:
        said = _(
            "Answers from {day} on are counted. The streak, readiness, the plan, what comes and where cards stand are "
            "told as they are today."
        )
        words.append(said.format(day=asked.since))
    parts = [*([planned(kept, desk.settings)] if kept else []), *sections(found, titles)]
    return Report(_("Learning progress"), words, headline(found, kept), parts)


def _plan(desk: Desk, today: date, on: date | None, asked: Asked) -> Plan | None:
    """The plan that is kept, if nothing but decks that are asked for is in it."""
    decks = desk.settings.interview_decks
    within = not asked.decks or (decks and set(decks) <= set(asked.decks))
    if on is None or on != desk.settings.interview or not within:
        return None
    return plan(desk.collection, today, on, decks)
