"""Kinds of cards in the form: chosen by arrows or letters, each with what it wants."""

from pathlib import Path

import pytest

from tests.tui.adding import card, form, no_cards, opened, place, seen, write
from tests.tui.decks import all_kinds
from tests.tui.screens import running


@pytest.mark.parametrize(
    ("letter", "kind", "prompt", "answer"),
    [
        ("b", "basic", "Why?", "So."),
        ("r", "reverse", "Chat (French)", "cat"),
        ("c", "cloze", "It is ==so==.", ""),
        ("m", "choice", "Which?", "one\n* two"),
        ("o", "order", "Order?", "a\nb"),
        ("p", "points", "Why?", "a\nb"),
        ("t", "typed", "7 × 8?", "56"),
    ],
)
async def test_every_kind_is_added_under_its_letter(
    home: Path, letter: str, kind: str, prompt: str, answer: str
) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await place(screen, topic="t", kind=letter)
        await write(screen, prompt, answer)
        await screen.press("ctrl+s")
        id_ = next(id_ for id_ in screen.app.desk.collection.ids() if not id_.endswith("~reverse"))
        assert card(screen, id_).kind == kind


async def test_arrows_go_through_the_kinds_and_round(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await screen.press(*["shift+tab"] * 4)
        assert "‹ exercise ›" in await screen.press("left")
        assert "‹ reverse ›" in await screen.press("right", "right")


async def test_a_check_begins_with_a_block_that_is_drawn_live(home: Path) -> None:
    no_cards(home)
    async with running((120, 30)) as screen:
        await opened(screen)
        await place(screen, topic="t", kind="k")
        assert "```check" in screen.text
        text = await write(screen, "What is left of {{h}} with {{k}}?")
        assert "What is left of 28 with 2?" in text
        assert "✗" not in text
        for _ in range(4):
            await screen.press("ctrl+r")
            text = await seen(screen)
        assert "What is left of 28 with 2?" not in text
        await screen.press("ctrl+s")
        assert card(screen, screen.app.desk.collection.ids()[0]).kind == "check"


async def test_a_doubt_about_a_check_is_told_and_passed_over_on_a_second_word(home: Path) -> None:
    no_cards(home)
    async with running((120, 30)) as screen:
        await opened(screen)
        await place(screen, topic="t", kind="k")
        assert "unknown name `kk`" in await write(screen, "{{h}} and {{kk}}?")
        assert "once more" in await screen.press("ctrl+s")
        assert screen.app.desk.collection.ids() == []
        await screen.press("ctrl+s")
        assert len(screen.app.desk.collection.ids()) == 1


async def test_a_block_into_which_nobody_wrote_goes_with_its_kind(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await place(screen, kind="k")
        assert "```check" in screen.text
        await place(screen, kind="b")
        assert "```" not in screen.text
        await screen.press("escape")
        assert "not added yet" not in screen.text


async def test_what_was_written_outlives_a_change_of_kind(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await write(screen, "Why?", "Mine.")
        await screen.press("shift+tab")
        await place(screen, kind="k")
        assert form(screen).form.text("en").answer == "Mine."


async def test_the_second_language_of_a_check_begins_with_its_texts(home: Path) -> None:
    no_cards(home)
    async with running((120, 30)) as screen:
        await opened(screen)
        await place(screen, topic="t", kind="k")
        await write(screen, "{{h}} and {{k}}?")
        await screen.press("ctrl+l")
        assert "#  no-one: …" in screen.text
        await write(screen, "{{h}} 和 {{k}}？")
        await screen.press("ctrl+s", "ctrl+s")
        assert set(card(screen, screen.app.desk.collection.ids()[0]).faces) == {"en", "zh"}


async def test_names_that_are_there_are_offered_and_taken(home: Path) -> None:
    all_kinds(home)
    async with running() as screen:
        await opened(screen)
        await screen.press("shift+tab", "shift+tab")
        await screen.type("al")
        assert "↓ All kinds" in await screen.press()
        await screen.press("right")
        assert form(screen).form.topic == "All kinds"
        await screen.press("ctrl+u")
        await screen.type("各")
        await screen.press("down")
        assert form(screen).form.topic == "各种题型"
        await screen.press("down")
        assert form(screen).form.topic == "各"


async def test_a_new_line_is_indented_as_the_one_above(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await write(screen, "Why?", "- a\n  b")
        await screen.press("enter")
        await screen.type("c")
        assert form(screen).form.text("en").answer == "- a\n  b\n  c"
