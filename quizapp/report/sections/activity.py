"""What was done: today, over a year, by the hour, and the time it took."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from math import sqrt

from quizapp.i18n import _, ngettext
from quizapp.report.charts import SIGNS, Bar, Bars, HeatMap, Section
from quizapp.report.names import Names
from quizapp.report.weeks import weeks
from quizapp.study.statistics.figures import DayFigures, Share, Statistics
from quizapp.wording import answers, cards, duration, number, of_asked, percent

LEVELS = 4


def today(figures: Statistics) -> Section:
    """What was done today, and what still waits."""
    done = figures.today
    words = []
    if done.answers:
        new = ngettext("{n} new card", "{n} new cards", done.new).format(n=number(done.new))
        said = _("{answers} in {time}, {new}.")
        words.append(said.format(answers=answers(done.answers), time=duration(done.seconds), new=new))
        if done.reviews.asked:
            words.append(_("Recalled among reviews: {share}.").format(share=of_asked(done.reviews)))
    else:
        words.append(_("Nothing answered yet."))
    words.append(_still_due(figures))
    definition = _(
        "Today begins when your day does (day_starts_at). Every answer counts, practice too; an answer that was "
        "undone does not. Reviews are defined under Retention. What is due and does not come today, for the limit "
        "(reviews_per_day), because a card's reverse comes or because you buried it, waits for the next days."
    )
    return Section("today", _("Today"), words, definition)


def year(figures: Statistics) -> Section:
    """A year of days, and the streak."""
    last = figures.today.day
    shown = [found for found in figures.days if weeks(last)[0] <= found.day <= last]
    bounds = level_bounds(shown)
    levels = {found.day: bisect_left(bounds, found.answers) + 1 for found in shown}
    streak, total = figures.streak, sum(found.answers for found in figures.days)
    words = [
        _("Streak: {now}; the longest: {longest}.").format(now=_days(streak.now), longest=_days(streak.longest)),
        _("Answered on {days}; {answers} in all.").format(days=_days(streak.days), answers=answers(total)),
    ]
    counts = {found.day: found.answers for found in shown}
    legend = _legend(bounds, max(counts.values())) if counts else {}
    signs = "   ".join(f"{SIGNS[level]} {answered}" for level, answered in legend.items())
    signs = signs and _("Answers a day: {levels}").format(levels=signs)
    words += [signs] if signs else []
    definition = _(
        "A sign is a day, a column a week from Monday to Sunday. The days of this year that have answers are "
        "parted into four groups of about the same size. A streak is days in a row with at least one answer; today"
        " does not break it before it is over."
    )
    chart = HeatMap(_("Answers a day"), levels, last, counts, legend, signs)
    return Section("year", _("The year"), words, definition, [chart])


def hours(figures: Statistics) -> Section:
    """Grades by the hour of the clock."""
    asked = {hour: share for hour, share in enumerate(figures.hours) if share.asked}
    bars = [Bar(f"{hour:02}–{(hour + 1) % 24:02}", share.share or 0, of_asked(share)) for hour, share in asked.items()]
    words = [] if bars else [_("Nothing answered yet.")]
    if len(asked) > 1:
        words.append(_best_hour(asked))
    definition = _(
        "Answers graded Hard or better, by the hour at which they were given, by the clock here and now. All "
        "answers that count for the schedule are taken, those of new cards too. An hour stands out where chance "
        "would hardly make it so: Wilson's interval around its share, three standard deviations wide, lies above the "
        "share of all answers."
    )
    charts = [Bars(_("Recalled by hour"), bars, whole=1)] if bars else []
    return Section("hours", _("By the hour"), words, definition, charts)


def spent(figures: Statistics, names: Names) -> Section:
    """Time spent on cards."""
    time = figures.time
    words = [_("In all: {time}.").format(time=duration(time.total))]
    if time.a_day is not None and time.an_answer is not None:
        said = _("On a day with answers: {day}; the median answer takes {answer}.")
        words.append(said.format(day=duration(time.a_day), answer=duration(time.an_answer)))
    definition = _(
        "From when a card is shown until it is graded; a minute without a key counts as away. The day is the mean "
        "of the days with answers. Answers brought from elsewhere without a time are left out."
    )
    found = sorted(time.decks.items(), key=lambda deck: -deck[1])
    bars = [Bar(names.deck(deck), seconds, duration(seconds)) for deck, seconds in found]
    return Section("time", _("Time"), words, definition, [Bars(_("Time by deck"), bars)] if bars else [])


def level_bounds(days: Sequence[DayFigures]) -> list[int]:
    """The most answers of the first three levels: quarters of the days that have any, fewer where days are alike."""
    counts = sorted(found.answers for found in days)
    return [counts[(len(counts) * quarter - 1) // LEVELS] for quarter in range(1, LEVELS)] if counts else []


_DEVIATIONS = 3
"""Of 24 hours one lies two standard deviations apart by chance alone."""


def _best_hour(asked: Mapping[int, Share]) -> str:
    """The hour that is better than the whole day, if one certainly is."""
    whole = Share(
        asked=sum(share.asked for share in asked.values()), recalled=sum(share.recalled for share in asked.values())
    )
    best = max(asked, key=lambda hour: (_at_least(asked[hour]), -hour))
    if _at_least(asked[best]) <= (whole.share or 0):
        return _("No hour stands out.")
    said = _("You recall most in the hour from {hour}: {share}, on the whole {whole}.")
    return said.format(hour=f"{best:02}:00", share=of_asked(asked[best]), whole=percent(whole.share or 0))


def _at_least(found: Share) -> float:
    """The lower end of Wilson's score interval (1927): what the share hardly is below, given how many were asked."""
    n, share, z = found.asked, found.share or 0, _DEVIATIONS
    return (share + z * z / (2 * n) - z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))) / (1 + z * z / n)


def _legend(bounds: Sequence[int], most: int) -> dict[int, str]:
    """Which level stands for how many answers; one that no day can have is left out."""
    found, least = {0: "0"}, 1
    for level, up_to in enumerate([*bounds, most], start=1):
        if up_to >= least:
            found[level] = number(least) if up_to == least else f"{number(least)}–{number(up_to)}"
            least = up_to + 1
    return found


def _still_due(figures: Statistics) -> str:
    """What still waits: what comes, as home tells it, and all that is due, where that is more."""
    if figures.coming is None or figures.coming >= figures.due:
        return _("Still due today: {cards}.").format(cards=cards(figures.due))
    said = _("Still to come today: {coming}; {due} are due in all.")
    if figures.reviews_per_day is not None:
        said = _("Still to come today: {coming}, by your limit of {limit} a day; {due} are due in all.")
    limit = number(figures.reviews_per_day or 0)
    return said.format(coming=cards(figures.coming), limit=limit, due=number(figures.due))


def _days(count: int) -> str:
    return ngettext("{n} day", "{n} days", count).format(n=number(count))
