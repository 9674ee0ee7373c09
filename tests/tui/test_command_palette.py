"""The command palette knows every action of the screen and does it."""

from pathlib import Path

from quizapp.tui.app import all_bindings
from tests.tui.checks import params
from tests.tui.decks import all_kinds, plain
from tests.tui.screens import running


async def test_every_described_action_is_in_the_palette_once(home: Path) -> None:
    params(home)
    async with running() as screen:
        for name, keys in (("home", []), ("review", ["enter", "escape"]), ("closing", ["enter", "enter", "4"])):
            await screen.press(*keys)
            listed = [command.title for command in screen.app.get_system_commands(screen.app.screen)]
            described = {binding.description for binding in all_bindings()[name] if binding.description}
            assert described <= set(listed)
            assert len(listed) == len(set(listed))


async def test_what_only_computed_questions_have_is_listed_at_no_other_card(home: Path) -> None:
    plain(home, "a")
    async with running() as screen:
        await screen.press("enter")
        listed = [command.title for command in screen.app.get_system_commands(screen.app.screen)]
        assert not [title for title in listed if "Practise" in title or "hint" in title]


async def test_a_command_found_by_name_is_done(home: Path) -> None:
    all_kinds(home)
    async with running() as screen:
        await screen.press("enter", "ctrl+p")
        await screen.type("Suspend")
        await screen.press("down", "enter")
        await screen.pilot.pause()
        assert screen.log == [("basic", "suspend", None)]


async def test_commands_speak_the_language_of_the_interface(home: Path) -> None:
    plain(home, "a")
    async with running() as screen:
        await screen.press("l")
        listed = [command.title for command in screen.app.get_system_commands(screen.app.screen)]
        assert "学习选中的卡组" in listed
        assert not any(title.isascii() for title in listed)
