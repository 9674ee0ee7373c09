"""How well cards are kept in mind: retention, and grades."""

from quizapp.i18n import _
from quizapp.report.charts import Bar, Bars, Section
from quizapp.report.names import Names
from quizapp.scheduling.grades import Grade, Scale
from quizapp.study.statistics.figures import IntervalShare, Statistics
from quizapp.wording import answers, grade_name, of_asked, percent

_MONTHS = 12


def retention(figures: Statistics, names: Names) -> Section:
    """The share recalled: all in all, by interval, by month, by deck."""
    found = figures.retention
    definition = _(
        "Reviews are cards that had been recalled on an earlier day, and not left to be asked again on it: the first "
        "answer of the day counts, practice does not. Retention is the share of them graded Hard or better. An "
        "interval is what the schedule had set before the answer; from 21 days on a card is mature."
    )
    if not found.all.asked:
        words = [_("No reviews yet: a card is reviewed from the day after it was recalled.")]
        return Section("retention", _("Retention"), words, definition)
    words = [
        _("Recalled: {share}.").format(share=of_asked(found.all)),
        _("Young cards: {young}; mature ones: {mature}.").format(
            young=of_asked(found.young), mature=of_asked(found.mature)
        ),
    ]
    months = list(found.months.items())[-_MONTHS:]
    intervals = [(_days(part), part.reviews) for part in found.intervals]
    decks = [(names.deck(deck), share) for deck, share in found.decks.items()]
    charts = [
        Bars(title, [Bar(label, share.share or 0, of_asked(share)) for label, share in parts if share.asked], whole=1)
        for title, parts in (
            (_("Recalled by interval"), intervals),
            (_("Recalled by month"), months),
            (_("Recalled by deck"), decks),
        )
    ]
    return Section("retention", _("Retention"), words, definition, charts)


def grades(figures: Statistics) -> Section:
    """How often each grade was given."""
    total = sum(figures.grades.values())
    given = {Grade(grade): times for grade, times in figures.grades.items() if times}
    scale = Scale.FOUR if {*given} <= {*Scale.FOUR.grades} else Scale.SIX
    bars = [
        Bar(
            grade_name(grade, scale),
            given.get(grade, 0),
            f"{percent(given.get(grade, 0) / total)}   {answers(given.get(grade, 0))}",
        )
        for grade in scale.grades
        if total
    ]
    definition = _("All answers that count for the schedule, by their grade; those of new cards too, practice not.")
    words = [] if total else [_("Nothing answered yet.")]
    return Section("grades", _("Grades"), words, definition, [Bars(_("Answers by grade"), bars)] if bars else [])


def _days(part: IntervalShare) -> str:
    if part.last is None:
        return _("{days} and more").format(days=_("{n}d").format(n=part.first))
    return _("{n}d").format(n=part.first if part.first == part.last else f"{part.first}–{part.last}")
