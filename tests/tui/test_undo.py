"""Undo: many times, on the closing screen, on home, and after a restart."""

from pathlib import Path

from tests.tui.decks import only, plain
from tests.tui.screens import running


async def test_undo_takes_back_answer_after_answer(home: Path) -> None:
    plain(home, "a", "b", "c")
    async with running() as screen:
        await screen.press("enter", "space", "3", "space", "4")
        assert screen.asked == "c"
        await screen.press("u")
        assert (screen.asked, screen.log) == ("b", [("a", "answer", 4)])
        await screen.press("u")
        assert (screen.asked, screen.log) == ("a", [])
        await screen.press("u")
        assert (screen.asked, screen.told) == ("a", "Nothing left to undo today.")


async def test_undo_on_the_closing_screen_brings_the_last_card_back(home: Path) -> None:
    plain(home, "a", "b")
    async with running() as screen:
        closing = await screen.press("enter", "space", "3", "space", "3")
        assert "Done for now" in closing
        await screen.press("u")
        assert screen.asked == "b"
        assert "Done for now" in await screen.press("space", "4")
        assert screen.log == [("a", "answer", 4), ("b", "answer", 5)]


async def test_undo_reaches_across_a_restart(home: Path) -> None:
    plain(home, "a", "b")
    async with running() as screen:
        await screen.press("enter", "space", "3", "q")
    async with running() as screen:
        await screen.press("u")
        assert (screen.asked, screen.log) == ("a", [])


async def test_undo_brings_back_a_suspended_card(home: Path) -> None:
    plain(home, "a", "b")
    async with running() as screen:
        await screen.press("enter", "x", "u")
        assert (screen.asked, screen.log) == ("a", [])


async def test_undo_leaves_an_input_empty_for_the_next_card(home: Path) -> None:
    plain(home, "a")
    typed = "".join(f"## Type {name} {{#{name} .typed}}\n\n{name}\n\n" for name in ("one", "two"))
    (home / "cards" / "plain.md").write_text(f"# Plain\n\n{typed}", "utf-8")
    async with running() as screen:
        await screen.press("enter", "q", "w", "escape", "z")
        assert screen.asked == "two"
        assert "qw" not in screen.text


async def test_an_answer_not_graded_yet_is_taken_back_with_its_picks(home: Path) -> None:
    only(home, "choice")
    async with running() as screen:
        picked = await screen.press("enter", "2")
        assert "not right" in await screen.press("enter") or "right" in screen.text
        assert (await screen.press("u")).replace("▸", " ") == picked.replace("▸", " ")
