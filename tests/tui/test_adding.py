"""Cards written in the program."""

import tempfile
from contextlib import nullcontext
from pathlib import Path

import pytest

from quizapp.tui.screens.adding import AddScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.review import ReviewScreen
from tests.tui.adding import card, form, no_cards, opened, place, seen, settled, write
from tests.tui.decks import all_kinds, only
from tests.tui.screens import running


async def test_a_card_is_added_by_keys_alone_and_the_next_begins(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await place(screen, deck="vision", topic="Pooling", tags="cnn, new")
        await write(screen, "Why pool?", "Cost.\n\nContext too.")
        text = await screen.press("ctrl+s")
        assert "Added pooling/why-pool; ctrl+t takes it back." in text
        added = card(screen, "pooling/why-pool")
        assert (added.deck, added.tags) == ("vision", ("cnn", "new"))
        assert (form(screen).form.deck, form(screen).form.languages) == ("vision", ())
        await write(screen, "Why stride?", "Cost.")
        await screen.press("ctrl+s", "escape")
        assert isinstance(screen.app.screen, HomeScreen)
        assert "2 new" in screen.text


@pytest.mark.parametrize("where", ["review", "closing"])
async def test_it_opens_from_a_review_and_leads_back(home: Path, where: str) -> None:
    only(home, "basic")
    async with running() as screen:
        await screen.press("enter", *(["space", "3"] if where == "closing" else []))
        before = screen.app.screen
        await screen.press("a")
        assert isinstance(screen.app.screen, AddScreen)
        await screen.press("escape")
        assert screen.app.screen is before


async def test_a_letter_that_is_typed_as_an_answer_opens_nothing(home: Path) -> None:
    only(home, "typed")
    async with running() as screen:
        await screen.press("enter", "a")
        assert isinstance(screen.app.screen, ReviewScreen)


async def test_no_letter_acts_while_a_field_is_written(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await place(screen, topic="aqlu")
        await write(screen, "aqlu", "aqlu")
        assert isinstance(screen.app.screen, AddScreen)
        assert form(screen).form.text("en").answer == "aqlu"


async def test_enter_goes_on_from_a_line_and_breaks_one_in_a_field(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await screen.press("shift+tab", "shift+tab", "shift+tab")
        await screen.type("d")
        await screen.press("enter")
        await screen.type("t")
        await screen.press("enter", "enter")
        await screen.type("Why?")
        assert (form(screen).form.deck, form(screen).form.topic) == ("d", "t")
        assert form(screen).form.text("en").prompt == "Why?"


async def test_nothing_is_added_while_something_is_missing_and_the_cursor_goes_there(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await write(screen, "Why?")
        assert "Still empty: the answer" in screen.text
        await screen.press("shift+tab", "ctrl+s")
        await screen.type("So.")
        assert form(screen).form.text("en").answer == "So."
        assert screen.app.desk.collection.ids() == []


async def test_a_fault_is_told_and_saving_goes_to_its_line(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await place(screen, kind="m")
        text = await write(screen, "Which?", "- [x] two\n- [ ]\n- [ ] one")
        assert "✗ Answer, line 2: this option is empty" in text
        await screen.press("shift+tab", "ctrl+s")
        assert form(screen).area.cursor_location[0] == 1
        assert screen.app.desk.collection.ids() == []


async def test_typing_is_followed_without_a_key_and_without_moving_the_cursor(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizapp.tui.screens.form.PAUSE", 0.001)
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        focused = screen.app.screen.focused
        await screen.type("Why?")
        front = screen.app.screen
        assert isinstance(front, AddScreen)
        assert front._timer is not None
        if front._timer._task is not None:
            await front._timer._task
        await settled(screen)
        assert "Still empty: the answer" in await screen.press()
        assert screen.app.screen.focused is focused


async def test_a_card_like_it_is_named_while_one_writes(home: Path) -> None:
    all_kinds(home)
    async with running((100, 24)) as screen:
        await opened(screen)
        text = await write(screen, "What does a receptive field measure?", "x")
        assert "≈ like it: kinds/basic" in text


async def test_a_card_that_asks_the_same_is_added_only_on_a_second_word(home: Path) -> None:
    all_kinds(home)
    async with running() as screen:
        await opened(screen)
        await place(screen, topic="t")
        await write(screen, "what does a unit's receptive field measure", "x")
        count = len(screen.app.desk.collection.ids())
        assert "ctrl+s once more adds it all the same." in await screen.press("ctrl+s")
        assert len(screen.app.desk.collection.ids()) == count
        await screen.press("ctrl+s")
        assert len(screen.app.desk.collection.ids()) == count + 1


async def test_the_field_is_written_in_ones_own_editor(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    no_cards(home)
    script = home / "editor"
    script.write_text("#!/bin/sh\nprintf '因为。\\n' >> \"$1\"\n", encoding="utf-8")
    script.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(script))
    async with running() as screen:
        monkeypatch.setattr(screen.app, "suspend", nullcontext)
        await opened(screen)
        await write(screen, "Why?", "So.")
        await screen.press("ctrl+o")
        assert form(screen).form.text("en").answer == "So.\n因为。"


async def test_what_ones_own_editor_saved_before_it_failed_is_taken(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_cards(home)
    script = home / "editor"
    script.write_text("#!/bin/sh\nprintf 'More.\\n' >> \"$1\"\nexit 1\n", encoding="utf-8")
    script.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(script))
    async with running() as screen:
        monkeypatch.setattr(screen.app, "suspend", nullcontext)
        await opened(screen)
        await write(screen, "Why?", "So.")
        await screen.press("ctrl+o")
        assert "ended with status 1" in screen.told
        assert form(screen).form.text("en").answer == "So.\nMore."


async def test_where_no_folder_takes_temporary_files_it_is_told_and_nothing_is_lost(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_cards(home)
    monkeypatch.setenv("EDITOR", "true")
    async with running() as screen:
        monkeypatch.setattr(screen.app, "suspend", nullcontext)
        await opened(screen)
        await write(screen, "Why?", "So.")
        monkeypatch.setattr(tempfile, "_candidate_tempdir_list", lambda: [str(home / "none")])
        monkeypatch.setattr(tempfile, "tempdir", None)
        await screen.press("ctrl+o")
        assert "no folder takes temporary files" in screen.told
        assert form(screen).form.text("en").answer == "So."


async def test_an_editor_that_does_not_start_is_told_and_nothing_is_lost(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_cards(home)
    monkeypatch.setenv("EDITOR", str(home / "nowhere"))
    async with running() as screen:
        monkeypatch.setattr(screen.app, "suspend", nullcontext)
        await opened(screen)
        await write(screen, "Why?", "So.")
        await screen.press("ctrl+o")
        assert "cannot be started" in screen.told
        assert form(screen).form.text("en").answer == "So."


async def test_every_field_can_be_seen_at_the_smallest_size(home: Path) -> None:
    no_cards(home)
    async with running((60, 20)) as screen:
        await opened(screen)
        await place(screen, kind="p", deck="dd", topic="tt", tags="gg")
        text = await write(screen, "pp", "\n".join(f"line {number}" for number in range(30)))
        for shown in ("points", "dd", "tt", "gg", "pp", "line 29", "^s add"):
            assert shown in text
        assert "line 0" not in text
        text = await screen.press("f2")
        assert "Say your answer aloud" in text
        text = await screen.press("f3", *["f7"] * 5)
        assert "line 29" in await seen(screen)
        assert "line 29" in text or "line 0" in text


async def test_the_answered_side_and_the_form_come_back_by_the_same_keys(home: Path) -> None:
    no_cards(home)
    async with running((60, 20)) as screen:
        await opened(screen)
        await write(screen, "Why?", "So.")
        await screen.press("f2")
        assert "So." not in screen.text
        await screen.press("f3")
        assert "So." in await seen(screen)
        assert "▸English" in await screen.press("escape")
