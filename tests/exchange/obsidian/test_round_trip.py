"""A note that was written is read again as the same cards; what it cannot hold is told."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.cards.draft import Draft
from quizapp.exchange.markdown.same_meaning import same_card
from quizapp.exchange.notes import Loss, Note, Told
from quizapp.exchange.obsidian import notes_of, read
from quizapp.exchange.obsidian.writing import text_of
from tests.exchange.markdown_cards import LIMIT, assert_cards, written
from tests.exchange.tempting import drafts


def _text_of(cards: Iterable[Draft], *more: Any) -> tuple[str, tuple[Told, ...]]:
    """What is written of cards, and what is told."""
    text, told, _notes = text_of([Note("here", card) for card in cards], *more)
    return text, told


@given(st.lists(drafts(), max_size=4))
def test_what_is_written_is_read_again_and_the_rest_is_told(cards: list[Draft]) -> None:
    text, told = _text_of(cards)
    found = [note.draft for note in notes_of(text)]
    assert len(found) == len(cards) - sum(one.loss is Loss.NOTE for one in told)
    rest = list(cards)  # in this order, but that clozes of one text stand together
    for draft in found:
        card = rest.pop(next(number for number, card in enumerate(rest) if _asks_the_same(draft, card)))
        if "\n\n" not in card.answer and card.kind != "cloze" and not told:
            assert same_card(draft, card)


def _asks_the_same(one: Draft, other: Draft) -> bool:
    return same_card(one.model_copy(update={"answer": ""}), other.model_copy(update={"answer": ""}))


@pytest.mark.parametrize(
    "card",
    [
        Draft(prompt="What is Rust?", answer="A language."),
        Draft(prompt="Several\nlines", answer="- one\n- two"),
        Draft(prompt="- an item", answer="> a quote"),
        Draft(prompt="Code", answer="```python\nx::y\n\n?\n```"),
        Draft(prompt="`a::b` and ?", answer="$\\frac{{a}}{b}$ and \\==no gap\\=="),
        Draft(kind="reverse", prompt="term", answer="definition"),
        Draft(kind="reverse", prompt="two\nlines", answer="definition"),
        Draft(kind="cloze", prompt="a ==b== [c] `==d==` ![e](media/e.png)"),
        Draft(kind="cloze", prompt="==a== *(hint)* and ==b==\n- and a list"),
    ],
)
def test_these_come_back(card: Draft) -> None:
    text, told = _text_of([card, card.model_copy(update={"prompt": f"Another {card.prompt}"})])
    found = [note.draft for note in notes_of(text)]
    assert not told
    assert len(found) == 2
    assert same_card(found[0], card)


def test_reading_writing_and_reading_give_the_same_notes(tmp_path: Path) -> None:
    text = "#flashcards/a/b\n\nq ==x==::a\n\nb:::c\n\nd\n?\ne\n\n==f== g ==h;;i==\n\n==1;;j== ==1;;k==\n"
    found = read(written(tmp_path, text), LIMIT)
    assert_cards(found)
    again, told = _text_of([note.draft for note in found.notes], ("a", "b"))
    second = read(written(tmp_path, again), LIMIT)
    assert [(note.draft, note.deck) for note in second.notes] == [(note.draft, note.deck) for note in found.notes]
    assert not told


@pytest.mark.parametrize(
    ("card", "loss"),
    [
        (Draft(kind="typed", prompt="a", answer="b"), Loss.NOTE),
        (Draft(prompt="a\n\nb", answer="c"), Loss.NOTE),
        (Draft(prompt="a", answer="```\nnot closed"), Loss.NOTE),
        (Draft(kind="cloze", prompt="a\n\n==b=="), Loss.NOTE),
        (Draft(prompt="a", answer="b", tags=("x",)), Loss.PART),
        (Draft(prompt="a", answer="b\n\nexplained"), Loss.PART),
        (Draft(kind="cloze", prompt="==a==", answer="explained"), Loss.PART),
    ],
)
def test_what_a_note_cannot_hold_is_told(card: Draft, loss: Loss) -> None:
    text, told = _text_of([card])
    assert [one.loss for one in told] == [loss]
    assert bool(text) == (loss is Loss.PART)


@pytest.mark.parametrize(
    ("deck", "tag"),
    [
        (("Cell Biology", "#1", "细胞"), ("Cell-Biology", "1", "细胞")),
        (("C++", "a_b-c"), ("C", "a_b-c")),
        (("问答：一",), ("问答-一",)),
    ],
)
def test_a_deck_is_a_tag_that_obsidian_reads_and_another_name_is_told(
    deck: tuple[str, ...], tag: tuple[str, ...], tmp_path: Path
) -> None:
    text, told = _text_of([Draft(prompt="a", answer="b")], deck)
    assert [note.deck for note in read(written(tmp_path, text), LIMIT).notes] == [tag]
    assert told == (Told("/".join(deck), f"as a tag its name is {'/'.join(tag)}", Loss.NOTHING),)


def test_a_deck_that_keeps_its_name_is_not_told() -> None:
    assert _text_of([Draft(prompt="a", answer="b")], ("Maths", "代数")) == ("#flashcards/Maths/代数\n\na::b\n", ())
    assert _text_of([]) == ("", ())
