"""A plan told: what to begin each day, the load that it means, what does not fit."""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from quizapp.config import Settings
from quizapp.i18n import _, ngettext
from quizapp.report.charts import Columns, Section
from quizapp.study.planning.keeping import is_kept
from quizapp.study.planning.load import DayLoad
from quizapp.study.planning.pace import last_beginning
from quizapp.study.planning.plan import Plan
from quizapp.wording import cards, duration, number, percent

_WEEK = 7
_MOST_DAYS = 53
"""Beyond so many days a column is a week."""


def planned(plan: Plan, settings: Settings) -> Section:
    """The plan for a day, and whether it is kept."""
    definition = _(
        "New cards are spread evenly over the days from today to two days before the day, so that each is repeated at "
        "least once; a missed day makes the others fuller. What is due is expected from the schedule: cards recalled "
        "as often as your own reviews tell (see Readiness) go on to longer intervals, the others begin again. Cards "
        "that come only after the day can be practised in the last days, the least known first, without a change of "
        "their schedule."
    )
    words = [*_what(plan), *_load(plan, settings), *_whether_kept(plan, settings)]
    charts = [_columns(plan.days)] if any(day.cards for day in plan.days) else []
    return Section("plan", _("The plan for {day}").format(day=plan.by.isoformat()), words, definition, charts)


def _what(plan: Plan) -> list[str]:
    if not plan.cards:
        return [_("No cards yet.")]
    said = _("{cards}, {unseen} of them not seen yet; days left: {days}.")
    told = said.format(cards=cards(plan.cards), unseen=number(plan.unseen), days=number(len(plan.days)))
    words = [told]
    if plan.pace and plan.days and last_beginning(plan.by) >= plan.days[0].day:
        begun = _(" ({n} of them begun)").format(n=number(plan.begun)) if plan.begun else ""
        said = _("New today: {n}{begun}; the last ones on {day}, so that all are repeated.")
        words.append(said.format(n=number(plan.pace), begun=begun, day=last_beginning(plan.by).isoformat()))
    if plan.left_out:
        said = ngettext(
            "{n} card does not fit: it would not be repeated before the day.",
            "{n} cards do not fit: they would not be repeated before the day.",
            plan.left_out,
        )
        words.append(said.format(n=number(plan.left_out)))
    return words


def _load(plan: Plan, settings: Settings) -> list[str]:
    words = []
    if plan.heaviest and plan.heaviest.cards:
        mean = sum(day.cards for day in plan.days) / len(plan.days)
        said = _("About {mean} a day, {time}; most on {day}: {most}.")
        words.append(
            said.format(
                mean=cards(ceil(mean)),
                time=duration(mean * plan.seconds),
                day=plan.heaviest.day.isoformat(),
                most=number(ceil(plan.heaviest.cards)),
            )
        )
    if over := plan.over(settings.reviews_per_day):
        said = ngettext(
            "On {n} day more reviews come than your limit of {limit} lets through, first on {day}.",
            "On {n} days more reviews come than your limit of {limit} lets through, first on {day}.",
            len(over),
        )
        words.append(said.format(n=len(over), limit=settings.reviews_per_day, day=over[0].day.isoformat()))
    if plan.cards and plan.days:
        said = _("On the day you would recall {kept} if you keep to it, {without} if you do nothing.")
        words.append(said.format(kept=percent(plan.chance), without=percent(plan.without)))
    return words


def _whether_kept(plan: Plan, settings: Settings) -> list[str]:
    if not is_kept(settings, plan.by, plan.decks):
        if settings.interview is not None:
            other = _(", ").join(settings.interview_decks) or _("all decks")
            return [_("Another plan is kept: {day}, {decks}.").format(day=settings.interview.isoformat(), decks=other)]
        return [_("It is not kept: new cards come as usual, {n} a day.").format(n=number(settings.new_per_day))]
    return [_("It is kept: as many new cards come each day as it takes, {n} at least.").format(n=settings.new_per_day)]


def _columns(days: Sequence[DayLoad]) -> Columns:
    step = _WEEK if len(days) > _MOST_DAYS else 1
    parts = [days[start : start + step] for start in range(0, len(days), step)]
    labels = {0: f"{days[0].day:%m-%d}"}
    for place, (before, after) in enumerate(pairwise(parts), start=1):
        if before[0].day.month != after[0].day.month:
            labels[place] = f"{after[0].day:%m-%d}"
    title = _("Cards by week, new ones among them") if step == _WEEK else _("Cards by day, new ones among them")
    values = [ceil(sum(day.cards for day in part) - 1e-9) for part in parts]
    return Columns(title, values, labels, [f"{part[0].day}" for part in parts])
