"""Kinds of cards in the form: chosen by arrows or letters, each with what it wants."""

from pathlib import Path

import pytest

from tests.tui.adding import card, explain, form, no_cards, opened, place, seen, write
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
        await write(screen, "What is left of {{h}} with {{k}}?")
        text = await explain(screen)
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
        await write(screen, "{{h}} and {{kk}}?")
        assert "unknown name `kk`" in await explain(screen)
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


@pytest.mark.parametrize("letter", ["k", "e"])
async def test_a_block_into_which_nobody_wrote_is_no_answer(home: Path, letter: str) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await place(screen, topic="t", kind=letter)
        text = await write(screen, "What is left of {{h}}?")
        assert "▸English …" in text
        assert "Still empty: the answer\n The answer holds only what it begins with: change it" in text
        await screen.press("ctrl+s", "ctrl+s")
        assert screen.app.desk.collection.ids() == []
        await explain(screen)
        await screen.press("ctrl+s", "ctrl+s")
        assert len(screen.app.desk.collection.ids()) == 1


async def test_a_letter_that_several_kinds_begin_with_goes_through_them(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await screen.press(*["shift+tab"] * 4)
        kinds = [(await screen.press("c"), form(screen).form.kind)[1] for _ in range(4)]
        assert kinds == ["cloze", "choice", "check", "cloze"]
        await screen.press("m", "m")
        assert form(screen).form.kind == "choice"


async def test_where_the_kind_stands_its_letters_are_told_and_a_sign_says_that_one_is_there(home: Path) -> None:
    no_cards(home)
    async with running((60, 20)) as screen:
        await opened(screen)
        text = await screen.press(*["shift+tab"] * 4)
        assert "▸Kind     ‹ basic ›" in text
        told = " ".join(text.split())
        for named in ("b basic", "r reverse", "c cloze", "m choice", "t typed", "k check", "e exercise"):
            assert named in told
        text = await screen.press("tab")
        assert ("▸Kind" in text, "▸Deck" in text, "m choice" in text) == (False, True, False)


async def test_the_help_tells_the_letters_and_nothing_of_a_review(home: Path) -> None:
    no_cards(home)
    async with running((100, 40)) as screen:
        await opened(screen)
        text = await screen.press("f1")
        assert "c cloze, m choice" in " ".join(text.replace("│", " ").split())
        assert "Pick an entry" not in text
        assert "Again means" not in text


async def test_the_help_keeps_what_keys_do_in_a_column(home: Path) -> None:
    no_cards(home)
    async with running((100, 40)) as screen:
        await opened(screen)
        text = await screen.press("f1")
        does = ("The preview: up", "The preview: down", "Write the field in your own editor")
        columns = {line.index(told) for line in text.split("\n") for told in does if told in line}
        assert len(columns) == 1


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
        await explain(screen)
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


async def test_beside_a_deck_its_topics_alone_are_offered(home: Path) -> None:
    all_kinds(home)
    async with running() as screen:
        await opened(screen)
        await place(screen, deck="elsewhere")
        await screen.press("shift+tab", "shift+tab")
        await screen.type("al")
        assert "All kinds" not in await screen.press()


async def test_an_empty_deck_is_the_topics_where_there_is_one(home: Path) -> None:
    all_kinds(home)
    async with running() as screen:
        assert "Deck     empty: the usual one" in await opened(screen)
        await place(screen, topic="All kinds")
        assert "Deck     empty: as the topic's" in screen.text
        await place(screen, topic=", but another")
        assert "Deck     empty: the usual one" in screen.text


async def test_a_new_line_is_indented_as_the_one_above(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await write(screen, "Why?", "- a\n  b")
        await screen.press("enter")
        await screen.type("c")
        assert form(screen).form.text("en").answer == "- a\n  b\n  c"
