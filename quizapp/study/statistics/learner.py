"""A learner's figures: with what comes of them today, within the learner's own limits."""

from collections.abc import Collection as Several
from datetime import date, datetime

from quizapp.study.coming.today import today
from quizapp.study.opening import Desk
from quizapp.study.statistics.figures import Statistics
from quizapp.study.statistics.ground import Ground, ground_of
from quizapp.study.statistics.whole import figures


def learners_figures(
    desk: Desk,
    now: datetime,
    decks: Several[str] = (),
    on: date | None = None,
    since: date | None = None,
    ground: Ground | None = None,
) -> Statistics:
    """The figures at `now`, of some decks or of all, as `statistics` tells them; what comes today as home tells it.

    `ground` is what is known, counted `since` that day, if that was read before. Raises StoreError.
    """
    day = desk.pen.day(now)
    found = figures(ground or ground_of(desk.collection, since=since), day, decks, on)
    waiting = today(desk.collection.waits(day), desk.settings)
    coming = waiting.agenda(decks)
    reviews = len(coming.ahead) - coming.new
    is_held_back = coming.due < found.due and reviews >= waiting.room.reviews
    limit = desk.settings.reviews_per_day if is_held_back else None
    return found.model_copy(update={"coming": coming.due, "reviews_per_day": limit, "since": since})
