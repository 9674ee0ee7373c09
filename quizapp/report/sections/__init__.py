"""The parts of a report, each from the figures: titles, words, charts, and what the figures mean."""

from quizapp.report.charts import Section
from quizapp.report.names import Names
from quizapp.report.sections.activity import hours, spent, today, year
from quizapp.report.sections.ahead import ahead
from quizapp.report.sections.cards import easiness, leeches, maturity
from quizapp.report.sections.memory import grades, retention
from quizapp.report.sections.mistakes import mistakes
from quizapp.report.sections.ready import ready
from quizapp.study.statistics.figures import Statistics


def sections(figures: Statistics, names: Names) -> list[Section]:
    """All parts, in the order in which they are told."""
    return [
        today(figures),
        ready(figures, names),
        year(figures),
        ahead(figures),
        retention(figures, names),
        mistakes(figures, names),
        leeches(figures, names),
        maturity(figures),
        grades(figures),
        hours(figures),
        spent(figures, names),
        easiness(figures),
    ]


def named_cards(figures: Statistics) -> list[str]:
    """The cards whose titles a report tells: the leeches, and where the most frequent mistake was made."""
    return [*(leech.card for leech in figures.leeches), *(next(iter(found.cards)) for found in figures.mistakes[:1])]
