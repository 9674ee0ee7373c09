"""A plan told: what to begin each day, the load that it means, what does not fit."""

from collections.abc import Sequence
from datetime import date
from math import ceil

from quizapp.config import Settings
from quizapp.i18n import _, ngettext
from quizapp.report.charts import Columns, Section
from quizapp.report.labels import monthly, weekly
from quizapp.report.names import Names
from quizapp.study.planning.daily import LAST_DAYS
from quizapp.study.planning.load import DayLoad
from quizapp.study.planning.plan import Plan
from quizapp.study.planning.progress import Kept
from quizapp.wording import cards, duration, number, percent

_WEEK = 7
_MOST_DAYS = 53
"""Beyond so many days a column is a week."""


def planned(plan: Plan, settings: Settings, names: Names, practising: str = "") -> Section:
    """The plan for a day, and whether it is kept; `practising` is the key for that, a command where there is none."""
    practising = practising or f"`quizapp review --due-after {plan.by.isoformat()}`"
    words = [*_what(plan, settings), *_load(plan, settings, practising), *_whether_kept(plan, settings, names)]
    charts = [_columns(plan.days)] if any(day.cards for day in plan.days) else []
    return Section("plan", _title(plan.by, plan.decks, names), words, _definition(), charts)


def over(settings: Settings, names: Names) -> Section:
    """The plan that is kept, where its day has gone by: new cards come as usual."""
    assert settings.interview is not None, "a plan is kept"
    words = [_("The day is over, and new cards come as usual: name another one, or drop the plan.")]
    return Section("plan", _title(settings.interview, settings.interview_decks, names), words, _definition())


def _definition() -> str:
    return _(
        "New cards are spread evenly over the days from today to two days before the day, so that each is repeated at "
        "least once; a missed day makes the others fuller. A day has no fewer of them than usual (new_per_day), unless "
        "you want at most so many; new cards of other decks come where these leave room. What is due is expected from "
        "the schedule: cards recalled as often as your own reviews tell (see Readiness) go on to longer intervals, "
        "the others begin again; what your limit of reviews does not let through waits for the next day. Reviews of "
        "other decks are not counted. In the last week a card and its reverse may come on one day. Cards that come "
        "only after the day can be practised in the last days, the least known first, without a change of their "
        "schedule."
    )


def _title(by: date, decks: Sequence[str], names: Names) -> str:
    title = _("The plan for {day}").format(day=by.isoformat())
    return _("{title}: {decks}").format(title=title, decks=_called(decks, names)) if decks else title


def _called(decks: Sequence[str], names: Names) -> str:
    return _(", ").join(map(names.deck, decks)) or _("all decks")


def _what(plan: Plan, settings: Settings) -> list[str]:
    if not plan.cards:
        return [_("No cards are in these decks.") if plan.decks else _("No cards yet.")]
    if plan.is_today:
        return [
            _("Today is the day. {cards}, {unseen} of them not seen.").format(
                cards=cards(plan.cards), unseen=number(plan.unseen)
            )
        ]
    said = _("{cards}, {unseen} of them not seen yet; days left: {days}.")
    words = [said.format(cards=cards(plan.cards), unseen=number(plan.unseen), days=number(len(plan.days)))]
    if plan.enough and plan.last_beginning:  # none is enough where it is too late
        words.append(_new_today(plan, plan.last_beginning, settings))
    if plan.left_out:
        said = ngettext(
            "{n} card does not fit: it would not be repeated before the day.",
            "{n} cards do not fit: they would not be repeated before the day.",
            plan.left_out,
        )
        words.append(said.format(n=number(plan.left_out)))
    if plan.left_out and plan.most is not None and plan.enough > plan.most:
        said = _("You want at most {most} new ones a day; {enough} would be enough for all.")
        words.append(said.format(most=number(plan.most), enough=number(plan.enough)))
    return words


def _new_today(plan: Plan, last: date, settings: Settings) -> str:
    begun = _(" ({n} of them begun)").format(n=number(plan.begun)) if plan.begun else ""
    said = _("New today: {n}{begun}; the last ones on {day}, so that all are repeated.")
    if plan.enough < plan.pace:
        said = _("New today: {n}{begun}; {enough} would be enough. The last ones on {day}.")
        if plan.pace == settings.new_per_day:
            said = _("New today: {n}{begun}, as usual; {enough} would be enough. The last ones on {day}.")
    elif plan.left_out or plan.waiting:
        said = _("New today: {n}{begun}; the last ones on {day}.")
    return said.format(n=number(plan.pace), begun=begun, day=last.isoformat(), enough=number(plan.enough))


def _load(plan: Plan, settings: Settings, practising: str) -> list[str]:
    words = []
    if plan.heaviest and plan.heaviest.cards:
        mean = sum(day.cards for day in plan.days) / len(plan.days)
        said = _("About {mean} a day, {time}; most on {day}: {most}.")
        words.append(
            said.format(
                mean=cards(_whole(mean)),
                time=duration(mean * plan.seconds),
                day=plan.heaviest.day.isoformat(),
                most=number(_whole(plan.heaviest.cards)),
            )
        )
    if plan.holding_back:
        words.append(_held_back(plan.holding_back, plan.waiting, settings.reviews_per_day))
    if plan.cards and plan.days:
        said = _("On the day you would recall {kept} if you keep to it, {without} if you do nothing.")
        words.append(said.format(kept=percent(plan.chance), without=percent(plan.without)))
    if plan.cards and 0 < len(plan.days) <= LAST_DAYS:
        words.append(_("{key} practises what comes only after the day.").format(key=practising))
    if plan.cards and plan.is_today:
        words.append(_("You would recall {share} of them.").format(share=percent(plan.chance)))
    return words


def _held_back(days: Sequence[DayLoad], waiting: float, limit: int) -> str:
    said = ngettext(
        "Your limit of reviews, {limit} a day, holds cards back on {n} day, {day}.",
        "Your limit of reviews, {limit} a day, holds cards back on {n} days, first on {day}.",
        len(days),
    )
    if waiting:
        said = ngettext(
            "Your limit of reviews, {limit} a day, holds cards back on {n} day, {day}; {left} still wait in the end: a "
            "higher limit lets them come, or a plan for fewer decks.",
            "Your limit of reviews, {limit} a day, holds cards back on {n} days, first on {day}; {left} still wait in "
            "the end: a higher limit lets them come, or a plan for fewer decks.",
            len(days),
        )
    left = number(round(waiting))
    return said.format(limit=number(limit), n=number(len(days)), day=days[0].day.isoformat(), left=left)


def _whether_kept(plan: Plan, settings: Settings, names: Names) -> list[str]:
    if not plan.is_kept:
        if plan.is_today:
            return []
        if settings.interview is not None:
            return [_another(settings.interview, settings, names)]
        usual = number(settings.new_per_day)
        return [_("You do not follow this plan yet: new cards come as usual, {n} a day.").format(n=usual)]
    told = _("You follow this plan: as many new cards come each day as it takes, {n} at least.")
    if plan.most is not None:
        told = _("You follow this plan: as many new cards come each day as it takes, {most} at most.")
    told = told.format(n=number(settings.new_per_day), most=number(plan.most or 0))
    words = [] if plan.is_today else [told]
    return [*words, *_so_far(plan.kept, plan)] if plan.kept and plan.kept.planned else words


def _another(day: date, settings: Settings, names: Names) -> str:
    told = _("Another plan is kept: {day}, {decks}.")
    if settings.interview_most is not None:
        told = _("Another plan is kept: {day}, {decks}, at most {most} new cards a day.")
    decks, most = _called(settings.interview_decks, names), number(settings.interview_most or 0)
    return told.format(day=day.isoformat(), decks=decks, most=most)


def _so_far(kept: Kept, plan: Plan) -> list[str]:
    said = _("New cards from {since} until yesterday: {begun} of {planned} planned.")
    told = said.format(since=kept.since.isoformat(), begun=number(kept.begun), planned=number(kept.planned))
    if not kept.behind or plan.is_today:
        return [told]
    days = round(kept.days_behind)
    said = ngettext(
        "You are about {n} day behind; the days left make up for it.",
        "You are about {n} days behind; the days left make up for it.",
        days,
    )
    if plan.left_out or plan.waiting:
        said = ngettext("You are about {n} day behind.", "You are about {n} days behind.", days)
    return [told, said.format(n=number(days)) if days else _("You are less than a day behind.")]


def _columns(days: Sequence[DayLoad]) -> Columns:
    step = _WEEK if len(days) > _MOST_DAYS else 1
    parts = [days[start : start + step] for start in range(0, len(days), step)]
    begun = [part[0].day for part in parts]
    labels = weekly(begun) if step == 1 else monthly(begun)
    title = _("Cards by week, new ones among them") if step == _WEEK else _("Cards by day, new ones among them")
    values = [_whole(sum(day.cards for day in part)) for part in parts]
    new = [sum(day.new for day in part) for part in parts]
    return Columns(title, values, labels, [*map(str, begun)], marked=new, legend=(_("new"), _("reviews")))


def _whole(expected: float) -> int:
    """Cards that are expected, rounded up; sums of fractions are a hair off."""
    return ceil(round(expected, 6))
