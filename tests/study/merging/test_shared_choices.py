"""Choices about learning hold on all machines: of each the newest."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection

from quizapp.store.choosing import choose
from quizapp.store.log import sharing
from quizapp.store.schema.own_keys import CHOSEN
from quizapp.study.merging.choices import TOGETHER, Chosen, newest, read
from quizapp.study.merging.lines import Header
from quizapp.study.merging.synchronizing import Synchronized, synchronize
from quizapp.study.merging.telling import in_short
from quizapp.study.opening import open_desk
from tests.conftest import NOW
from tests.study.merging.machines import Machine, written

DAY = "2027-01-15"


def sync(machine: Machine, minutes: int = 0) -> Synchronized:
    return synchronize(machine.desk, NOW + timedelta(minutes=minutes))


def met(*machines: Machine) -> None:
    for each in machines:
        each.answer("t/a")
    for each in (*machines, *machines):
        each.sync()


def test_a_choice_made_on_one_machine_holds_on_the_other_and_is_told(desk: Machine, laptop: Machine) -> None:
    met(desk, laptop)
    desk.desk.choose("new_per_day", 20)
    sync(desk, 1)
    done = sync(laptop, 2)
    assert laptop.desk.settings.new_per_day == 20
    assert list(in_short(done)) == ["taken over from desk: new_per_day = 20"]
    assert list(in_short(sync(laptop, 3))) == []
    assert sync(desk, 4).choices == {}


def test_a_choice_alone_is_worth_a_file(desk: Machine, laptop: Machine) -> None:
    desk.desk.choose("suspend_leeches", True)
    assert sync(desk).written == 0
    assert list(in_short(sync(laptop))) == ["taken over from desk: suspend_leeches = yes"]
    assert laptop.desk.settings.suspend_leeches
    assert not laptop.file.exists()


def test_the_newest_holds_and_both_agree(desk: Machine, laptop: Machine) -> None:
    met(desk, laptop)
    desk.desk.choose("new_per_day", 20)
    laptop.desk.choose("new_per_day", 30)
    for each, minutes in ((desk, 1), (laptop, 2), (desk, 3), (laptop, 4)):
        sync(each, minutes)
    assert desk.desk.settings.new_per_day == laptop.desk.settings.new_per_day == 30


def test_a_choice_that_is_taken_back_is_taken_back_everywhere(desk: Machine, laptop: Machine) -> None:
    met(desk, laptop)
    desk.desk.choose("order", "by-deck")
    sync(desk, 1)
    sync(laptop, 2)
    laptop.desk.choose("order", None)
    sync(laptop, 3)
    assert list(in_short(sync(desk, 4))) == ["taken over from laptop: order = not chosen"]
    assert desk.collection.settings() == laptop.collection.settings() == {}


def test_a_plan_travels_as_a_whole(desk: Machine, laptop: Machine) -> None:
    met(desk, laptop)
    laptop.desk.choose("interview", "2026-06-01")
    laptop.desk.choose("interview_decks", ["01-a"])
    sync(laptop, 1)
    desk.desk.choose("interview", DAY)
    sync(desk, 2)
    sync(laptop, 3)
    assert laptop.collection.settings() == desk.collection.settings() == {"interview": DAY}


def test_a_plan_for_all_decks_says_so(desk: Machine, laptop: Machine) -> None:
    desk.desk.choose("interview", DAY)
    desk.desk.choose("interview_decks", [])
    sync(desk)
    (told,) = in_short(sync(laptop))
    assert "interview_decks = all" in told


def test_a_clock_that_was_ahead_does_not_hold_a_choice_for_ever(desk: Machine, laptop: Machine) -> None:
    met(desk, laptop)
    desk.desk.choose("new_per_day", 20)
    sync(desk, 60 * 24 * 3650)
    sync(laptop, 1)
    laptop.desk.choose("new_per_day", 5)
    sync(laptop, 2)
    sync(desk, 3)
    assert desk.desk.settings.new_per_day == laptop.desk.settings.new_per_day == 5


def test_a_machine_that_is_new_takes_what_was_chosen_and_brings_what_was_not(desk: Machine, laptop: Machine) -> None:
    desk.desk.choose("new_per_day", 20)
    laptop.desk.choose("new_per_day", 7)
    laptop.desk.choose("grades", "six")
    for each, minutes in ((desk, 1), (laptop, 2), (desk, 3)):
        sync(each, minutes)
    assert desk.collection.settings() == laptop.collection.settings() == {"new_per_day": 20, "grades": "six"}


def test_what_a_machines_settings_file_says_stays_its_own(desk: Machine, laptop: Machine, shared: Path) -> None:
    laptop.write(f"sync_folder = '{shared}'", "new_per_day = 3")
    met(desk, laptop)
    desk.desk.choose("new_per_day", 20)
    desk.desk.choose("order", "by-deck")
    for each, minutes in ((desk, 1), (laptop, 2), (desk, 3)):
        sync(each, minutes)
    assert (laptop.desk.settings.new_per_day, laptop.desk.settings.order) == (3, "by-deck")
    assert desk.desk.settings.new_per_day == 20


def test_what_the_settings_file_says_no_more_is_not_taken_back_from_the_others(
    desk: Machine, laptop: Machine, shared: Path
) -> None:
    laptop.write(f"sync_folder = '{shared}'", "new_per_day = 3")
    met(desk, laptop)
    desk.desk.choose("new_per_day", 20)
    sync(desk, 1)
    sync(laptop, 2)
    laptop.write(f"sync_folder = '{shared}'")
    sync(laptop, 3)
    sync(desk, 4)
    assert desk.desk.settings.new_per_day == laptop.desk.settings.new_per_day == 20


def test_a_choice_of_another_program_here_is_newer_than_what_this_one_began_with(
    desk: Machine, laptop: Machine
) -> None:
    met(desk, laptop)
    desk.desk.choose("new_per_day", 10)
    sync(desk, 1)
    with open_desk(desk.desk.places, NOW) as other:
        other.choose("new_per_day", 20)
        synchronize(other, NOW + timedelta(minutes=2))
    sync(desk, 3)
    sync(laptop, 4)
    assert desk.desk.settings.new_per_day == laptop.desk.settings.new_per_day == 20


def test_a_settings_file_that_is_spoilt_meanwhile_keeps_no_answer_from_the_folder(
    desk: Machine, laptop: Machine
) -> None:
    met(desk, laptop)
    desk.desk.places.config_file.write_text("new_per_day = [", "utf-8")
    (row,) = desk.answer("t/b")
    sync(desk, 1)
    assert row.entry.uuid in written(desk.file.parent)


def test_choices_of_others_are_taken_over_as_a_whole_or_not_at_all(
    desk: Machine, laptop: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    met(desk, laptop)
    desk.desk.choose("interview", DAY)
    desk.desk.choose("interview_decks", ["01-a"])
    sync(desk, 1)

    def broken(connection: Connection, key: str, value: object) -> None:
        if key == CHOSEN:
            raise KeyboardInterrupt
        choose(connection, key, value)

    with monkeypatch.context() as crash:
        crash.setattr(sharing, "choose", broken)
        with pytest.raises(KeyboardInterrupt):
            sync(laptop, 2)
    assert laptop.collection.settings() == {}
    sync(laptop, 3)
    assert laptop.collection.settings() == {"interview": DAY, "interview_decks": ["01-a"]}


@pytest.mark.parametrize(
    ("key", "value"), [("theme", "nord"), ("language", "zh"), ("folders", ["/x"]), ("trusted", ["/"])]
)
def test_what_is_a_machines_own_stays_there(desk: Machine, laptop: Machine, key: str, value: object) -> None:
    met(desk, laptop)
    desk.desk.choose(key, value)
    sync(desk, 1)
    sync(laptop, 2)
    assert laptop.collection.settings() == {}
    assert key not in desk.file.read_text("utf-8")


def test_choices_that_make_no_sense_or_let_somebody_in_are_not_taken(desk: Machine, shared: Path) -> None:
    at = NOW.isoformat()
    bad = {
        "new_per_day": {"values": {"new_per_day": -1}, "at": at, "device": "d"},
        "reviews_per_day": {"values": {"reviews_per_day": 5, "trusted": ["/"]}, "at": at, "device": "d"},
        "order": {"values": {"order": "by-deck"}, "at": "9999-12-31T00:00:00Z", "device": "d"},
        "grades": {"values": {"grades": "six"}, "at": "2026-01-01T00:00:00", "device": "d"},
        "interview": {"values": {"interview_decks": ["x" * 20_000]}, "at": at, "device": "d"},
        "suspend_leeches": 3,
        "trusted": {"values": {"trusted": ["/"]}, "at": at, "device": "d"},
    }
    head = json.loads(Header(device="d").line) | {"choices": bad}
    (shared / "d.jsonl").write_text(json.dumps(head) + "\n", encoding="utf-8")
    done = desk.sync()
    assert desk.collection.settings() == {"reviews_per_day": 5}
    assert done.troubles == []
    desk.sync()
    assert desk.collection.settings() == {"reviews_per_day": 5}


def test_which_is_newest_does_not_depend_on_who_is_asked() -> None:
    one, other = (
        {"order": Chosen(values={"order": value}, at=NOW, device="d")} for value in ("by-deck", "interleaved")
    )
    assert newest(one, other) == newest(other, one) == newest(one, other, one)


def test_choices_kept_in_a_way_that_makes_no_sense_are_none() -> None:
    assert read("nonsense") == read(None) == read({"order": {"values": 3}}) == {}
    assert set(read({name: {"values": {}, "at": NOW, "device": ""} for name in TOGETHER})) == set(TOGETHER)
