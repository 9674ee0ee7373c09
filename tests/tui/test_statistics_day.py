"""A day in view on the statistics screen, and the plan for it."""

from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.paths import places
from quizapp.study.opening import open_desk
from quizapp.study.planning.keeping import keep
from tests.conftest import NOW, questions, write_cards
from tests.tui.decks import CONFIG
from tests.tui.screens import running
from tests.tui.statistics import learned, shown


async def test_where_no_card_comes_after_the_day_it_is_said(home: Path) -> None:
    learned(home)
    async with running() as screen:
        await shown(screen, "s", "g", *"2026-12-24", "enter")
        await screen.press("c")
        assert "No card comes only after 2026-12-24." in screen.told


async def test_readiness_and_a_plan_are_told_for_a_day(home: Path) -> None:
    learned(home)
    async with running((80, 60)) as screen:
        await shown(screen, "s", "g")
        assert "is no day" in await screen.press(*"soon", "enter")
        await screen.press(*["backspace"] * 4)
        assert "is not a day to plan for" in await screen.press(*"2026-03-03", "enter")
        await screen.press(*["backspace"] * 2)
        text = await shown(screen, *"20", "enter")
        assert "On 2026-03-20, if nothing is reviewed until then:" in text
        assert "The plan for 2026-03-20" in text
        assert "2026-03-20" in await screen.press("g")


async def test_a_plan_is_kept_and_dropped(home: Path) -> None:
    learned(home)
    async with running((80, 60)) as screen:
        await shown(screen, "s", "t")
        assert "There is no day in view: g names one." in screen.told
        text = await shown(screen, "right", "g", *"2026-03-20", "enter")
        assert "You do not follow this plan yet" in text
        assert "You follow this plan" in await shown(screen, "t")
        assert screen.app.desk.settings.interview_decks == ("1-a",)
        assert "Another plan is kept: 2026-03-20, a." in await shown(screen, "right")
        await screen.press("escape")
        assert "The plan for 2026-03-20" in await shown(screen, "s")
        assert "You do not follow this plan yet" in await shown(screen, "right", "t")
        assert screen.app.desk.settings.interview is None


async def test_what_comes_after_the_day_is_practised(home: Path) -> None:
    learned(home)
    async with running((80, 60)) as screen:
        await shown(screen, "s", "c")
        assert "There is no day in view" in screen.told
        text = await shown(screen, "g", *"2026-03-09", "enter")
        assert "c practises what comes only after the day." in text
        await screen.press("c")
        assert screen.asked == "p"  # due on the 10th
        await screen.press("space", "3", "enter")
        assert [what for _card, what, _grade in screen.log][-1] == "practice"


@pytest.mark.parametrize("text", ["+20", "in 20 days", "2026-03-24", "tomorrow"])
async def test_what_is_typed_takes_the_place_of_the_day_that_was_in_view(home: Path, text: str) -> None:
    learned(home)
    async with running((80, 60)) as screen:
        await shown(screen, "s", "g", *"2026-03-10", "enter", "g")
        await screen.type(text)
        found = await shown(screen, "enter")
        assert f"The plan for {'2026-03-05' if text == 'tomorrow' else '2026-03-24'}" in found


async def test_the_ways_to_write_a_day_stand_in_the_empty_line_and_an_empty_one_takes_the_day_away(
    home: Path,
) -> None:
    learned(home)
    async with running((80, 60)) as screen:
        assert "2027-01-15, +30" in await shown(screen, "s", "g")
        assert "The plan for" in await shown(screen, *"+20", "enter")
        assert "The plan for" in await shown(screen, "g", "backspace", "escape")
        assert "The plan for" not in await shown(screen, "g", "backspace", "enter")
        await screen.press("c")
        assert "There is no day in view" in screen.told


async def test_a_day_in_the_settings_that_is_too_far_to_plan_for_is_not_in_view(home: Path) -> None:
    learned(home, f"{CONFIG}\ninterview = 9999-12-31\n")
    async with running((80, 60)) as screen:
        assert "The plan for" not in await shown(screen, "s")


async def test_on_the_day_itself_it_is_in_view_and_too_late_to_keep_a_plan(home: Path) -> None:
    learned(home)
    async with running((80, 60)) as screen:
        assert "Today is the day." in await shown(screen, "s", "g", *"2026-03-04", "enter")
        assert "too late for new cards" in await screen.press("t")
        assert "Today is the day." in screen.told or "Today is the day." in await shown(screen)


async def test_a_plan_that_is_over_is_told_and_can_be_dropped(home: Path) -> None:
    learned(home)
    with open_desk(places(), NOW) as desk:
        desk.choose("interview", "2026-03-03")
    async with running((80, 60)) as screen:
        text = await shown(screen, "s")
        assert "The plan for 2026-03-03" in text
        assert "The day is over" in text
        assert "The plan is dropped" in await screen.press("t")
        assert "The day is over" not in await shown(screen)
        assert "There is no day in view" in await screen.press("t")


async def test_home_leads_to_the_day_in_view_and_asks_for_one_where_there_is_none(home: Path) -> None:
    learned(home)
    async with running((80, 60)) as screen:
        assert "Which day?" in await shown(screen, "g")
        assert "The plan for 2026-03-20" in await shown(screen, *"2026-03-20", "enter", "t")
        await screen.press("escape")
        text = await shown(screen, "g")
        assert "Which day?" not in text
        assert "The plan for 2026-03-20" in text


async def test_a_plan_for_several_decks_is_one_of_the_choices_and_where_home_leads_to(home: Path) -> None:
    """It was told to be another plan whatever deck was shown, and could not be dropped."""
    learned(home)
    write_cards(home, {"cards/3-c/z.md": questions("t", title="Third")})
    with open_desk(places(), NOW) as desk:
        desk.read_cards(NOW)
        keep(desk, NOW.date(), NOW.date() + timedelta(days=20), ["1-a", "2-b"])
    async with running((80, 60)) as screen:
        assert "Another plan is kept: 2026-03-24, a, b." in await shown(screen, "s")
        text = await shown(screen, "right")
        assert text.startswith(" Statistics · a, b\n")
        assert "You follow this plan" in text
        assert "Statistics · a\n" in await shown(screen, "right")
        await screen.press("escape")
        assert "Statistics · a, b\n" in await shown(screen, "g")
        assert "The plan is dropped" in await screen.press("t")
