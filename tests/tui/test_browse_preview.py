"""The card under the cursor, whole, beside the table or below it."""

from pathlib import Path

import pytest

from tests.tui.browsing import browsing, four_cards
from tests.tui.decks import CONFIG, all_kinds


async def test_a_wide_terminal_shows_the_card_beside_the_table(home: Path) -> None:
    four_cards(home)
    async with browsing((120, 30)) as browser:
        text = browser.screen.text
        assert "The largest value of each window." in text
        assert "deck: 06-pools" in text
        assert "[x] a convolution" in await browser.press("enter", "down")
        assert "[x] a convolution" not in await browser.press("v")


async def test_a_narrow_one_shows_it_below_on_a_key(home: Path) -> None:
    four_cards(home)
    async with browsing((60, 20)) as browser:
        assert "The largest value" not in browser.screen.text
        text = await browser.press("enter", "tab")
        assert text.index("What does max pooling keep?") < text.index("The largest value of each window.")
        assert "slides" in await browser.press("end", "up")
        assert "The largest value" not in await browser.press("home", "v")


async def test_the_preview_follows_the_width_of_the_terminal(home: Path) -> None:
    four_cards(home)
    async with browsing((80, 24)) as browser:
        assert "The largest value" not in browser.screen.text
        await browser.screen.resize(120, 24)
        assert "The largest value" in await browser.press("enter")


@pytest.mark.parametrize(
    ("card", "seen"),
    [
        ("basic", "The size of the input region"),
        ("choice", "[x] random forest"),
        ("order", "1. perceptron"),
        ("cloze", "the rate"),
        ("points", "- validation error rises"),
        ("typed", "7 | 7x7"),
    ],
)
async def test_every_kind_is_shown_with_its_answer(home: Path, card: str, seen: str) -> None:
    all_kinds(home)
    async with browsing((120, 40)) as browser:
        await browser.search(f"id:kinds/{card}")
        assert seen in browser.screen.text


async def test_a_computed_question_is_shown_with_numbers(home: Path) -> None:
    four_cards(home, CONFIG)
    check = (
        "## How many? {#many}\n\nTwice {{n}}.\n\n```check\ndraw:\n  n: [4]\nanswer: 2 * n\n```\n\nIt is {{answer}}.\n"
    )
    (home / "cards" / "sum.md").write_text(check)
    async with browsing((120, 30)) as browser:
        await browser.search("kind:check")
        text = browser.screen.text
        assert "Twice 4." in text
        assert "It is 8." in text


async def test_a_long_card_is_paged_through(home: Path) -> None:
    four_cards(home)
    lines = "\n\n".join(f"Line {number} of it." for number in range(60))
    (home / "cards" / "long.md").write_text(f"## Long? {{#l}}\n\n{lines}\n")
    async with browsing((120, 30)) as browser:
        await browser.search("id:long/l")
        assert "Line 40 of it." not in browser.screen.text
        assert "Line 40 of it." in await browser.press("enter", "right", "right", "right")
        assert "Line 1 of it." in await browser.press("left", "left", "left")
