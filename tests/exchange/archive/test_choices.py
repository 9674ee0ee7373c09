"""Choices made in the program: the learner's go along, a machine's do not, and none is overruled."""

import json
from datetime import date
from pathlib import Path

import pytest

from quizapp.config import MEANINGS
from quizapp.exchange.archive.choices import PORTABLE, Judged, judged
from quizapp.study.planning.keeping import keep
from tests.exchange.archive.homes import brought, exported, home, parsed
from tests.exchange.exported import MOMENT

OF_A_MACHINE = {"cards", "folders", "largest_file", "trusted", "sync_folder", "machine_name", "database_url"}


def test_every_setting_is_the_learners_or_a_machines() -> None:
    assert set(PORTABLE) | OF_A_MACHINE >= set(MEANINGS)
    assert not set(PORTABLE) & OF_A_MACHINE


def test_nothing_of_a_machine_goes_along(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one:
        for key in OF_A_MACHINE:
            one.collection.set(key, "/secret")
        one.choose("theme", "quizapp-light")
        one.collection.keep_seen({"secret": 1})
        assert parsed(one).choices == {"theme": "quizapp-light"}
        assert b"secret" not in exported(one)


def test_nothing_of_a_machine_is_taken(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one, home(tmp_path / "other", {}) as other:
        document = json.loads(exported(one))
        document["choices"] = dict.fromkeys(OF_A_MACHINE, "/tmp") | {
            "trusted": ["/"],
            "device": "d",
            "order": "by-deck",
        }
        brought(other, json.dumps(document).encode(), tmp_path)
        assert other.collection.settings() == {"order": "by-deck"}
        assert other.collection.device != "d"


def test_what_the_learner_said_stays(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one, home(tmp_path / "other", {}, "order = 'interleaved'") as other:
        for key, value in {"order": "by-deck", "language": "zh", "new_per_day": 3}.items():
            one.choose(key, value)
        other.choose("language", "en")
        assert brought(other, exported(one), tmp_path).choices == Judged({"new_per_day": 3})
        assert (other.settings.order, other.settings.language, other.settings.new_per_day) == ("interleaved", "en", 3)


def test_a_plan_is_taken_whole_or_not_at_all(tmp_path: Path) -> None:
    theirs = {"interview": "2027-01-15", "interview_decks": ["pools"], "interview_most": 5}
    with home(tmp_path / "one") as one, home(tmp_path / "other", {}) as other:
        one.choose_all({**theirs, "new_per_day": 3})
        keep(other, MOMENT.date(), date(2026, 5, 1), [])
        ours = other.collection.settings()
        assert brought(other, exported(one), tmp_path).choices == Judged({"new_per_day": 3})
        assert other.collection.settings() == {**ours, "new_per_day": 3}


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("order", "backwards", '`order` cannot be "backwards": `quizapp config order` shows what it is here, and '),
        ("new_per_day", -1, "`new_per_day` cannot be -1: "),
        ("new_per_day", "20", '`new_per_day` cannot be "20": '),
        ("new_per_day", True, "`new_per_day` cannot be true: "),
        ("suspend_leeches", 1, "`suspend_leeches` cannot be 1: "),
        ("interview", "soon", '`interview` cannot be "soon": '),
        ("interview", 0, "`interview` cannot be 0: "),
        ("interview_decks", "01", '`interview_decks` cannot be "01": '),
        ("keys", {"undo": ["u"] * 99}, '`keys` cannot be {"undo":["u","u","u","u","u","u","u","u…: '),
        ("font\x1b", 12, "`font\x1b` is no setting of this quizapp: upgrade it, if a newer one wrote the file"),
        ("trusted", ["/"], "`trusted` belongs to one machine: write it into config.toml, if you want it on this one"),
    ],
)
def test_a_choice_that_makes_no_sense_is_told_with_what_to_do_and_the_rest_is_taken(
    key: str, value: object, told: str, tmp_path: Path
) -> None:
    with home(tmp_path / "one", {}) as one:
        found = judged(one, {"theme": "quizapp-light", key: value, "grades": "six", "language": None})
    assert found.taken == {"theme": "quizapp-light", "grades": "six"}
    (refused,) = found.refused
    assert (refused.key, str(refused)[: len(told)], refused.told()) == (key, told, str(refused))


def test_every_choice_that_can_be_made_is_sound(tmp_path: Path) -> None:
    chosen: dict[str, object] = {
        "interview": "2027-01-15",
        "interview_decks": ["01-nets"],
        "day_starts_at": "03:30:00",
        "keys": {"undo": "u"},
        "suspend_leeches": True,
    }
    with home(tmp_path / "one", {}) as one:
        assert judged(one, chosen) == Judged(chosen)


def test_a_choice_that_makes_no_sense_is_not_kept(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one, home(tmp_path / "other", {}) as other:
        document = json.loads(exported(one))
        document["choices"] = {"order": "backwards", "new_per_day": -1, "language": None, "grades": "six"}
        brought(other, json.dumps(document).encode(), tmp_path)
        assert other.collection.settings() == {"grades": "six"}
