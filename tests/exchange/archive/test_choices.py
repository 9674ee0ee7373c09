"""Choices made in the program: the learner's go along, a machine's do not, and none is overruled."""

import json
from pathlib import Path

from quizapp.config import Settings
from quizapp.exchange.archive.choices import PORTABLE
from tests.exchange.archive.homes import brought, exported, home, parsed

OF_A_MACHINE = {"cards", "folders", "trusted", "sync_folder", "database_url"}


def test_every_setting_is_the_learners_or_a_machines() -> None:
    assert set(PORTABLE) | OF_A_MACHINE >= set(Settings.model_fields)
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
        assert brought(other, exported(one), tmp_path).choices == {"new_per_day": 3}
        assert (other.settings.order, other.settings.language, other.settings.new_per_day) == ("interleaved", "en", 3)


def test_a_choice_that_makes_no_sense_is_passed_over(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one, home(tmp_path / "other", {}) as other:
        document = json.loads(exported(one))
        document["choices"] = {"order": "backwards", "new_per_day": -1, "language": None, "grades": "six"}
        brought(other, json.dumps(document).encode(), tmp_path)
        assert other.collection.settings() == {"grades": "six"}
