"""Messages: whole, broken where Chinese may break, above the grades and the keys."""

from pathlib import Path

from quizapp.errors import QuizappError
from quizapp.store.engines.failures import store_error
from tests.tui.decks import plain
from tests.tui.screens import running


async def test_a_chinese_message_is_whole_at_every_width(home: Path) -> None:
    plain(home, "a")
    for width in (50, 60, 80, 120):
        async with running((width, 24)) as screen:
            screen.app.say("这里没有可打开的图片或链接。" * 4)
            text = await screen.press()
            lines = [line.split("▌")[1].rstrip(" │") for line in text.splitlines() if "▌" in line]
            assert "".join("".join(lines).split()) == "这里没有可打开的图片或链接。" * 4
            assert not any(line.strip().startswith("。") for line in lines)


async def test_a_message_leaves_grades_and_keys_in_view(home: Path) -> None:
    plain(home, "a", "b")
    async with running((60, 20)) as screen:
        text = await screen.press("enter", "z", "space")
        assert "Buried until tomorrow" in text
        assert "1 Again" in text
        assert "as suggested" in text


async def test_a_new_message_takes_the_place_of_the_last(home: Path) -> None:
    plain(home, "a", "b", "c")
    async with running() as screen:
        await screen.press("enter", "z", "x")
        assert screen.told == "Suspended. u undoes."


async def test_an_error_that_is_told_again_stands_there_once(home: Path) -> None:
    plain(home, "a")
    async with running() as screen:
        for _ in range(3):
            screen.app.tell(QuizappError("the disk is full", "make room"))
            screen.app.warn("no backup was made")
            await screen.press()
        screen.app.tell(QuizappError("the disk is full", "make much room"))
        text = await screen.press()
        assert screen.told == "the disk is full make room no backup was made the disk is full make much room"
        assert text.count("make room") == 1


async def test_markup_in_a_message_is_text(home: Path) -> None:
    plain(home, "a")
    async with running() as screen:
        for shows in (screen.app.remark, screen.app.warn, lambda text: screen.app.tell(QuizappError(text, text))):
            shows("[red]a[/red] [@click=app.quit]b[/]")
            assert "[red]a[/red] [@click=app.quit]b[/]" in await screen.press()
            screen.app.clear_notifications()


async def test_an_error_is_told_in_chinese_where_the_interface_is(home: Path) -> None:
    plain(home, "a")
    async with running() as screen:
        await screen.press("l")
        screen.app.tell(store_error("q.db", OSError("database is locked")))
        await screen.press()
        assert screen.told == "另一个程序正在使用 q.db 请关闭那个程序，或再试一次"
