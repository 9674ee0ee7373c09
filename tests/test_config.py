"""Settings: a choice over the file over the default."""

import os
from datetime import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from quizapp.config import MEANINGS, Settings, configured, language_in
from quizapp.errors import UsageError
from quizapp.scheduling.grades import Scale
from quizapp.typed_setting import validated


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The settings file, not written yet."""
    return tmp_path / "config.toml"


def test_without_a_file_the_defaults_hold(file: Path) -> None:
    found = configured(file)
    assert found.settings == Settings()
    assert set(found.origins.values()) == {"default"}


def test_a_choice_goes_over_the_file_and_the_file_over_the_default(file: Path) -> None:
    file.write_text('new_per_day = 5\nreviews_per_day = 50\ntheme = "nord"\n')
    found = configured(file, {"reviews_per_day": 60, "grades": "six"})
    told = {name: (getattr(found.settings, name), found.origins[name]) for name in MEANINGS}
    assert told["new_per_day"] == (5, "file")
    assert told["reviews_per_day"] == (60, "choice")
    assert told["grades"] == (Scale.SIX, "choice")
    assert told["order"] == ("interleaved", "default")


def test_a_choice_that_makes_no_sense_any_more_is_passed_over(file: Path) -> None:
    found = configured(file, {"order": "random", "colour": "red", "new_per_day": 4})
    assert (found.settings.order, found.settings.new_per_day) == ("interleaved", 4)
    assert found.origins["order"] == "default"
    assert "colour" not in found.origins


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("colour = 1", "there is no setting `colour`"),
        ("self = 1", "there is no setting `self`"),
        ("new_per_day = -1", "`new_per_day`: write a whole number from 0 to 9999"),
        ('new_per_day = "many"', "`new_per_day`: "),
        ('language = "fr"', "`language`: write en or zh"),
        ('grades = "five"', "`grades`: "),
        ("day_starts_at = 4", "`day_starts_at`: write a time of day"),
        ('day_starts_at = "25:00"', "`day_starts_at`: write a time of day"),
        ('day_starts_at = "04:00Z"', "`day_starts_at`: write a time of day"),
        ("folders = 3", "`folders`: "),
        ("order =\ntheme = 1", "line 1"),
        ("[keys]\nundo = 3", "`keys.undo`: "),
        (f"order = {'[' * 5000}", "nested too deep"),
    ],
)
def test_a_fault_names_the_file_and_the_key(file: Path, text: str, told: str) -> None:
    file.write_text(text)
    with pytest.raises(UsageError) as raised:
        configured(file)
    assert raised.value.message.startswith(f"{file}: ")
    assert told in raised.value.message
    assert "\n" not in raised.value.message


def test_a_file_that_is_no_text_is_told(file: Path) -> None:
    file.write_bytes(b"theme = '\xff'")
    with pytest.raises(UsageError, match=r"config\.toml"):
        configured(file)


def test_a_folder_in_the_files_place_is_told(file: Path) -> None:
    file.mkdir()
    with pytest.raises(UsageError, match=r"config\.toml"):
        configured(file)


def test_a_pipe_in_the_files_place_is_told_and_not_waited_for(file: Path) -> None:
    os.mkfifo(file)
    with pytest.raises(UsageError, match=r"config\.toml: not a plain file"):
        configured(file)


def test_the_mark_that_editors_of_windows_begin_a_file_with_is_passed_over(file: Path) -> None:
    file.write_text("new_per_day = 3\n", encoding="utf-8-sig")
    assert configured(file).settings.new_per_day == 3


@pytest.mark.parametrize(
    ("text", "starts"),
    [('"05:30"', time(5, 30)), ('"4:00"', time(4)), ("03:00:00", time(3)), ('"04:00:30"', time(4, 0, 30))],
)
def test_the_day_starts_at_a_time_of_the_clock(file: Path, text: str, starts: time) -> None:
    file.write_text(f"day_starts_at = {text}")
    assert configured(file).settings.day_starts_at == starts


def test_a_table_of_keys_is_read(file: Path) -> None:
    file.write_text('[keys]\nundo = "u,ctrl+z"\n')
    assert configured(file).settings.keys == {"undo": "u,ctrl+z"}


@pytest.mark.parametrize(
    ("spoken", "language"), [("zh_CN.UTF-8", "zh"), ("zh", "zh"), ("de_DE.UTF-8", "en"), ("C", "en"), ("", "en")]
)
def test_the_language_is_at_first_that_of_the_system(
    monkeypatch: pytest.MonkeyPatch, spoken: str, language: str
) -> None:
    monkeypatch.setenv("LANG", spoken)
    assert (Settings().language, Settings().interface) == (language, language)


def test_the_systems_languages_have_an_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    assert Settings().language == "zh"


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("new_per_day", "12", 12),
        ("suspend_leeches", "yes", True),
        ("grades", "six", "six"),
        ("day_starts_at", "5:00", "05:00:00"),
        ("order", "by-deck", "by-deck"),
        ("cards", "/decks", "/decks"),
        ("folders", "/a:/b", ["/a", "/b"]),
        ("folders", "", []),
        ("keys", "undo=u,ctrl+z; edit = e", {"undo": "u,ctrl+z", "edit": "e"}),
    ],
)
def test_text_is_taken_for_the_value_it_means(key: str, text: str, value: object) -> None:
    assert validated(key, text) == value


def test_folders_typed_on_the_command_line_are_meant_from_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert validated("cards", "mine") == str(tmp_path / "mine")
    assert validated("folders", "~/a:b") == [str(tmp_path / "a"), str(tmp_path / "b")]


@pytest.mark.parametrize(
    ("key", "text", "told"),
    [
        ("colour", "red", "there is no setting `colour`"),
        ("new_per_day", "ten", "`new_per_day`: "),
        ("new_per_day", "10000", "`new_per_day`: "),
        ("day_starts_at", "4", "`day_starts_at`: write a time of day"),
        ("machine_name", " ", "`machine_name`: write a name of 1 to 40 signs"),
        ("machine_name", "x" * 41, "`machine_name`: write a name of 1 to 40 signs"),
        ("keys", "undo", "`undo` gives no key to an action"),
        ("keys", "undo=", "`undo=` gives no key to an action"),
    ],
)
def test_text_that_means_no_value_is_told(key: str, text: str, told: str) -> None:
    with pytest.raises(UsageError) as raised:
        validated(key, text)
    assert raised.value.message.startswith(told)


def test_a_folder_to_share_must_be_there_and_usable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert validated("sync_folder", str(tmp_path)) == str(tmp_path)
    (tmp_path / "file").touch()
    for name, told in {"nowhere": "there is no folder", "file": "is no folder"}.items():
        with pytest.raises(UsageError, match=told):
            validated("sync_folder", str(tmp_path / name))
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "quizapp.db").touch()
    with pytest.raises(UsageError, match="is a home of quizapp"):
        validated("sync_folder", str(tmp_path / "home"))
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(UsageError, match="you may not read and write in"):
        validated("sync_folder", str(tmp_path))


def test_a_machine_is_called_by_its_host_until_it_is_given_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    called = SimpleNamespace(nodename="Annas-\x1b[2JBook" + "k" * 60 + ".local")
    monkeypatch.setattr("os.uname", lambda: called)
    name = Settings().machine_name
    assert name.startswith("Annas-␛[2JBook")
    assert len(name) == 40
    assert Settings(machine_name="  the  laptop\n").machine_name == "the laptop"


@pytest.mark.parametrize("host", ["", " ", ".local"])
def test_a_machine_without_a_host_name_has_settings_too(monkeypatch: pytest.MonkeyPatch, file: Path, host: str) -> None:
    monkeypatch.setattr("os.uname", lambda: SimpleNamespace(nodename=host))
    assert configured(file, {"new_per_day": 4}).settings.new_per_day == 4
    assert Settings().machine_name == "computer"


def test_a_value_typed_in_is_a_choice_that_holds(file: Path) -> None:
    for key, text in {"day_starts_at": "5:00", "folders": "/a:/b", "keys": "undo=z", "grades": "six"}.items():
        found = configured(file, {key: validated(key, text)})
        assert found.origins[key] == "choice"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ('interface = "zh"\nnew_per_day = "x"', "zh"),
        ('interface = "zh"\ncolour = "red"', "zh"),
        ('interface = "latin"', "en"),
        ("interface = [", "en"),
        ("", "en"),
    ],
)
def test_the_interfaces_language_is_read_whatever_else_is_wrong(file: Path, text: str, language: str) -> None:
    file.write_text(text)
    assert language_in(file) == language
