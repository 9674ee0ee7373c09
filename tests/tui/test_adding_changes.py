"""A card that is there, changed in the form."""

from pathlib import Path

import pytest
from textual.widgets import Input

from quizapp.errors import UsageError
from quizapp.study.editing.templates import template
from quizapp.tui.screens.changing import ChangeScreen
from tests.conftest import questions, write_cards
from tests.tui.adding import card, form, seen, settled
from tests.tui.decks import all_kinds
from tests.tui.screens import Screen, running


async def _open(screen: Screen, id_: str = "kinds/basic") -> str:
    await screen.app.push_screen(ChangeScreen(card(screen, id_)))
    await settled(screen)
    return await seen(screen)


async def test_a_card_is_changed_in_its_place_and_its_history_stays(home: Path) -> None:
    all_kinds(home)
    async with running() as screen:
        text = await _open(screen)
        assert "What does a unit's receptive field measure?" in text
        assert "like it" not in text
        await screen.press("tab", "ctrl+end")
        await screen.type(" Nothing else.")
        await screen.press("ctrl+s")
        assert not isinstance(screen.app.screen, ChangeScreen)
        assert "Changed: kinds/basic" in screen.told
        file = (home / "cards" / "kinds.en.md").read_text(encoding="utf-8")
        assert "It is fixed by the architecture, not by the weights. Nothing else.\n\n## Which model" in file
        assert set(card(screen, "kinds/basic").faces) == {"en", "zh"}


async def test_each_language_is_changed_in_its_own_file(home: Path) -> None:
    all_kinds(home)
    async with running() as screen:
        await _open(screen)
        assert "单元的感受野" in await screen.press("ctrl+l")
        await screen.press("end")
        await screen.type("呢")
        await screen.press("ctrl+s")
        assert "衡量什么？呢 {#basic}" in (home / "cards" / "kinds.zh.md").read_text(encoding="utf-8")


async def test_a_card_left_as_it_was_is_left_at_once(home: Path) -> None:
    all_kinds(home)
    before = (home / "cards" / "kinds.en.md").read_bytes()
    async with running() as screen:
        await _open(screen, "kinds/points")
        await screen.press("escape")
        assert not isinstance(screen.app.screen, ChangeScreen)
    assert (home / "cards" / "kinds.en.md").read_bytes() == before


async def test_a_change_that_is_discarded_is_gone_and_one_that_is_kept_comes_back(home: Path) -> None:
    all_kinds(home)
    async with running() as screen:
        for key, left in (("k", True), ("d", False)):
            await _open(screen)
            await screen.type("Kept? ")
            await screen.press("escape", key)
            await _open(screen)
            assert ("Kept?" in form(screen).form.text("en").prompt) is left
            await screen.press("escape", *(["d"] if left else []))


async def test_the_place_of_a_card_cannot_be_changed(home: Path) -> None:
    all_kinds(home)
    async with running() as screen:
        await _open(screen)
        await screen.press("shift+tab", "shift+tab", "right")
        assert form(screen).form.kind == "reverse"
        assert form(screen).form.topic == "kinds"


async def test_the_place_of_a_card_is_text_and_no_field(home: Path) -> None:
    all_kinds(home)
    async with running() as screen:
        text = await _open(screen)
        assert "Deck     cards" in text
        assert "Topic    kinds" in text
        shown = [field.id for field in form(screen).query(Input) if field.display]
        assert shown == ["tags"]


async def test_what_is_said_meanwhile_does_not_lie_over_what_is_written(home: Path) -> None:
    all_kinds(home)
    async with running() as screen:
        await _open(screen)
        screen.app.remark("1 changed file was read again.")
        assert "1 changed file was read again." in await screen.press()
        assert screen.told == ""


async def test_an_error_is_shown_above_what_is_written(home: Path) -> None:
    all_kinds(home)
    async with running() as screen:
        await _open(screen)
        screen.app.tell(UsageError("it went wrong", "do it again"))
        text = (await screen.press()).split("\n")
        (line,) = (number for number, told in enumerate(text) if "it went wrong" in told)
        assert line < next(number for number, told in enumerate(text) if "Prompt" in told)


async def test_a_card_that_says_what_an_answer_begins_with_is_left_as_it_was(home: Path) -> None:
    all_kinds(home)
    (home / "cards" / "check.en.md").write_text(f"## {{{{h}}}}, {{{{k}}}}? {{#a}}\n\n{template('check')}\n", "utf-8")
    async with running() as screen:
        await _open(screen, "check/a")
        assert "Still empty" not in screen.text
        await screen.press("escape")
        assert not isinstance(screen.app.screen, ChangeScreen)


async def test_a_change_is_saved_where_a_new_card_is_added(home: Path) -> None:
    all_kinds(home)
    async with running() as screen:
        assert "^s save" in await _open(screen)
        await screen.press("tab", "ctrl+end", "x")
        assert "This change is not saved yet" in await screen.press("escape")


async def test_a_bundled_card_becomes_ones_own_and_says_so(
    home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("quizapp.paths._PACKAGE", tmp_path / "program")
    write_cards(tmp_path / "program" / "content", {"06/pooling.md": questions("a", title="Pooling")})
    write_cards(home, {"config.toml": "interface = 'en'\n"})
    async with running() as screen:
        await _open(screen, "pooling/a")
        await screen.press("tab", "ctrl+end")
        await screen.type(" Mine.")
        await screen.press("ctrl+s")
        assert "Changed: pooling/a. Your own copy now covers the bundled card" in screen.told
        await _open(screen, "pooling/a")
        await screen.press("tab", "ctrl+end")
        await screen.type(" Again.")
        await screen.press("ctrl+s")
        assert "Changed: pooling/a. U takes it back." in screen.told


async def test_a_change_that_was_left_says_that_the_card_was_changed_since(home: Path) -> None:
    all_kinds(home)
    file = home / "cards" / "kinds.en.md"
    async with running((100, 30)) as screen:
        await _open(screen)
        await screen.press("tab", "ctrl+end", "x", "escape", "k")
        assert "The card was changed since" not in await _open(screen)
        await screen.press("escape", "k")
        file.write_text(file.read_text(encoding="utf-8").replace("the unit's value", "its value"), encoding="utf-8")
        await screen.press("r")
        await settled(screen)
        assert "This was left here before. The card was changed since" in await _open(screen)
        await screen.press("escape", "d")
        await _open(screen)
        assert "can change its value." in form(screen).form.text("en").answer


async def test_a_change_that_empties_the_card_is_not_left_without_a_question(home: Path) -> None:
    all_kinds(home)
    async with running() as screen:
        await _open(screen)
        form(screen).area.text = ""
        await screen.press("shift+tab")
        form(screen).area.text = ""
        assert "This change is not saved yet" in await screen.press("escape")


async def test_no_letter_takes_an_edit_of_a_file_back_while_a_card_is_written(home: Path) -> None:
    all_kinds(home)
    async with running() as screen:
        await _open(screen)
        screen.app.screen.set_focus(None)
        await screen.press("U")
        assert screen.told == ""
        await screen.press("escape")
        await screen.press("U")
        assert "Nothing was edited here." in screen.told
