"""A card forgotten time after time is called a leech, once."""

from datetime import timedelta
from pathlib import Path

from quizapp.scheduling.fold import LEECH_LAPSES
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from tests.conftest import NOW
from tests.tui.decks import CONFIG, plain
from tests.tui.screens import Screen, running


def _forgotten(screen: Screen, times: int) -> None:
    """Card `a` was learned and forgotten so often, the last time long enough ago to be due."""
    desk = screen.app.desk
    for back in range(times + 1, 0, -1):
        for hours, grade in enumerate((Grade.AGAIN, Grade.GOOD) if back <= times else (Grade.GOOD,)):
            at = NOW - timedelta(days=10 * back, hours=-hours)
            desk.collection.append([desk.pen.answer("plain/a", What.ANSWER, at, grade, 1_000, {})])


async def test_the_eighth_lapse_is_told_with_the_card(home: Path) -> None:
    plain(home, "a")
    async with running() as screen:
        _forgotten(screen, LEECH_LAPSES - 1)
        await screen.press("enter", "space", "1")
        assert "plain/a was forgotten 8 times: a leech" in screen.told


async def test_the_seventh_is_not(home: Path) -> None:
    plain(home, "a")
    async with running() as screen:
        _forgotten(screen, LEECH_LAPSES - 2)
        await screen.press("enter", "space", "1")
        assert screen.told == ""


async def test_leeches_are_suspended_where_the_settings_say_so(home: Path) -> None:
    plain(home, "a", config=CONFIG + "suspend_leeches = true\n")
    async with running() as screen:
        _forgotten(screen, LEECH_LAPSES - 1)
        text = await screen.press("enter", "space", "1")
        assert screen.app.desk.collection.standing("plain/a").suspended
        assert "is suspended now" in screen.told
        assert "Leech: plain/a" in text
