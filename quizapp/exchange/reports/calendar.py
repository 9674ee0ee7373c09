"""What comes as a calendar (RFC 5545): for `quizapp export ics`.

A day with cards is an event of a whole day that takes no time. Its uid is made of the day and of the decks that are
told, so a calendar that is brought in again changes its events and makes no second ones.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from quizapp import __version__, i18n
from quizapp.exchange.progress import ProgressWanted
from quizapp.exchange.reports.content_lines import content_line, escaped
from quizapp.exchange.reports.spoken import asked_of, language_of
from quizapp.i18n import _, ngettext
from quizapp.report.names import names
from quizapp.study.opening import Desk
from quizapp.study.statistics.whole import forecast
from quizapp.wording import number

DAYS = 90
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Event:
    """A day's event. `uid` stays the same from one calendar to the next."""

    uid: str
    day: date
    summary: str
    description: str = ""


def calendar_of(desk: Desk, wanted: ProgressWanted) -> bytes:
    """The next 90 days with cards, today first, and the day in view. Raises StoreError, and UsageError where both
    languages are asked for."""
    with i18n.speaking(language_of(desk, wanted)):
        decks = asked_of(desk, wanted).decks
        titles = names(desk.collection, [], asked_of(desk, wanted).titles)
        name = _("quizapp: cards due")
        if decks:
            name = _("quizapp: cards due, {decks}").format(decks=_(", ").join(map(titles.deck, decks)))
        return calendar(name, _events(desk, wanted, decks), wanted.now)


def calendar(name: str, events: Iterator[Event], now: datetime) -> bytes:
    """Events as a calendar of a name; `now` is when it is written."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//quizapp//quizapp {__version__}//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{escaped(name)}",
        f"X-WR-CALNAME:{escaped(name)}",
        *(line for event in events for line in _lines(event, now)),
        "END:VCALENDAR",
    ]
    return b"".join(map(content_line, lines))


def _events(desk: Desk, wanted: ProgressWanted, decks: tuple[str, ...]) -> Iterator[Event]:
    today = desk.pen.day(wanted.now)
    cards = [card for card in desk.collection.held() if card.in_use and (not decks or card.deck in decks)]
    part = f"-{sha256(' '.join(decks).encode()).hexdigest()[:12]}" if decks else ""
    said = _("As the schedule stands: cards answered until then come back, and new ones join.")
    for found in forecast(cards, today)[:DAYS]:
        if found.due and wanted.has_day(found.day):
            due = ngettext("{n} card due", "{n} cards due", found.due).format(n=number(found.due))
            yield Event(f"due-{found.day:%Y%m%d}{part}@quizapp", found.day, due, said)
    if wanted.on and wanted.on >= today:
        yield Event(
            "day-in-view@quizapp", wanted.on, _("quizapp: the day in view"), _("All cards are to be seen by this day.")
        )


def _lines(event: Event, now: datetime) -> Iterator[str]:
    """SEQUENCE grows by the minute: some calendars keep the event that they have, unless it does."""
    at = now.astimezone(UTC)
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{at:%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{int(at.timestamp()) // 60}"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + _DAY:%Y%m%d}"
    yield f"SUMMARY:{escaped(event.summary)}"
    if event.description:
        yield f"DESCRIPTION:{escaped(event.description)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"
