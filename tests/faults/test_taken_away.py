"""Files and folders that vanish, or may not be reached any more, while the program runs: told, and the answer kept.

The program runs without the rights by which root writes everywhere (`forge`), so that permissions bind whoever tests.
"""

import shutil
from pathlib import Path

import pytest

from quizapp.errors import StoreError
from quizapp.paths import places
from quizapp.study.opening import open_desk
from tests.conftest import NOW
from tests.faults.forge import Forge
from tests.faults.homes import answers, assert_sound, furnished, reviewed
from tests.faults.reaching import read_only, told
from tests.faults.terminals import Terminal


def begun(forge: Forge, home: Path) -> Terminal:
    """The interface with the answer of the fourth card before the learner.

    The third was given in it: that waits until the files are open, as a first card does not.
    """
    reviewed(forge, furnished(home), 2)
    terminal = Terminal.open(forge, "review", home=home)
    terminal.wait_for("What is 2?")
    terminal.type(" ")
    terminal.wait_for("It is 2.")
    terminal.type("3")
    terminal.wait_for("What is 3?")
    terminal.type(" ")
    terminal.wait_for("It is 3.")
    return terminal


def refused_twice(terminal: Terminal) -> None:
    """The grade is not taken, however often it is given."""
    terminal.type("3")
    terminal.wait_for("bring its folder back")
    terminal.type("3o")  # what was told stands there still; keys are heard in their order, and `o` is told otherwise
    terminal.wait_for("no image and no link")


def taken_at_last(forge: Forge, home: Path, terminal: Terminal) -> None:
    """The same key grades the card that stayed, once, and the session goes on."""
    terminal.type("3")
    terminal.wait_for("What is 4?")
    terminal.type(" ")
    terminal.wait_for("It is 4.")
    terminal.type("3")
    terminal.wait_for("What is 5?")
    assert terminal.kill().killed
    assert answers(home) == {f"q{number}": 1 for number in range(5)}
    assert_sound(forge, home)


def test_a_folder_that_vanishes_is_told_and_the_answer_taken_when_it_is_back(forge: Forge, home: Path) -> None:
    terminal = begun(forge, home)
    away = home.rename(home.with_name("away"))
    refused_twice(terminal)
    assert sum(answers(away).values()) == 3
    away.rename(home)
    taken_at_last(forge, home, terminal)


def test_a_home_that_vanished_is_not_made_anew_to_hold_no_cards(home: Path) -> None:
    with open_desk(places(), NOW) as desk:
        away = home.rename(home.with_name("away"))
        with pytest.raises(StoreError, match="is not there any more: bring it back"):
            desk.read_cards(NOW)
        assert not home.exists()
        away.rename(home)
        desk.read_cards(NOW)


def test_nothing_is_put_where_a_home_was_mounted(home: Path) -> None:
    with open_desk(places(), NOW) as desk:
        away = home.rename(home.with_name("away"))
        home.mkdir()
        with pytest.raises(StoreError, match=r"quizapp\.db is not there any more: bring its folder back"):
            desk.read_cards(NOW)
        home.rmdir()
        away.rename(home)
        desk.read_cards(NOW)


def test_a_folder_that_comes_back_as_a_copy_takes_the_answer(forge: Forge, home: Path) -> None:
    """As a folder does that is kept elsewhere, and unpacked or fetched anew."""
    terminal = begun(forge, home)
    away = home.rename(home.with_name("away"))
    terminal.type("3")
    terminal.wait_for("bring its folder back")
    shutil.copytree(away, home)
    shutil.rmtree(away)
    taken_at_last(forge, home, terminal)


def test_progress_that_is_replaced_is_told_and_the_next_answer_goes_into_what_is_there_now(
    forge: Forge, home: Path
) -> None:
    terminal = begun(forge, home)
    other = home / "other.db"
    assert forge.run("backup", str(other), home=home).status == 0
    for ending in ("-wal", "-shm"):
        (home / f"quizapp.db{ending}").unlink(missing_ok=True)
    other.replace(home / "quizapp.db")
    terminal.type("3")
    terminal.wait_for("from now on that one is used")
    taken_at_last(forge, home, terminal)


def test_a_database_that_vanishes_is_not_made_anew_and_empty(forge: Forge, home: Path) -> None:
    terminal = begun(forge, home)
    for path in home.glob("quizapp.db*"):
        path.unlink()
    refused_twice(terminal)
    assert terminal.kill().killed
    assert not list(home.glob("quizapp.db*"))


def test_permissions_lost_while_running_are_told_where_they_bind(forge: Forge, home: Path) -> None:
    """An open file may be written on; a program that must open it anew hears of its permissions."""
    terminal = begun(forge, home)
    with read_only(home, *home.glob("quizapp.db*")):
        terminal.type("3")
        terminal.wait_for("What is 4?")
        assert "cannot be written" in told(reviewed(forge, home, 1))
    terminal.type(" ")
    terminal.wait_for("It is 4.")
    terminal.type("3")
    terminal.wait_for("What is 5?")
    assert terminal.kill().killed
    assert answers(home) == {f"q{number}": 1 for number in range(5)}
    assert_sound(forge, home)


def test_a_folder_that_may_not_be_entered_any_more_is_told_and_the_answer_taken_when_it_may(
    forge: Forge, home: Path
) -> None:
    """It is not gone: who looks for it would look in vain."""
    terminal = begun(forge, home)
    home.chmod(0)
    try:
        for _ in range(2):
            terminal.type("3")
            terminal.wait_for("check its permissions")
        terminal.type("o")
        terminal.wait_for("no image and no link")
    finally:
        home.chmod(0o700)
    taken_at_last(forge, home, terminal)


@pytest.mark.parametrize("is_asked", [True, False], ids=["told of the answer", "told of the files"])
def test_who_leaves_while_the_folder_may_not_be_entered_leaves_in_order(
    forge: Forge, home: Path, is_asked: bool
) -> None:
    terminal = begun(forge, home)
    home.chmod(0)
    try:
        if is_asked:
            terminal.type("3")
        terminal.wait_for("check its permissions")
        terminal.type("qq")
        ended = terminal.left()
    finally:
        home.chmod(0o700)
    assert ended.status == 0
    assert sum(answers(home).values()) == 3
    assert_sound(forge, home)
