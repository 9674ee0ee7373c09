"""`e` opens a card in the learner's own editor, and what is seen afterwards is the new text."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quizapp.tui.app import QuizApp
from quizapp.tui.screens.faults import FaultsScreen
from quizapp.tui.screens.review import ReviewScreen
from tests.conftest import questions, write_cards
from tests.editors import editor
from tests.tui.decks import only, plain
from tests.tui.screens import running

WORDS = "What does a unit's receptive field measure?"


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A terminal that can be left to another program: Textual's own suspension needs a real one."""
    done: list[str] = []

    @contextmanager
    def suspend(_app: QuizApp) -> Iterator[None]:
        done.append("left")
        yield
        done.append("back")

    monkeypatch.setattr(QuizApp, "suspend", suspend)
    return done


async def test_the_question_shows_its_new_text(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only(home, "basic")
    told = editor(home, monkeypatch, WORDS, "What is a receptive field?")
    async with running() as screen:
        await screen.press("enter")
        text = await screen.press("e")
        assert "What is a receptive field?" in text
        assert "The size of the input region" not in text
        assert "Changed: kinds/basic. U takes it back." in screen.told
        assert told.read_text() == f"+11 {home}/cards/kinds.en.md\n"


async def test_an_answer_that_is_shown_stays_shown_and_is_graded(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only(home, "basic")
    editor(home, monkeypatch, "The size of the input region", "The input region")
    async with running() as screen:
        text = await screen.press("enter", "space", "e")
        assert "The input region that can change" in text
        assert "▸3 Good" in text
        await screen.press("3")
        assert screen.log == [("basic", "answer", 4)]


async def test_what_was_picked_stays_picked(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only(home, "several")
    editor(home, monkeypatch, "Which two are even?", "Which two are even numbers?")
    async with running() as screen:
        before = await screen.press("enter", "1")
        after = await screen.press("e")
        assert after.split("\n")[4:9] == before.replace("even?", "even numbers?").split("\n")[4:9]
        assert "1 [x]" in after


async def test_a_card_of_another_kind_is_asked_anew(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain(home, "a")
    editor(home, monkeypatch, "The answer to a.", "- [ ] yes\n- [x] no")
    async with running() as screen:
        text = await screen.press("enter", "space", "e")
        assert "[ ]" in text or "( )" in text
        assert "▸3 Good" not in text


async def test_a_card_taken_out_makes_room_for_the_next(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain(home, "a", "b")
    editor(home, monkeypatch, "## What is a? {#a}\n\nThe answer to a.\n", "")
    async with running() as screen:
        await screen.press("enter", "e")
        assert screen.asked == "b"
        assert "its history stays" in screen.told


async def test_the_last_card_taken_out_ends_the_session(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain(home, "a")
    editor(home, monkeypatch, "## What is a? {#a}\n\nThe answer to a.\n", "")
    async with running() as screen:
        await screen.press("enter", "e")
        assert screen.asked is None
        await screen.press("U")
        assert "What is a?" in await screen.press("enter")


async def test_a_fault_is_told_with_its_line_and_the_text_before_stays(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain(home, "a", "b")
    editor(home, monkeypatch, "## What is a? {#a}", "## {#a}")
    async with running() as screen:
        text = await screen.press("enter", "e")
        assert "What is a?" in text
        assert "1 fault: the text before stays in use" in screen.told
        assert "plain.md:3:" in screen.told.replace(" ", "")


async def test_a_bundled_card_becomes_ones_own_and_says_so(
    home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("quizapp.paths._PACKAGE", tmp_path / "program")
    write_cards(tmp_path / "program" / "content", {"06/pooling.md": questions("a", title="Pooling")})
    write_cards(home, {"config.toml": "interface = 'en'\n"})
    editor(home, monkeypatch, "The answer to a.", "Mine.")
    async with running() as screen:
        text = await screen.press("enter", "space", "e")
        assert "Mine." in text
        assert "Your own copy now covers the bundled card" in screen.told
        text = await screen.press("i")
        assert "Covers" in text
        assert "program/content/06/pooling.md:3" in text.replace("\n", "").replace("│", "").replace(" ", "")
        text = await screen.press("escape", "U")
        assert "The answer to a." in text
        assert list((home / "cards").iterdir()) == []


async def test_an_edit_can_be_taken_back_once(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain(home, "a")
    before = (home / "cards" / "plain.md").read_bytes()
    editor(home, monkeypatch, "The answer to a.", "Another.")
    async with running() as screen:
        assert "Another." in await screen.press("enter", "space", "e")
        assert "The answer to a." in await screen.press("U")
        assert (home / "cards" / "plain.md").read_bytes() == before
        await screen.press("U")
        assert "Nothing was edited here." in screen.told


async def test_the_history_leads_to_the_editor_too(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain(home, "a")
    editor(home, monkeypatch, "What is a?", "What was a?")
    async with running() as screen:
        text = await screen.press("enter", "i", "e")
        assert "What was a?" in text
        assert isinstance(screen.app.screen, ReviewScreen)


async def test_the_fault_under_the_cursor_is_opened_and_goes_once_it_is_mended(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain(home, "a", "b", "c")
    file = home / "cards" / "plain.md"
    file.write_text(file.read_text().replace("## What is a?", "##").replace("## What is c?", "##"), encoding="utf-8")
    told = editor(home, monkeypatch, "## {#c}", "## What is c? {#c}")
    async with running() as screen:
        assert "▸ ✗" in await screen.press("f")
        text = await screen.press("pagedown", "up", "down", "down", "e")
        assert isinstance(screen.app.screen, FaultsScreen)
        assert (text.count("✗"), told.read_text()) == (1, f"+11 {file}\n")
        assert "1 fault is left in the file." in screen.told


@pytest.mark.parametrize("command", ["false", "/nonexistent/editor", "'"])
async def test_an_editor_that_fails_leaves_all_as_it_was(
    home: Path, monkeypatch: pytest.MonkeyPatch, terminal: list[str], command: str
) -> None:
    plain(home, "a")
    before = (home / "cards" / "plain.md").read_bytes()
    monkeypatch.setenv("EDITOR", command)
    async with running() as screen:
        text = await screen.press("enter", "space", "e")
        assert "The answer to a." in text
        assert "EDITOR" in screen.told
        assert terminal == ["left", "back"]
        assert (home / "cards" / "plain.md").read_bytes() == before


async def test_a_terminal_that_cannot_be_left_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("QUIZAPP_HOME", str(home))
    plain(home, "a")
    async with running() as screen:
        await screen.press("enter", "e")
        assert "no other program can be started here" in screen.told
        assert screen.asked == "a"
