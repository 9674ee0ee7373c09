"""A card written in more than one language, and one that is for all of them."""

from dataclasses import replace
from pathlib import Path

from quizapp.render import plain_text
from quizapp.study.editing.considering import Surroundings, View, considered
from quizapp.study.editing.form import Form, Texts
from quizapp.study.editing.troubles import Trouble
from quizapp.tui.widgets.told_lines import lines_of
from tests.tui.adding import card, form, no_cards, opened, place, write
from tests.tui.screens import running


async def test_both_languages_make_one_card(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await place(screen, topic="t")
        await write(screen, "Why?", "So.")
        assert "▸English ✓   中文 ·" in screen.text
        await screen.press("ctrl+l")
        await write(screen, "为什么？", "因为。")
        assert " English ✓  ▸中文 ✓" in screen.text
        await screen.press("ctrl+s")
        assert set(card(screen, "t/why").faces) == {"en", "zh"}


async def test_another_language_begins_with_its_prompt_and_one_that_is_written_keeps_the_field(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await write(screen, "Why?", "So.")
        await screen.press("ctrl+l")
        await screen.type("p")
        assert form(screen).form.text("zh").prompt == "p"
        await screen.press("tab", "ctrl+l", "ctrl+l")
        assert form(screen).language == "zh"
        await screen.type("a")
        assert form(screen).form.text("zh").answer == "a"
        await screen.press("shift+tab", "shift+tab", "ctrl+l")
        await screen.type("t")
        assert form(screen).form.tags == ("t",)


async def test_a_card_for_every_language_lands_in_a_file_without_one(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await place(screen, topic="t")
        await screen.press("ctrl+l", "ctrl+l")
        await write(screen, "Why?", "So.")
        await screen.press("ctrl+s")
        assert (home / "cards" / "t.md").is_file()


async def test_the_next_card_begins_in_the_language_in_which_the_last_one_did(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await place(screen, topic="t")
        await write(screen, "Why?", "So.")
        await screen.press("ctrl+l")
        await write(screen, "为什么？", "因为。")
        await screen.press("ctrl+s")
        assert form(screen).language == "en"
        await screen.press("ctrl+l")
        await write(screen, "何时？", "现在。")
        await screen.press("ctrl+s")
        assert form(screen).language == "zh"


async def test_a_language_is_done_once_all_that_its_kind_needs_is_written(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        assert "▸English …" in await write(screen, "It is ==so==.")
        await screen.press("shift+tab")
        await place(screen, kind="c")
        assert "▸English ✓" in screen.text


async def test_with_two_languages_what_is_told_says_which_is_meant(home: Path) -> None:
    no_cards(home)
    async with running((100, 30)) as screen:
        await opened(screen)
        await place(screen, kind="m")
        await write(screen, "Which?", "one\ntwo")
        await screen.press("ctrl+l")
        text = await write(screen, "哪个？", "一\n二")
        assert "✗ English, Answer: none is marked right" in text
        assert "✗ 中文, Answer: none is marked right" in text


async def test_with_two_languages_what_is_empty_says_which_is_meant(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await write(screen, "Why?")
        await screen.press("ctrl+l")
        text = await write(screen, "为什么？")
        assert "Still empty: the answer (English), the answer (中文)" in text


def test_the_same_is_not_told_twice() -> None:
    form = Form(texts={"en": Texts(prompt="Why?", answer="So.")})
    twice = tuple(Trouble("en", "prompt", line, "it is odd", "mend it", fatal=False) for line in (0, 1))
    seen = replace(considered(form, Surroundings(), View("en")), doubts=twice)
    assert [plain_text([line]) for line in lines_of(seen)] == ["! Prompt: it is odd: mend it"]


async def test_that_all_languages_is_passed_over_is_said_once(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await write(screen, "Why?", "So.")
        told = "A card for all languages stands alone"
        assert told not in await screen.press("ctrl+l")
        assert told in await screen.press("ctrl+l")
        await screen.type("x")
        assert told not in await screen.press("ctrl+l", "ctrl+l")


async def test_beside_another_language_none_for_all_is_offered(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await screen.press("ctrl+l", "ctrl+l")
        assert form(screen).language == "every"
        await screen.press("ctrl+l")
        await write(screen, "Why?", "So.")
        assert [(await screen.press("ctrl+l"), form(screen).language)[1] for _ in range(3)] == ["zh", "en", "zh"]
