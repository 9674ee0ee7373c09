"""A deck that was written is read again as the same cards; what it cannot hold is told."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.cards.draft import Draft
from quizapp.exchange.hashcards.reading import notes_of, read
from quizapp.exchange.hashcards.writing import text_of
from quizapp.exchange.markdown.same_meaning import same_card
from quizapp.exchange.markdown.source import gaps_of
from quizapp.exchange.notes import Loss, Note, Told
from tests.exchange.markdown_cards import LIMIT, written
from tests.exchange.tempting import drafts


def _text_of(cards: Iterable[Draft], *more: Any) -> tuple[str, tuple[Told, ...]]:
    """What is written of cards, and what is told."""
    text, told, _notes = text_of([Note("here", card) for card in cards], *more)
    return text, told


@given(st.lists(drafts(), max_size=4))
def test_what_is_written_is_read_again_and_the_rest_is_told(cards: list[Draft]) -> None:
    text, told = _text_of(cards)
    one_gap = [card for card in cards if card.kind != "cloze" or len(gaps_of(card.prompt)) == 1]
    if one_gap == cards:
        lost = sum(one.loss is Loss.NOTE for one in told)
        found = [note.draft for note in notes_of(text)]
        assert len(found) == len(cards) - lost
        rest = iter([card.model_copy(update={"answer": ""}) if card.kind == "cloze" else card for card in cards])
        assert all(any(same_card(draft, card) for card in rest) for draft in found)


@pytest.mark.parametrize(
    "card",
    [
        Draft(prompt="What is Rust?", answer="A language."),
        Draft(prompt="Several\nlines\n\nand blocks", answer="- one\n- two\n\n***\n\n> three"),
        Draft(prompt="Q: not a marker", answer="A: b\nC: c\n\nD: d"),
        Draft(prompt="Code", answer="```python\nx = 1\n```"),
        Draft(prompt="==no gap\\==", answer="$\\frac{{a}}{b}$"),
        Draft(kind="reverse", prompt="term", answer="definition"),
        Draft(kind="cloze", prompt="a ==b== [c] `[d]` ![e](media/e.png) [f](g)"),
        Draft(kind="cloze", prompt="==$\\{{x}}$== is a *hint*\n\n- and a list"),
    ],
)
def test_these_come_back_to_the_character(card: Draft) -> None:
    text, told = _text_of([card, card.model_copy(update={"prompt": f"Another {card.prompt}"})])
    found = [note.draft for note in notes_of(text)]
    assert not told
    assert len(found) == 2
    assert same_card(found[0], card)


def test_reading_writing_and_reading_give_the_same_notes(tmp_path: Path) -> None:
    text = "Q: a ==b==\nA: c\n\nT: d\nD: e\n\nC: [f] g [h]=[i] \\[j\\]\n"
    first = [note.draft for note in read(written(tmp_path, text), LIMIT).notes]
    again, told = _text_of(first, "deck")
    assert [note.draft for note in read(written(tmp_path, again), LIMIT).notes] == first
    assert not told


@pytest.mark.parametrize(
    ("card", "loss"),
    [
        (Draft(kind="typed", prompt="a", answer="b"), Loss.NOTE),
        (Draft(prompt="a", answer="```\nQ: x\n```"), Loss.NOTE),
        (Draft(prompt="a", answer="```\nnot closed"), Loss.NOTE),
        (Draft(prompt="a", answer="    code first"), Loss.NOTE),
        (Draft(prompt="a", answer="b", tags=("x",)), Loss.PART),
        (Draft(kind="cloze", prompt="==a==", answer="explained"), Loss.PART),
        (Draft(kind="cloze", prompt="==a== ==b=="), Loss.PART),
    ],
)
def test_what_a_deck_cannot_hold_is_told(card: Draft, loss: Loss) -> None:
    text, told = _text_of([card])
    assert [one.loss for one in told] == [loss]
    assert bool(text) == (loss is Loss.PART)


def test_the_deck_may_have_a_name(tmp_path: Path) -> None:
    text, _told = _text_of([Draft(prompt="a", answer="b")], 'Cell "Biology" 细胞')
    assert [note.deck for note in read(written(tmp_path, text), LIMIT).notes] == [('Cell "Biology" 细胞',)]
    assert _text_of([], "x") == ("", ())
