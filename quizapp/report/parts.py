"""The parts of a report as they are shown: the figures in sections, and a plan where there is a day in view."""

from collections.abc import Sequence
from datetime import date, datetime

from quizapp.report.charts import Section
from quizapp.report.names import names
from quizapp.report.sections import named_cards, sections
from quizapp.report.sections.planned import over, planned
from quizapp.study.opening import Desk
from quizapp.study.planning.plan import plan
from quizapp.study.statistics.ground import Ground
from quizapp.study.statistics.learner import learners_figures


def parts(
    desk: Desk, now: datetime, decks: Sequence[str], on: date | None, ground: Ground, practising: str
) -> list[Section]:
    """The sections at `now`, of some decks or of all; after today's the plan for a day, or the kept one that is over.

    Raises StoreError.
    """
    day = desk.pen.day(now)
    figures = learners_figures(desk, now, decks, None if on == day else on, ground=ground)
    titles = names(desk.collection, named_cards(figures), desk.settings.language)
    today, *others = sections(figures, titles)
    if on is None or on < day:
        kept = desk.settings.interview
        return [today, *([over(desk.settings, titles)] if kept and kept < day else []), *others]
    found = plan(desk.collection, desk.settings, day, on, decks, ground=ground)
    return [today, planned(found, desk.settings, titles, practising), *others]
