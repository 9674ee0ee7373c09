"""Where things are."""

from pathlib import Path

import pytest

from quizapp.paths import Places, bundled_cards, places


def test_quizapp_home_holds_everything(tmp_path: Path) -> None:
    found = places({"QUIZAPP_HOME": str(tmp_path)})
    assert found == Places(tmp_path, tmp_path)
    everything = (found.config_file, found.database, found.cards, found.backups)
    assert [path.relative_to(tmp_path).as_posix() for path in everything] == [
        "config.toml",
        "quizapp.db",
        "cards",
        "backups",
    ]


def test_a_home_may_be_written_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert places({"QUIZAPP_HOME": "here"}).data == tmp_path / "here"
    assert places({"QUIZAPP_HOME": "~/there"}).data == tmp_path / "there"


def test_the_home_of_nobody_is_a_folder_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert places({"QUIZAPP_HOME": "~nobody-of-that-name/there"}).data == tmp_path / "~nobody-of-that-name" / "there"


def test_the_environment_is_the_systems_unless_another_is_given(home: Path) -> None:
    assert places().database == home / "quizapp.db"


@pytest.mark.parametrize("environment", [{}, {"QUIZAPP_HOME": ""}])
def test_otherwise_the_systems_own_places_are_used(environment: dict[str, str], tmp_path: Path) -> None:
    found = places(environment)
    assert found.config != found.data
    assert found.config.name == found.data.name == "quizapp"
    assert found.config.is_relative_to(tmp_path)
    assert found.data.is_relative_to(tmp_path)


def test_finding_places_makes_nothing(tmp_path: Path) -> None:
    places({"QUIZAPP_HOME": str(tmp_path / "new")})
    assert not (tmp_path / "new").exists()


def test_the_bundled_cards_are_there() -> None:
    assert list(bundled_cards().glob("*/*.md"))
