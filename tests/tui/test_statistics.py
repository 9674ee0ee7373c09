"""The statistics screen."""

from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.paths import places
from quizapp.store.collection import Collection
from quizapp.tui.screens.adding import AddScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.statistics import StatisticsScreen
from tests.conftest import NOW, questions, write_cards
from tests.store.rows import good
from tests.tui.decks import CONFIG
from tests.tui.screens import Screen, assert_looks_like, running

SIZES = [(60, 20), (80, 24), (120, 30)]


def _learned(home: Path, config: str = CONFIG) -> None:
    """Two decks with two cards each, one of them answered three days ago and today."""
    write_cards(
        home,
        {
            "config.toml": config,
            "cards/1-a/x.md": questions("p", "q", title="First"),
            "cards/2-b/y.md": questions("r", "s", title="Second"),
        },
    )
    where = places()
    with Collection(where.database, where.backups, NOW) as collection:
        collection.append(
            [
                good("x/p", NOW - timedelta(days=3), 5000),
                good("x/p", NOW, 3000),
                good("y/r", NOW + timedelta(seconds=9)),
            ]
        )


async def _shown(screen: Screen, *keys: str) -> str:
    """The screen after keys, once everything is counted."""
    await screen.press(*keys)
    await screen.app.workers.wait_for_complete()
    return await screen.press()


async def test_s_shows_how_learning_goes_and_leads_back(home: Path) -> None:
    _learned(home)
    async with running() as screen:
        text = await _shown(screen, "s")
        assert "Statistics · All decks" in text
        assert "2 answers in 3 s, 1 new card." in text
        await screen.press("escape")
        assert isinstance(screen.app.screen, HomeScreen)


async def test_arrows_go_through_the_decks(home: Path) -> None:
    _learned(home)
    async with running() as screen:
        await _shown(screen, "s")
        assert "1 answer in 3 s, 0 new cards." in await _shown(screen, "right")
        assert "1 answer in 0 s, 1 new card." in await _shown(screen, "right")
        assert "2 answers in 3 s" in await _shown(screen, "right")
        assert "· b" in (await _shown(screen, "left")).splitlines()[0]


async def test_sections_are_reached_one_after_the_other(home: Path) -> None:
    _learned(home)
    async with running() as screen:
        await _shown(screen, "s")
        titles = []
        for _number in range(4):
            titles.append((await screen.press("n")).splitlines()[2].strip())
        assert titles == ["Readiness", "The year", "What comes", "Retention"]
        assert (await screen.press("p")).splitlines()[2].strip() == "What comes"


async def test_j_and_k_scroll_as_the_arrows_do(home: Path) -> None:
    _learned(home)
    async with running() as screen:
        first = await _shown(screen, "s")
        down = await screen.press("j", "j", "j")
        assert [line[:60].rstrip() for line in down.splitlines()[2:9]] == [
            line[:60].rstrip() for line in first.splitlines()[5:12]
        ]
        assert await screen.press("k", "k", "k") == first


async def test_where_no_card_comes_after_the_day_it_is_said(home: Path) -> None:
    _learned(home)
    async with running() as screen:
        await _shown(screen, "s", "g", *"2026-12-24", "enter")
        await screen.press("c")
        assert "No card comes only after 2026-12-24." in screen.told


async def test_what_figures_mean_is_shown_where_they_stand_and_in_the_help(home: Path) -> None:
    _learned(home)
    async with running((100, 60)) as screen:
        assert "day_starts_at" not in await _shown(screen, "s")
        assert "day_starts_at" in await screen.press("w")
        assert "hide meanings" in screen.text
        assert "day_starts_at" not in await screen.press("w")
        await screen.press("question_mark")
        assert "r^(t/I)" in screen.text


async def test_readiness_and_a_plan_are_told_for_a_day(home: Path) -> None:
    _learned(home)
    async with running((80, 60)) as screen:
        await _shown(screen, "s", "g")
        assert "is no day" in await screen.press(*"soon", "enter")
        await screen.press(*["backspace"] * 4)
        assert "is not a day to plan for" in await screen.press(*"2026-03-04", "enter")
        await screen.press(*["backspace"] * 2)
        text = await _shown(screen, *"20", "enter")
        assert "On 2026-03-20, if nothing is reviewed until then:" in text
        assert "The plan for 2026-03-20" in text
        assert "2026-03-20" in await screen.press("g")


async def test_a_plan_is_kept_and_dropped(home: Path) -> None:
    _learned(home)
    async with running((80, 60)) as screen:
        await _shown(screen, "s", "t")
        assert "There is no day in view: g names one." in screen.told
        text = await _shown(screen, "right", "g", *"2026-03-20", "enter")
        assert "It is not kept" in text
        assert "It is kept" in await _shown(screen, "t")
        assert screen.app.desk.settings.interview_decks == ("1-a",)
        assert "Another plan is kept: 2026-03-20, 1-a." in await _shown(screen, "right")
        await screen.press("escape")
        assert "The plan for 2026-03-20" in await _shown(screen, "s")
        assert "It is not kept" in await _shown(screen, "right", "t")
        assert screen.app.desk.settings.interview is None


async def test_what_comes_after_the_day_is_practised(home: Path) -> None:
    _learned(home)
    async with running((80, 60)) as screen:
        await _shown(screen, "s", "c")
        assert "There is no day in view" in screen.told
        await _shown(screen, "g", *"2026-03-09", "enter")
        await screen.press("c")
        assert screen.asked == "p"  # due on the 10th
        await screen.press("space", "3", "enter")
        assert [what for _card, what, _grade in screen.log][-1] == "practice"


async def test_cards_are_added_from_here_too(home: Path) -> None:
    _learned(home)
    async with running() as screen:
        await _shown(screen, "s", "a")
        assert isinstance(screen.app.screen, AddScreen)
        await screen.press("escape")
        assert isinstance(screen.app.screen, StatisticsScreen)


async def test_languages_switch_in_place(home: Path) -> None:
    _learned(home)
    async with running() as screen:
        await _shown(screen, "s")
        assert "统计" in await _shown(screen, "l")


async def test_without_cards_nothing_breaks(home: Path) -> None:
    write_cards(home, {"config.toml": CONFIG})
    async with running((60, 20)) as screen:
        text = await _shown(screen, "s", "right", "left")
        assert "Nothing answered yet." in text
        assert "No cards yet." in text


async def test_it_may_be_left_while_it_counts(home: Path) -> None:
    _learned(home)
    async with running() as screen:
        screen.app.push_screen(StatisticsScreen())
        await screen.press("escape")
        await screen.app.workers.wait_for_complete()
        await screen.press()
        assert isinstance(screen.app.screen, HomeScreen)


async def test_cards_that_come_in_are_counted(home: Path) -> None:
    _learned(home)
    async with running() as screen:
        await _shown(screen, "s")
        write_cards(home, {"cards/3-c/z.md": questions("t", title="Third")})
        screen.app.files.read()
        text = await _shown(screen)
        assert "Third" in text


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", SIZES)
async def test_it_looks_as_before(home: Path, size: tuple[int, int], language: str) -> None:
    _learned(home, CONFIG.replace("'en'", f"'{language}'"))
    async with running(size) as screen:
        first = await _shown(screen, "s")
        year = await screen.press("n", "n")
    assert_looks_like(f"statistics-{language}-{size[0]}", f"{first}\n\n{year}")
