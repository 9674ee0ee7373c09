"""What comes as a calendar (RFC 5545): for `quizapp export ics`.

A day with cards is an event of a whole day that takes no time. Its uid is made of the day and of the decks that are
told, so a calendar that is brought in again changes its events and makes no second ones. Where there is nothing to
tell, an event says so: a calendar has one component at least (3.6), and some programs take none without.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from quizapp import __version__, i18n
from quizapp.exchange.progress import ProgressWanted
from quizapp.exchange.reports.content_lines import content_line, escaped
from quizapp.exchange.reports.spoken import asked_of, language_of
from quizapp.i18n import _, ngettext
from quizapp.report.names import Names, names
from quizapp.study.opening import Desk
from quizapp.study.statistics.whole import forecast, overdue
from quizapp.wording import cards as in_words
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
    """The next 90 days with cards, today first, and the day of the interview. Raises StoreError, and UsageError where
    both languages are asked for."""
    with i18n.speaking(language_of(desk, wanted)):
        decks = asked_of(desk, wanted).decks
        titles = names(desk.collection, [], asked_of(desk, wanted).titles)
        name = _("quizapp: cards due")
        if decks:
            name = _("quizapp: cards due, {decks}").format(decks=_(", ").join(map(titles.deck, decks)))
        return calendar(name, _events(desk, wanted, titles, decks), wanted.now)


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


def _events(desk: Desk, wanted: ProgressWanted, titles: Names, decks: tuple[str, ...]) -> Iterator[Event]:
    today = desk.pen.day(wanted.now)
    stands = Counter(stand for deck, _topic, stand in desk.collection.stands() if not decks or deck in decks)
    part = f"-{sha256(' '.join(decks).encode()).hexdigest()[:12]}" if decks else ""
    said = _("As the schedule stands: cards answered until then come back, and new ones join.")
    late = overdue(stands, today)
    days = {found.day: found.due + late * (found.day == today) for found in forecast(stands, today)[:DAYS]}
    ahead = {day: count for day, count in days.items() if count and wanted.has_day(day)}
    for day, count in ahead.items():
        due = ngettext("{n} card due", "{n} cards due", count).format(n=number(count))
        told = [_("Overdue among them: {cards}.").format(cards=in_words(late))] if late and day == today else []
        yield Event(_uid(day, part), day, due, "\n".join([*told, said]))
    if wanted.on and wanted.on >= today:
        yield Event("day-in-view@quizapp", wanted.on, _("Interview"), _until(desk, titles))
    elif not ahead:
        day = max(today, wanted.since or today)
        yield Event(_uid(day, part), day, _("No cards due"), said)


def _uid(day: date, part: str) -> str:
    return f"due-{day:%Y%m%d}{part}@quizapp"


def _until(desk: Desk, titles: Names) -> str:
    """What the plan for the interview is."""
    decks = desk.settings.interview_decks
    if not decks:
        return _("All cards are to be seen and repeated by this day.")
    said = _("All cards of these decks are to be seen and repeated by this day: {decks}.")
    return said.format(decks=_(", ").join(map(titles.deck, decks)))


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
