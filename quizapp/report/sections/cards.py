"""Where cards stand: maturity, easiness, leeches."""

from quizapp.i18n import _, ngettext
from quizapp.report.charts import Bar, Bars, Section
from quizapp.report.names import Names
from quizapp.scheduling.fold import LEECH_LAPSES
from quizapp.scheduling.sm2 import LEAST_EASINESS
from quizapp.study.statistics.figures import Statistics
from quizapp.wording import cards, number, percent


def maturity(figures: Statistics) -> Section:
    """Cards by where they stand."""
    found = figures.maturity
    states = [
        (_("new"), found.new),
        (_("learning"), found.learning),
        (_("young"), found.young),
        (_("mature"), found.mature),
        (_("suspended"), found.suspended),
    ]
    total = sum(count for _name, count in states)
    bars = [Bar(name, count, f"{percent(count / total)}   {cards(count)}") for name, count in states if total]
    definition = _(
        "Every card in use, once. New: never answered. Learning: forgotten or not yet recalled, or to be asked "
        "again today. Young: an interval under 21 days; mature: 21 days and more. Suspended cards count as nothing"
        " else."
    )
    words = [_("{cards} in use.").format(cards=cards(total))]
    return Section("cards", _("Cards"), words, definition, [Bars(_("Cards by state"), bars)] if bars else [])


def easiness(figures: Statistics) -> Section:
    """Cards by easiness."""
    bars = [Bar(tenth, count, cards(count)) for tenth, count in figures.easiness.items()]
    words = [
        _("A card begins at {first}; the least is {least}.").format(first="2.50", least=f"{LEAST_EASINESS / 100:.2f}")
    ]
    definition = _(
        "Cards in use that were answered, by SM-2's easiness, rounded down to a tenth: the factor by which an "
        "interval grows when the card is recalled. Hard lowers it, Easy raises it."
    )
    charts = [Bars(_("Cards by easiness"), bars)] if bars else []
    return Section("easiness", _("Easiness"), words if bars else [_("Nothing answered yet.")], definition, charts)


def leeches(figures: Statistics, names: Names) -> Section:
    """Cards forgotten again and again."""
    bars = [Bar(names.card(leech.card), leech.lapses, _times(leech.lapses)) for leech in figures.leeches]
    if bars:
        said = ngettext(
            "{n} card keeps being forgotten: reword it or split it.",
            "{n} cards keep being forgotten: reword or split them.",
            len(bars),
        )
        words = [said.format(n=number(len(bars)))]
    else:
        words = [_("None.")]
    definition = _("Cards in use that were forgotten {n} times or more after they had been recalled.")
    charts = [Bars(_("Forgotten how often"), bars)] if bars else []
    return Section("leeches", _("Leeches"), words, definition.format(n=LEECH_LAPSES), charts)


def _times(count: int) -> str:
    return ngettext("{n} time", "{n} times", count).format(n=number(count))
