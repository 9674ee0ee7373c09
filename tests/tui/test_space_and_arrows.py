"""A session without digits: the cursor marks, space and enter go on."""

from pathlib import Path

from tests.tui.decks import only, plain
from tests.tui.screens import running


async def test_space_shows_the_answer_and_takes_the_suggested_grade(home: Path) -> None:
    plain(home, "a", "b")
    async with running() as screen:
        await screen.press("space", "space", "space", "space", "space")
        assert screen.log == [("a", "answer", 4), ("b", "answer", 4)]


async def test_enter_alone_leads_through_a_session(home: Path) -> None:
    plain(home, "a", "b")
    async with running() as screen:
        await screen.press("enter", "enter", "enter", "enter", "enter")
        assert [card for card, _, _ in screen.log] == ["a", "b"]


async def test_the_cursor_and_space_mark_an_option_and_take_it_back(home: Path) -> None:
    only(home, "choice")
    async with running() as screen:
        marked = await screen.press("enter", "down", "down", "space")
        assert "▸ 2 (•)" in marked
        assert "(•)" not in await screen.press("space")


async def test_the_cursor_reaches_entries_beyond_the_ninth(home: Path) -> None:
    options = "\n".join(f"- [{'x' if number == 1 else ' '}] option {number}" for number in range(1, 31))
    plain(home, "unused")
    (home / "cards" / "plain.md").write_text(f"# Plain\n\n## Which of thirty? {{#thirty}}\n\n{options}\n", "utf-8")
    async with running((60, 20)) as screen:
        await screen.press("enter", *["down"] * 30)
        text = await screen.press("space")
        assert "▸ 30 (•)" in text
        assert "1–9 ↑ ↓ ␣" in text


async def test_items_are_put_in_order_by_cursor_and_space(home: Path) -> None:
    only(home, "order")
    async with running() as screen:
        text = await screen.press("enter", "down", "space", "down", "space", "down", "space")
        assert "→ 3." in text
        text = await screen.press("enter")
        assert "right" in text
        assert "▸1 Again" in text or "▸3 Good" in text
