"""Opening up: settings, collection and the folders of cards."""

from pathlib import Path

import pytest

from quizapp.config import Settings
from quizapp.errors import StoreError, UsageError
from quizapp.paths import Places, bundled_cards
from quizapp.study.opening import card_folders, open_desk
from quizapp.study.starting import starting
from tests.conftest import NOW, questions, write_cards


def test_a_desk_has_the_settings_in_force_and_reads_the_learners_cards(where: Places) -> None:
    where.config.mkdir()
    where.config_file.write_text("bundled = false\nnew_per_day = 3\n")
    write_cards(where.cards, {"d/t.md": questions("a")})
    with open_desk(where, NOW) as desk:
        assert desk.settings.new_per_day == 3
        assert desk.read_cards(NOW).files == 1
        assert [card.id for card in desk.collection.listed()] == ["t/a"]
        assert desk.pen.device == desk.collection.device


def test_a_choice_holds_at_once_and_after_a_restart_until_it_is_taken_back(where: Places) -> None:
    with open_desk(where, NOW) as desk:
        desk.choose("new_per_day", 7)
        assert desk.settings.new_per_day == 7
    with open_desk(where, NOW) as desk:
        assert desk.configured.origins["new_per_day"] == "choice"
        desk.choose("new_per_day", None)
        assert desk.settings.new_per_day == 10


def test_settings_that_make_no_sense_are_told_before_anything_is_made(where: Places) -> None:
    where.config.mkdir()
    where.config_file.write_text("colour = 1")
    with pytest.raises(UsageError, match="there is no setting `colour`"):
        open_desk(where, NOW)
    assert [path.name for path in where.data.iterdir()] == ["config.toml"]


def test_the_learners_own_folder_is_made_and_comes_after_the_bundled_one(where: Places) -> None:
    assert card_folders(Settings(), where) == [bundled_cards(), where.cards]
    assert where.cards.is_dir()
    assert bundled_cards().is_dir()


def test_folders_of_the_settings_take_their_place(where: Places, tmp_path: Path) -> None:
    chosen = Settings(bundled=False, cards=tmp_path / "mine", folders=(Path("~/more"), Path("beside")))
    assert card_folders(chosen, where) == [tmp_path / "mine", tmp_path / "more", where.config / "beside"]
    assert not where.cards.exists()


def test_a_folder_of_a_user_who_is_not_there_is_one_that_is_not_there(where: Places) -> None:
    chosen = Settings(bundled=False, folders=(Path("~nobody-of-that-name/more"),))
    folders = card_folders(chosen, where)
    assert [folder.exists() for folder in folders] == [True, False]


def test_a_folder_that_cannot_be_made_is_told(where: Places, home: Path) -> None:
    home.write_text("in the way")
    with pytest.raises(StoreError, match="cannot be made"):
        card_folders(Settings(), where)


def test_a_home_that_vanishes_between_the_first_look_and_the_opening_is_not_made_anew(where: Places) -> None:
    write_cards(where.cards, {"d/t.md": questions("a")})
    with open_desk(where, NOW) as desk:
        desk.read_cards(NOW)
    with starting(where, NOW) as start:
        away = where.data.rename(where.data.with_name("away"))
        with pytest.raises(StoreError, match=r"quizapp\.db is not there any more: bring its folder back"):
            start.open(NOW)
        assert not where.data.exists()
        away.rename(where.data)
        start.open(NOW).close()
