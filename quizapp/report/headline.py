"""The few figures that a report begins with."""

from dataclasses import dataclass
from datetime import date

from quizapp.i18n import _, ngettext
from quizapp.study.planning.plan import Plan
from quizapp.study.statistics.figures import Readiness, Statistics
from quizapp.wording import duration, number, percent


@dataclass(frozen=True)
class Figure:
    """A figure told at a glance: its name, its number, and what it rests on."""

    name: str
    value: str
    beside: str = ""


def headline(figures: Statistics, plan: Plan | None = None) -> list[Figure]:
    """Streak, retention, readiness, cards and answers; what a plan for the same decks promises, where there is one."""
    streak, kept, found = figures.streak, figures.retention.all, figures.maturity
    cards = found.new + found.learning + found.young + found.mature + found.suspended
    told = _("{mature} mature, {new} new").format(mature=number(found.mature), new=number(found.new))
    total = sum(day.answers for day in figures.days)
    return [
        Figure(_("Streak"), _days(streak.now), _("the longest: {days}").format(days=_days(streak.longest))),
        Figure(_("Retention"), "–" if kept.share is None else percent(kept.share), _reviews(kept.asked)),
        Figure(_("Readiness"), percent(figures.ready.today), _later(figures.ready, figures.on, plan)),
        Figure(_("Cards"), number(cards), told),
        Figure(_("Answers"), number(total), _("in {time}").format(time=duration(figures.time.total))),
    ]


def _later(ready: Readiness, on: date | None, plan: Plan | None) -> str:
    if plan is not None and not plan.is_today:
        return _("by the plan {share} on {day}").format(share=percent(plan.chance), day=plan.by)
    if on is not None and ready.on is not None:
        return _("{share} on {day}, if nothing is done").format(share=percent(ready.on), day=on)
    return ""


def _days(count: int) -> str:
    return ngettext("{n} day", "{n} days", count).format(n=number(count))


def _reviews(count: int) -> str:
    return ngettext("of {n} review", "of {n} reviews", count).format(n=number(count))
