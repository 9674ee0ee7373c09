"""The learner's own keys, from the settings file."""

from pathlib import Path

from tests.tui.decks import CONFIG, plain
from tests.tui.screens import running


def _keys(**keys: str) -> str:
    lines = "\n".join(f'"{action.replace("__", ".")}" = "{key}"' for action, key in keys.items())
    return f"{CONFIG}\n[keys]\n{lines}\n"


async def test_an_action_answers_to_its_new_key_only(home: Path) -> None:
    plain(home, "a", "b", config=_keys(review__undo="ctrl+z"))
    async with running() as screen:
        await screen.press("enter", "space", "3", "u")
        assert screen.asked == "b"
        assert "ctrl+z undo" in screen.text
        await screen.press("ctrl+z")
        assert screen.asked == "a"


async def test_messages_name_the_new_key(home: Path) -> None:
    plain(home, "a", "b", config=_keys(review__undo="ctrl+z"))
    async with running() as screen:
        await screen.press("enter", "z")
        assert "ctrl+z undoes" in screen.told


async def test_a_key_that_is_taken_is_told_and_changes_nothing(home: Path) -> None:
    plain(home, "a", "b", config=_keys(review__undo="x"))
    async with running() as screen:
        assert "`x` for review.undo already does something else" in screen.told
        await screen.press("enter", "space", "3", "u")
        assert screen.asked == "a"


async def test_an_unknown_action_is_told_with_whatever_signs_it_holds(home: Path) -> None:
    plain(home, "a", config=f'{CONFIG}\n[keys]\n"review.[/nothing]" = "k"\n')
    async with running((120, 30)) as screen:
        assert "there is no action `review.[/nothing]`" in screen.told
        assert "review.[/nothing]" in screen.text
