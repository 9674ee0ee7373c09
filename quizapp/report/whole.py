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
from quizapp.study.planning.keeping import is_to_come
from quizapp.study.planning.plan import Plan, plan
from quizapp.study.statistics.ground import Ground, ground_of
from quizapp.study.statistics.learner import learners_figures


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
    """The report at `now`, in the language in use. A day in view that has gone by is left out. Raises StoreError."""
    today = desk.pen.day(now)
    on = asked.on if asked.on and is_to_come(asked.on, today) else None
    ground = ground_of(desk.collection, since=asked.since)
    found = learners_figures(desk, now, asked.decks, None if on == today else on, asked.since, ground)
    titles = names(desk.collection, named_cards(found), asked.titles)
    kept = _plan(desk, today, on, asked, ground)
    words = [_("As of {day}.").format(day=today)]
    if asked.decks:
        words.append(_("Decks: {decks}.").format(decks=_(", ").join(map(titles.deck, asked.decks))))
    if asked.since:
        words.append(counted_since(asked.since))
    parts = [*([planned(kept, desk.settings, titles)] if kept else []), *sections(found, titles)]
    promised = kept if kept and set(kept.decks) == set(asked.decks) else None  # beside the readiness of the same cards
    return Report(_("Learning progress"), words, headline(found, promised), parts)


def counted_since(day: date) -> str:
    """What it means that answers count from a day on."""
    said = _(
        "Answers from {day} on are counted. The streak, readiness, the plan, what comes and where cards stand are told "
        "as they are today."
    )
    return said.format(day=day)


def _plan(desk: Desk, today: date, on: date | None, asked: Asked, ground: Ground) -> Plan | None:
    """The plan that is kept, if nothing but decks that are asked for is in it; `ground` is what is known."""
    decks = desk.settings.interview_decks
    within = not asked.decks or (decks and set(decks) <= set(asked.decks))
    if on is None or on != desk.settings.interview or not within:
        return None
    return plan(desk.collection, desk.settings, today, on, decks, ground=ground)
