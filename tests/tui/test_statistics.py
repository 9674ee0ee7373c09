"""The statistics screen."""

from pathlib import Path

import pytest

from quizapp.store.collection import Collection
from quizapp.store.counting.growth import Grown
from quizapp.tui.screens.adding import AddScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.statistics import StatisticsScreen
from tests.conftest import NOW, questions, write_cards
from tests.store.rows import good
from tests.tui.decks import CONFIG
from tests.tui.screens import assert_looks_like, running
from tests.tui.statistics import learned, shown

SIZES = [(60, 20), (80, 24), (120, 30)]


async def test_s_shows_how_learning_goes_and_leads_back(home: Path) -> None:
    learned(home)
    async with running() as screen:
        text = await shown(screen, "s")
        assert "Statistics · All decks" in text
        assert "2 answers in 3 s, 1 new card." in text
        await screen.press("escape")
        assert isinstance(screen.app.screen, HomeScreen)


async def test_arrows_go_through_the_decks(home: Path) -> None:
    learned(home)
    async with running() as screen:
        await shown(screen, "s")
        assert "1 answer in 3 s, 0 new cards." in await shown(screen, "right")
        assert "1 answer in 0 s, 1 new card." in await shown(screen, "right")
        assert "2 answers in 3 s" in await shown(screen, "right")
        assert "· b" in (await shown(screen, "left")).splitlines()[0]


async def test_sections_are_reached_one_after_the_other(home: Path) -> None:
    learned(home)
    async with running() as screen:
        await shown(screen, "s")
        titles = []
        for _number in range(4):
            titles.append((await screen.press("n")).splitlines()[2].strip())
        assert titles == ["Readiness", "The year", "What comes", "Retention"]
        assert (await screen.press("p")).splitlines()[2].strip() == "What comes"


async def test_j_and_k_scroll_as_the_arrows_do(home: Path) -> None:
    learned(home)
    async with running() as screen:
        first = await shown(screen, "s")
        down = await screen.press("j", "j", "j")
        assert [line[:60].rstrip() for line in down.splitlines()[2:9]] == [
            line[:60].rstrip() for line in first.splitlines()[5:12]
        ]
        assert await screen.press("k", "k", "k") == first


async def test_what_figures_mean_is_shown_where_they_stand_and_in_the_help(home: Path) -> None:
    learned(home)
    async with running((100, 60)) as screen:
        assert "day_starts_at" not in await shown(screen, "s")
        assert "day_starts_at" in await screen.press("w")
        assert "hide meanings" in screen.text
        assert "day_starts_at" not in await screen.press("w")
        await screen.press("question_mark")
        assert "r^(t/I)" in screen.text


async def test_cards_are_added_from_here_too(home: Path) -> None:
    learned(home)
    async with running() as screen:
        await shown(screen, "s", "a")
        assert isinstance(screen.app.screen, AddScreen)
        await screen.press("escape")
        assert isinstance(screen.app.screen, StatisticsScreen)


async def test_with_another_deck_the_section_that_was_read_stays_and_the_line_in_it(home: Path) -> None:
    learned(home)
    many = {f"cards/1-a/z{number}.md": questions("t", title=f"Topic {number}") for number in range(9)}
    write_cards(home, many)
    async with running((80, 24)) as screen:
        await shown(screen, "s")
        screen.app.desk.collection.append([good(f"z{number}/t", NOW) for number in range(9)])
        text = await shown(screen, "right", "n", "n", "n", "j", "j")
        assert text.splitlines()[2].strip().startswith("In the next 30 days:")
        for key in ("right", "right", "left", "left", "l"):
            assert (await shown(screen, key)).splitlines()[2].strip().startswith(("In the next 30", "未来 30 天"))
        assert (await shown(screen, "l", "w")).splitlines()[2].strip().startswith("In the next 30")


async def test_another_deck_is_told_without_another_look_at_the_log(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learned(home)
    looks, grown = [], Collection.grown

    def look(collection: Collection, basis: str | None) -> Grown:
        looks.append("")
        return grown(collection, basis)

    monkeypatch.setattr(Collection, "grown", look)
    async with running() as screen:
        await shown(screen, "s", "g", *"+20", "enter")
        await shown(screen, "right", "right", "left")
        assert len(looks) == 1
        screen.app.desk.collection.append([good("x/q", NOW)])  # another program, perhaps
        assert "2 answers in 3 s, 1 new card." in await shown(screen, "t")
        assert len(looks) == 2


@pytest.mark.parametrize(
    ("width", "day", "keys"),
    [
        (60, "", ["← → deck", "g a day", "esc back", "? keys"]),
        (60, "+20", ["← → deck", "t keep plan", "c practise", "esc back", "? keys"]),
        (80, "", ["← → deck", "g a day", "esc back", "tab next section", "? keys"]),
        (80, "+20", ["← → deck", "t keep plan", "c practise", "esc back", "g a day", "? keys"]),
    ],
)
async def test_the_keys_most_wanted_have_room(home: Path, width: int, day: str, keys: list[str]) -> None:
    learned(home)
    async with running((width, 24)) as screen:
        text = await shown(screen, "s", *(["g", *day, "enter"] if day else []))
        assert text.splitlines()[-1].strip().split("   ")[: len(keys) - 1] == keys[:-1]
        assert text.splitlines()[-1].strip().endswith(keys[-1])


async def test_the_help_has_the_arrows(home: Path) -> None:
    learned(home)
    async with running((80, 60)) as screen:
        await shown(screen, "s")
        lines = [line.strip("│ ").rstrip() for line in (await screen.press("question_mark")).splitlines()]
        told = {words[0]: words[-1] for line in lines if len(words := line.split("  ")) > 1}
        assert [told[keys].strip() for keys in ("→", "←", "↓ j", "↑ k")] == [
            "The next deck",
            "The deck before",
            "Down",
            "Up",
        ]


async def test_arrows_and_pages_scroll(home: Path) -> None:
    learned(home)
    async with running() as screen:
        first = await shown(screen, "s")
        assert await screen.press("down", "down") == await screen.press("up", "j", "k", "j")
        assert await screen.press("up", "up", "pagedown") != first
        assert await screen.press("end") != await screen.press("pageup")
        assert await screen.press("home") == first


async def test_languages_switch_in_place(home: Path) -> None:
    learned(home)
    async with running() as screen:
        await shown(screen, "s")
        assert "统计" in await shown(screen, "l")
        await screen.resize(100, 120)
        assert "评分：计入日程的全部作答" in await screen.press("question_mark")


async def test_without_cards_nothing_breaks(home: Path) -> None:
    write_cards(home, {"config.toml": CONFIG})
    async with running((60, 20)) as screen:
        text = await shown(screen, "s", "right", "left")
        assert "Nothing answered yet." in text
        assert "No cards yet." in text


async def test_it_may_be_left_while_it_counts(home: Path) -> None:
    learned(home)
    async with running() as screen:
        screen.app.push_screen(StatisticsScreen())
        await screen.press("escape")
        await screen.app.workers.wait_for_complete()
        await screen.press()
        assert isinstance(screen.app.screen, HomeScreen)


async def test_cards_that_come_in_are_counted(home: Path) -> None:
    learned(home)
    async with running() as screen:
        await shown(screen, "s")
        write_cards(home, {"cards/3-c/z.md": questions("t", title="Third")})
        screen.app.files.read()
        text = await shown(screen)
        assert "Third" in text


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", SIZES)
async def test_it_looks_as_before(home: Path, size: tuple[int, int], language: str) -> None:
    learned(home, CONFIG.replace("'en'", f"'{language}'"))
    async with running(size) as screen:
        first = await shown(screen, "s")
        year = await screen.press("n", "n")
    assert_looks_like(f"statistics-{language}-{size[0]}", f"{first}\n\n{year}")
