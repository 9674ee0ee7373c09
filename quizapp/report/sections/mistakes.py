"""Mistakes in computed questions, by name."""

from quizapp.i18n import _, ngettext
from quizapp.report.charts import Bar, Bars, Section
from quizapp.report.names import Names
from quizapp.study.statistics.figures import Mistake, Statistics
from quizapp.visible import one_line
from quizapp.wording import number

_MOST = 20
"""Bars. Behind the frequent mistakes comes a long row of those that were made once."""


def mistakes(figures: Statistics, names: Names) -> Section:
    """Which mistakes were made how often, and where the most frequent one was."""
    bars = [Bar(in_words(found.name), found.times, _told(found)) for found in figures.mistakes[:_MOST]]
    words = [_("None yet: wrong answers to computed questions are told apart here.")]
    if figures.mistakes:
        first = figures.mistakes[0]
        said = _("Most often: {mistake}, last on {day}, mostly in: {card}")
        card = names.card(next(iter(first.cards)))
        words = [said.format(mistake=in_words(first.name), day=first.last.isoformat(), card=card)]
    if more := len(figures.mistakes) - len(bars):
        said = ngettext("{n} more was made, no more often.", "{n} more were made, none more often.", more)
        words.append(said.format(n=number(more)))
    definition = _(
        "Answers to computed questions that were a mistake with a name, by that name; the first answer to each "
        "drawing counts, further attempts do not."
    )
    charts = [Bars(_("Mistakes by name"), bars)] if bars else []
    return Section("mistakes", _("Mistakes"), words, definition, charts)


def in_words(name: str) -> str:
    """A mistake's name as words: `no-bias` is "no bias"."""
    return one_line(name.replace("-", " ").replace("_", " "))


def _told(found: Mistake) -> str:
    times = ngettext("{n} time", "{n} times", found.times).format(n=number(found.times))
    if len(found.cards) == 1:
        return times
    where = ngettext("on {n} card", "on {n} cards", len(found.cards)).format(n=number(len(found.cards)))
    return f"{times} {where}"
