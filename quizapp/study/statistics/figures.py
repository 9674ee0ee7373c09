"""The figures as values, with the numbers they rest on. What each of them means stands beside it, and nowhere else.

They are what `quizapp stats --json` writes, what the statistics screen draws and what a report tells.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from pydantic import BaseModel, ConfigDict, computed_field


class Figures(BaseModel):
    """Values that never change, documented where they stand."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Share(Figures):
    """How many of the cards that were asked were recalled (graded 3 or better)."""

    asked: int = 0
    recalled: int = 0

    @computed_field  # type: ignore[prop-decorator]  # as pydantic tells to
    @property
    def share(self) -> float | None:
        """Between 0 and 1; none where nothing was asked."""
        return self.recalled / self.asked if self.asked else None


class DayFigures(Figures):
    """What was done on one of the learner's days."""

    day: date
    answers: int = 0
    """All answers, practice among them."""
    new: int = 0
    """Cards answered for the first time."""
    seconds: float = 0
    """Time spent on cards; a minute without a key counts as away."""
    reviews: Share = Share()
    """Cards recalled on an earlier day and asked again: the first answer of the day, practice left out."""


class Streak(Figures):
    """Days in a row with at least one answer. Today counts once something is answered, and breaks nothing before."""

    now: int
    longest: int
    days: int
    """Days with answers, all in all."""


class IntervalShare(Figures):
    """Retention of the reviews for which the schedule had set an interval within these days."""

    first: int
    last: int | None
    """None: without end."""
    reviews: Share


class Retention(Figures):
    """The share recalled among reviews: first answers of a day to cards that were recalled on an earlier day.

    Answers that learn a card, learn it again, or settle on another day what was recalled with effort, and practice tell
    nothing of what was kept in mind: they are left out.
    """

    all: Share
    young: Share
    """Of cards whose interval was under 21 days."""
    mature: Share
    """Of cards whose interval was 21 days and more."""
    months: Mapping[str, Share]
    """By month, as in `2026-11`."""
    decks: Mapping[str, Share]
    intervals: Sequence[IntervalShare]


class Maturity(Figures):
    """The cards in use by where they stand; each is counted once."""

    new: int = 0
    """Never answered."""
    learning: int = 0
    """Forgotten or not yet recalled, or to be asked again today."""
    young: int = 0
    """The interval is under 21 days."""
    mature: int = 0
    """The interval is 21 days and more."""
    suspended: int = 0


class DueOn(Figures):
    """Cards that fall due on a day."""

    day: date
    due: int


class Leech(Figures):
    """A card that was forgotten again and again."""

    card: str
    deck: str
    lapses: int


class Mistake(Figures):
    """A mistake in computed questions, by its name; `cards` says on which cards it was made how often."""

    name: str
    times: int
    last: date
    cards: Mapping[str, int]


class TimeFigures(Figures):
    """Time spent on cards, in seconds."""

    total: float
    a_day: float | None
    """Mean of the days on which an answer was timed."""
    an_answer: float | None
    """Median of the answers that were timed, in whole tenths."""
    decks: Mapping[str, float]


class Readiness(Figures):
    """The estimated chance to recall a card of a topic: the mean over its cards in use that are not suspended.

    After t days of an interval of I days the chance is r^(t/I), where r is the chance at the due date. r is what the
    learner's own reviews make most likely, beginning with nine of ten; young and mature cards have their own. A card
    never answered counts as 0, and so does one that was forgotten last and not recalled since.
    """

    topic: str
    deck: str
    cards: int
    seen: int
    today: float
    on: float | None = None
    """On the day that was asked for, where nothing of it is reviewed until then."""


class Statistics(Figures):
    """All of it."""

    today: DayFigures
    due: int
    """Cards that still wait today: due or overdue, whatever the limit of reviews a day."""
    overdue: int = 0
    """Those of them that were due on an earlier day."""
    coming: int | None = None
    """Those of them that come today; others wait for the limit, since their reverse comes, or buried.

    None: not reckoned.
    """
    reviews_per_day: int | None = None
    """The limit of reviews a day, where it holds cards back today."""
    days: Sequence[DayFigures]
    """Every day with answers, oldest first."""
    streak: Streak
    forecast: Sequence[DueOn]
    """The next 365 days, today first: what falls due as the schedule stands; overdue cards stand apart.

    Cards answered until then come back, and new ones join: it is the least that comes, not all.
    """
    retention: Retention
    maturity: Maturity
    time: TimeFigures
    easiness: Mapping[str, int]
    """Cards answered before by easiness, rounded down to tenths: `2.5` holds 2.50 to 2.59."""
    grades: Mapping[int, int]
    """Answers by grade, 0 to 5, practice left out."""
    hours: Sequence[Share]
    """The 24 hours of the clock: answers that count, and those graded 3 or better."""
    leeches: Sequence[Leech]
    mistakes: Sequence[Mistake]
    """By how often they were made."""
    readiness: Sequence[Readiness]
    """By topic, in the decks' order."""
    ready: Readiness
    """The same over all topics; its names are empty."""
    on: date | None = None
    """The day for which readiness was asked."""
    since: date | None = None
    """The first day whose answers count, where one was named."""
