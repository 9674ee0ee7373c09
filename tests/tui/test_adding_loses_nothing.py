"""What was written outlives whatever happens to the form, and what was added can be taken back."""

import json
from pathlib import Path

import pytest

from quizapp.tui.screens.home import HomeScreen
from tests.tui.adding import form, no_cards, opened, place, write
from tests.tui.screens import running


async def test_the_last_card_is_taken_back_and_stands_in_the_form_again(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await place(screen, topic="t")
        await write(screen, "Why?", "So.")
        await screen.press("ctrl+s")
        assert "Taken back: t/why" in await screen.press("ctrl+t")
        assert screen.app.desk.collection.ids() == []
        assert form(screen).form.text("en").answer == "So."
        await screen.press("ctrl+s")
        assert screen.app.desk.collection.ids() == ["t/why"]


async def test_no_card_is_taken_back_while_another_is_begun(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await place(screen, topic="t")
        await write(screen, "Why?", "So.")
        await screen.press("ctrl+s")
        await screen.type("How")
        text = await screen.press("ctrl+t")
        assert "First add what is begun here, or empty it: then ctrl+t takes t/why back." in " ".join(text.split())
        assert screen.app.desk.collection.ids() == ["t/why"]
        await screen.press("ctrl+u", "ctrl+t")
        assert form(screen).form.text("en").prompt == "Why?"
        assert screen.app.desk.collection.ids() == []


async def test_a_file_changed_meanwhile_is_not_taken_back(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await place(screen, topic="t")
        await write(screen, "Why?", "So.")
        await screen.press("ctrl+s")
        file = home / "cards" / "t.en.md"
        file.write_text(file.read_text(encoding="utf-8") + "\nmore\n", encoding="utf-8")
        await screen.press("ctrl+t")
        assert "was changed since" in screen.told
        assert "more" in file.read_text(encoding="utf-8")


async def test_a_disk_that_refuses_loses_nothing_that_was_typed(home: Path) -> None:
    no_cards(home)
    (home / "cards" / "t.en.md").mkdir(parents=True)
    async with running() as screen:
        await opened(screen)
        await place(screen, topic="t")
        await write(screen, "Why?", "So.")
        await screen.press("ctrl+s")
        assert "is not a plain file" in screen.told
        assert form(screen).form.text("en").answer == "So."


async def test_leaving_asks_and_what_is_kept_stands_there_again(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await write(screen, "Why?", "half an answer")
        assert "This card is not added yet" in await screen.press("escape")
        await screen.press("enter")
        assert isinstance(screen.app.screen, HomeScreen)
        assert "half an answer" in await opened(screen)


@pytest.mark.parametrize(("key", "left"), [("d", True), ("s", False), ("escape", False)])
async def test_what_is_discarded_is_gone_and_staying_stays(home: Path, key: str, left: bool) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await write(screen, "Why?", "half an answer")
        await screen.press("escape", key)
        assert isinstance(screen.app.screen, HomeScreen) is left
        if left:
            assert "half an answer" not in await opened(screen)
        else:
            assert "half an answer" in screen.text


async def test_a_program_that_is_left_loses_nothing(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await place(screen, topic="t")
        await write(screen, "Why?", "half an answer")
        await screen.press("ctrl+q")
    (file,) = (home / "drafts").iterdir()
    assert json.loads(file.read_text(encoding="utf-8"))["form"]["texts"]["en"]["answer"] == "half an answer"
    async with running() as screen:
        text = await opened(screen)
        assert "half an answer" in text
        assert "Topic    t" in text


async def test_where_cards_go_is_known_the_next_time(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await place(screen, kind="c", deck="d", topic="t", tags="x")
        await write(screen, "It is ==so==.")
        await screen.press("ctrl+s", "escape")
        await opened(screen)
        kept = form(screen).form
        assert (kept.kind, kept.deck, kept.topic, kept.tags, kept.languages) == ("cloze", "d", "t", ("x",), ())


async def test_what_is_pasted_or_was_kept_cannot_drive_the_terminal(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await place(screen, topic="t\x1b[2J")
        await write(screen, "Why\x1b[2J?\r\nMore.", "So\x9b2J.")
        assert form(screen).form.text("en").prompt == "Why␛[2J?\nMore."
        assert "\x1b" not in repr(form(screen).form)
        assert "\x9b" not in repr(form(screen).form)
        await screen.press("escape", "k")
    (file,) = (home / "drafts").iterdir()
    file.write_text(file.read_text(encoding="utf-8").replace("Why", "Why\\u001b[2J"), encoding="utf-8")
    async with running() as screen:
        await opened(screen)
        assert "\x1b" not in screen.text
