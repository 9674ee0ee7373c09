"""The interface, and the review line by line, notice that another program answered the card they show."""

from pathlib import Path

from quizapp.paths import places
from quizapp.scheduling.grades import Grade
from quizapp.study.opening import open_desk
from quizapp.study.sessions.scope import Scope
from quizapp.study.sessions.session import Session
from tests.conftest import NOW
from tests.faults.forge import Forge
from tests.faults.homes import answers, furnished
from tests.faults.terminals import Terminal
from tests.tui.screens import running


def elsewhere(*grades: Grade) -> None:
    """Another program answers the cards that come first."""
    with open_desk(places(), NOW) as desk:
        session = Session(desk.collection, desk.settings, Scope(), NOW)
        for grade in grades:
            assert session.answer(grade, NOW, 1) is not None


async def test_the_interface_says_so_and_goes_on_with_the_next_card(home: Path) -> None:
    furnished(home, 4)
    async with running() as screen:
        await screen.press("enter", "space")
        elsewhere(Grade.GOOD, Grade.GOOD)
        text = await screen.press("3")
        assert "answered elsewhere in the meantime" in " ".join(text.split())
        assert screen.asked == "q2"
        assert sorted(row[0] for row in screen.log) == ["q0", "q1"]
        await screen.press("space", "3")
        assert screen.log[-1] == ("q2", "answer", 4)


async def test_a_card_that_was_failed_elsewhere_is_asked_once_more(home: Path) -> None:
    furnished(home, 4)
    async with running() as screen:
        await screen.press("enter", "space")
        elsewhere(Grade.AGAIN)
        await screen.press("3")
        assert screen.asked == "q0"
        await screen.press("space", "3")
        assert [row[2] for row in screen.log] == [Grade.AGAIN, Grade.GOOD]


async def test_the_last_card_answered_elsewhere_ends_the_session(home: Path) -> None:
    furnished(home, 1)
    async with running() as screen:
        await screen.press("enter", "space")
        elsewhere(Grade.GOOD)
        await screen.press("3")
        assert screen.asked is None
        assert answers(home) == {"q0": 1}


def test_the_review_line_by_line_says_so_too(forge: Forge, home: Path) -> None:
    furnished(home, 4)
    terminal = Terminal.open(forge, "review", "--plain", home=home)
    terminal.wait_for("Enter shows the answer.")
    terminal.type("\n")
    terminal.wait_for("Enter: ")
    elsewhere(Grade.GOOD)
    terminal.type("3\n")
    terminal.wait_for("answered elsewhere in the meantime")
    terminal.wait_for("What is 1?")
    assert terminal.kill().killed
    assert answers(home) == {"q0": 1}
