"""How the value of a setting is read, from whatever it comes as."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.config import MEANINGS, Settings
from quizapp.scheduling.grades import Scale
from quizapp.setting import Secret, Unfit, clock_time, day, named, one_of, several, text, whole, yes_or_no

NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=9)
FOLDERS = st.lists(st.sampled_from(["/a", "b", "~/c", "课"]).map(Path), max_size=2).map(tuple)
SETTINGS = st.builds(
    Settings,
    language=st.sampled_from(["en", "zh"]),
    theme=NAMES,
    new_per_day=st.integers(0, 9_999),
    interview=st.none() | st.dates(),
    interview_decks=st.lists(NAMES, max_size=2).map(tuple),
    interview_most=st.none() | st.integers(1, 9_999),
    grades=st.sampled_from(Scale),
    day_starts_at=st.times(),
    suspend_leeches=st.booleans(),
    folders=FOLDERS,
    machine_name=st.sampled_from(["box", "  the  laptop "]),
    keys=st.dictionaries(NAMES, NAMES, max_size=2),
)


@given(SETTINGS)
def test_settings_are_the_same_when_their_plain_data_is_read(settings: Settings) -> None:
    assert Settings(**settings.plain()) == settings


@pytest.mark.parametrize(
    ("read", "value", "found"),
    [
        (whole(0, 9), 9, 9),
        (whole(0, 9), "0", 0),
        (yes_or_no, " Yes ", True),
        (yes_or_no, "off", False),
        (day, "2027-01-15", date(2027, 1, 15)),
        (clock_time, " 4:00", time(4)),
        (several(text), ["a", "b"], ("a", "b")),
        (named(text), {"undo": "u"}, {"undo": "u"}),
        (one_of(("en", "zh")), "zh", "zh"),
    ],
)
def test_a_value_is_what_it_means(read: Callable[[object], object], value: object, found: object) -> None:
    assert read(value) == found
    assert read(found) == found


@pytest.mark.parametrize(
    ("read", "value", "told"),
    [
        (whole(0, 9), 10, "write a whole number from 0 to 9"),
        (whole(0, 9), -1, "write a whole number"),
        (whole(0, 9), True, "write a whole number"),
        (whole(0, 9), 1.0, "write a whole number"),
        (whole(0, 9), "1.0", "write a whole number"),
        (yes_or_no, 1, "write true or false"),
        (yes_or_no, "maybe", "write true or false"),
        (day, datetime(2027, 1, 15, tzinfo=UTC), "write a day such as 2027-01-15"),
        (day, "2027-13-15", "write a day such as 2027-01-15"),
        (clock_time, 4, "write a time of day"),
        (clock_time, time(4, tzinfo=UTC), "write a time of day"),
        (several(text), "a", "write a list in brackets"),
        (named(text), [], "write a table"),
        (text, 3, "write a text in quotes"),
        (text, "\ud800", "write a text in quotes"),
        (one_of(("en", "zh")), ["en"], "write en or zh"),
    ],
)
def test_a_value_that_cannot_be_is_told_with_what_to_write(
    read: Callable[[object], object], value: object, told: str
) -> None:
    with pytest.raises(Unfit, match=told):
        read(value)


def test_what_is_wrong_is_named_down_to_its_part() -> None:
    with pytest.raises(Unfit) as raised:
        Settings(keys={"review.undo": 3})
    assert raised.value.inside == "keys.review.undo"
    with pytest.raises(Unfit) as raised:
        Settings(**{"folders": ["/a", 3]})
    assert raised.value.inside == "folders.1"


def test_the_address_of_a_server_is_never_shown() -> None:
    settings = Settings(database_url=Secret("postgresql://me:geheim@host/db"))
    assert settings.server is not None
    assert not any("geheim" in shown for shown in (repr(settings), str(settings), str(settings.plain())))


def test_every_setting_says_what_it_means() -> None:
    assert all(MEANINGS.values())


def test_settings_never_change_but_are_made_anew() -> None:
    settings = Settings(new_per_day=3)
    with pytest.raises(AttributeError):
        settings.new_per_day = 4
    assert settings.but(new_per_day=4) == Settings(new_per_day=4) != settings
