"""The form for adding cards, driven by keys."""

from contextlib import suppress
from pathlib import Path

from textual import events
from textual.worker import WorkerCancelled

from quizapp.cards.models import Card
from quizapp.tui.screens.form import FormScreen
from quizapp.tui.widgets.card_form import CardForm
from tests.tui.screens import Screen

EMPTY = "bundled = false\nnew_per_day = 50\nlanguage = 'en'\ninterface = 'en'\n"

_UP_FROM_PROMPT = {"tags": 1, "topic": 2, "deck": 3, "kind": 4}


def no_cards(home: Path, language: str = "en") -> None:
    """A learner without any card."""
    home.mkdir(parents=True)
    (home / "config.toml").write_text(EMPTY.replace("'en'", f"'{language}'"), encoding="utf-8")


async def seen(screen: Screen) -> str:
    """The screen once the form as it stands was looked at."""
    assert isinstance(screen.app.screen, FormScreen)
    screen.app.screen.consider()
    await settled(screen)
    return await screen.press()


async def settled(screen: Screen) -> None:
    """Once nothing is looked at any more; a look that a later one replaced is none to wait for."""
    while any(not worker.is_finished for worker in screen.app.workers):
        with suppress(WorkerCancelled):
            await screen.app.workers.wait_for_complete()
    await screen.pilot.pause()


async def opened(screen: Screen) -> str:
    """The form, opened at home."""
    await screen.press("a")
    await settled(screen)
    return await seen(screen)


async def paste(screen: Screen, text: str) -> None:
    """Text as an input method or the clipboard gives it: all at once, into what has the cursor."""
    screen.app.post_message(events.Paste(text))
    await screen.pilot.pause()


async def place(screen: Screen, **fields: str) -> None:
    """Fills fields above the prompt, where the cursor is, by name; a kind by its letter. Back to the prompt."""
    for name, text in fields.items():
        up = _UP_FROM_PROMPT[name]
        await screen.press(*["shift+tab"] * up)
        await (screen.press(text) if name == "kind" else paste(screen, text))
        await screen.press(*["tab"] * up)


async def write(screen: Screen, prompt: str, answer: str = "") -> str:
    """The prompt, where the cursor is, and the answer; the screen once both were looked at."""
    await fill(screen, prompt, answer)
    return await seen(screen)


async def fill(screen: Screen, prompt: str, answer: str) -> None:
    """The prompt, where the cursor is, and the answer; the next key comes before anything was looked at."""
    await paste(screen, prompt)
    await screen.press("tab")
    if answer:
        await paste(screen, answer)


async def explain(screen: Screen, text: str = "So it is.") -> str:
    """Writes below what the answer begins with, where the cursor is; the screen once that was looked at."""
    area = form(screen).area
    area.move_cursor(area.document.end)
    await screen.press("enter", "enter")
    await paste(screen, text)
    return await seen(screen)


def form(screen: Screen) -> CardForm:
    """The fields."""
    return screen.app.screen.query_one(CardForm)


def card(screen: Screen, id_: str) -> Card:
    """A card in use."""
    found = screen.app.desk.collection.card(id_)
    assert found is not None, id_
    return found
