"""What comes as a calendar, read by a strict reader of RFC 5545."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.errors import UsageError
from quizapp.exchange.progress import ProgressWanted
from quizapp.exchange.reports.calendar import calendar_of
from quizapp.exchange.reports.content_lines import content_line, escaped
from tests.exchange.archive.homes import home
from tests.exchange.exported import MOMENT
from tests.exchange.reports.samples import DAY, learner

Properties = dict[str, str]
LINE = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[^;:]+)*):(.*)", re.DOTALL)
TODAY = MOMENT.date()


def _unfolded(content: bytes) -> list[str]:
    """The lines, each short enough and ended as it must be."""
    assert content.endswith(b"\r\n")
    lines = content[:-2].split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    assert all(line.decode() for line in lines)  # no character is parted
    return content[:-2].decode().replace("\r\n ", "").split("\r\n")


def _text(value: str) -> str:
    """A text unescaped; a sign that has to be escaped and is not is an error."""
    assert re.fullmatch(r"(?:[^\\;,]|\\[\\;,n])*", value), value
    return re.sub(r"\\(.)", lambda sign: "\n" if sign[1] == "n" else sign[1], value)


def _read(content: bytes) -> tuple[Properties, list[Properties]]:
    """The properties of the calendar, and those of each event; each once, in well-formed parts."""
    parts: list[Properties] = []
    outer: Properties = {}
    current: Properties | None = None
    first, *lines, last = _unfolded(content)
    assert (first, last) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    for line in lines:
        found = LINE.fullmatch(line)
        assert found, line
        name, parameters, value = found.groups()
        if name == "BEGIN":
            assert (current, value) == (None, "VEVENT")
            current = {}
        elif name == "END":
            assert current is not None
            parts.append(current)
            current = None
        else:
            properties = outer if current is None else current
            assert name not in properties
            properties[name + parameters] = value
    assert current is None
    return outer, parts


def _events(folder: Path, now: datetime = MOMENT, settings: str = "", **wanted: object) -> list[Properties]:
    with learner(folder, settings) as desk:
        return _read(calendar_of(desk, ProgressWanted(now, **wanted)))[1]  # type: ignore[arg-type]


def test_a_day_with_cards_is_an_event_of_a_whole_day(tmp_path: Path) -> None:
    with learner(tmp_path) as desk:
        outer, events = _read(calendar_of(desk, ProgressWanted(MOMENT)))
    assert outer.keys() == {"VERSION", "PRODID", "CALSCALE", "NAME", "X-WR-CALNAME"}
    assert (outer["VERSION"], outer["NAME"]) == ("2.0", "quizapp: cards due")
    assert [(event["DTSTART;VALUE=DATE"], event["SUMMARY"]) for event in events] == [
        ("20260304", "2 cards due"),
        ("20260310", "2 cards due"),
    ]
    assert events[0] == {
        "UID": "due-20260304@quizapp",
        "DTSTAMP": "20260304T090000Z",
        "SEQUENCE": str(int(datetime(2026, 3, 4, 9, tzinfo=UTC).timestamp()) // 60),
        "DTSTART;VALUE=DATE": "20260304",
        "DTEND;VALUE=DATE": "20260305",
        "SUMMARY": "2 cards due",
        "DESCRIPTION": events[0]["DESCRIPTION"],
        "TRANSP": "TRANSPARENT",
    }
    assert _text(events[0]["DESCRIPTION"]).startswith("As the schedule stands: cards answered until then come back, ")


def test_what_is_overdue_comes_today_and_is_told(tmp_path: Path) -> None:
    first, *others = _events(tmp_path, MOMENT + DAY)
    assert (first["DTSTART;VALUE=DATE"], first["SUMMARY"]) == ("20260305", "2 cards due")
    assert _text(first["DESCRIPTION"]).startswith("Overdue among them: 2 cards.\nAs the schedule stands: ")
    assert "Overdue" not in _text(others[0]["DESCRIPTION"])


def test_brought_in_again_it_changes_events_and_makes_no_second_ones(tmp_path: Path) -> None:
    before = _events(tmp_path / "a")
    after = _events(tmp_path / "b", MOMENT + DAY)
    assert before[1]["UID"] == after[1]["UID"]
    assert int(before[1]["SEQUENCE"]) < int(after[1]["SEQUENCE"])
    assert len({event["UID"] for event in before}) == len(before)


def test_a_deck_has_events_of_its_own(tmp_path: Path) -> None:
    everything = _events(tmp_path / "all")
    pools = _events(tmp_path / "pools", decks=("02-pools",))
    assert [event["SUMMARY"] for event in pools] == ["1 card due", "1 card due"]
    assert not {event["UID"] for event in pools} & {event["UID"] for event in everything}


def test_the_name_says_which_decks_it_tells(tmp_path: Path) -> None:
    with learner(tmp_path) as desk:
        outer, _events = _read(calendar_of(desk, ProgressWanted(MOMENT, ("02-pools",))))
    assert _text(outer["NAME"]) == "quizapp: cards due, Pools"


def test_the_interview_is_an_event_until_it_has_passed(tmp_path: Path) -> None:
    last = _events(tmp_path / "a", on=TODAY + 200 * DAY)[-1]
    assert (last["UID"], last["SUMMARY"]) == ("day-in-view@quizapp", "Interview")
    assert last["DESCRIPTION"] == "All cards are to be seen and repeated by this day."
    assert last["DTSTART;VALUE=DATE"] == f"{TODAY + 200 * DAY:%Y%m%d}"
    assert len(_events(tmp_path / "b", on=TODAY - DAY)) == 2


def test_the_interview_tells_the_decks_that_it_is_about(tmp_path: Path) -> None:
    last = _events(tmp_path, settings="interview_decks = ['02-pools', '01-nets']", on=TODAY)[-1]
    said = "All cards of these decks are to be seen and repeated by this day: Pools, nets."
    assert _text(last["DESCRIPTION"]) == said


def test_where_nothing_is_due_an_event_says_so_and_gives_way_to_cards_of_the_same_day(tmp_path: Path) -> None:
    (event,) = _events(tmp_path / "a", since=TODAY + 30 * DAY)
    assert (event["DTSTART;VALUE=DATE"], event["SUMMARY"]) == ("20260403", "No cards due")
    with home(tmp_path / "b", {}, "") as desk:
        (event,) = _read(calendar_of(desk, ProgressWanted(MOMENT)))[1]
    assert event["SUMMARY"] == "No cards due"
    assert event["UID"] == _events(tmp_path / "c")[0]["UID"]


def test_an_interview_alone_is_enough(tmp_path: Path) -> None:
    with home(tmp_path, {}, "") as desk:
        events = _read(calendar_of(desk, ProgressWanted(MOMENT, on=TODAY)))[1]
    assert [event["SUMMARY"] for event in events] == ["Interview"]


def test_days_before_the_first_that_is_wanted_are_left_out(tmp_path: Path) -> None:
    events = _events(tmp_path, since=TODAY + DAY)
    assert [event["DTSTART;VALUE=DATE"] for event in events] == ["20260310"]


def test_what_is_more_than_90_days_ahead_is_left_out(tmp_path: Path) -> None:
    events = _events(tmp_path, MOMENT - timedelta(days=85))
    assert [event["DTSTART;VALUE=DATE"] for event in events] == ["20260304"]


def test_it_speaks_the_interfaces_language_or_the_one_asked_for(tmp_path: Path) -> None:
    own = _events(tmp_path / "own", settings="interface = 'zh'")
    asked = _events(tmp_path / "asked", language="zh")
    assert [event["SUMMARY"] for event in own] == [event["SUMMARY"] for event in asked]
    with pytest.raises(UsageError):
        _events(tmp_path / "both", language="both")


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_every_text_is_read_back_as_it_was(words: str) -> None:
    (line,) = _unfolded(content_line(f"SUMMARY:{escaped(words)}"))
    assert _text(line.removeprefix("SUMMARY:")) == _text(escaped(words))
    assert "\r" not in line
    assert "\n" not in line


def test_a_line_is_folded_between_characters() -> None:
    content = content_line("SUMMARY:" + "复习" * 40)
    assert content.count(b"\r\n ") == 3
    assert _unfolded(content) == ["SUMMARY:" + "复习" * 40]


def test_signs_with_a_meaning_are_escaped() -> None:
    assert escaped("a,b;c\\d\r\ne") == r"a\,b\;c\\d\ne"
    assert _text(escaped("a,b;c\\d\ne")) == "a,b;c\\d\ne"
