"""Clozes of one text are one family, and no others are."""

from dataclasses import replace

import pytest

from quizapp.cards.draft import Draft
from quizapp.exchange.notes import Note
from quizapp.exchange.outgoing.siblings import Gap, families


def _note(prompt: str, **more: object) -> Note:
    return Note("t/a", Draft(kind="cloze", prompt=prompt).model_copy(update=more), deck=("d",))


def _families(*notes: Note) -> list[tuple[str, tuple[int, ...]]]:
    return [
        (family.prompt, tuple(gap.owner for gap in family.gaps)) for family in families(notes, lambda note: note.key)
    ]


def test_gaps_are_put_into_one_text_in_its_order() -> None:
    assert _families(_note("a ==b== `==c==` d"), _note("==a== b `==c==` ==d==")) == [
        ("==a== ==b== `==c==` ==d==", (0, 1, 0)),
    ]


def test_a_family_stands_at_the_place_of_its_first() -> None:
    basic = Note("t/b", Draft(prompt="q", answer="a"))
    assert [prompt for prompt, _owners in _families(_note("==x== y"), basic, _note("x ==y=="), _note("==z=="))] == [
        "==x== ==y==",
        "q",
        "==z==",
    ]


@pytest.mark.parametrize(
    "other",
    [
        _note("a b ==c==", answer="explained"),
        _note("a b ==c==", tags=("t",)),
        _note("a b c ==d=="),
        _note("a ==b c=="),
        _note("==a b== c"),
        replace(_note("a b ==c=="), deck=("e",)),
        replace(_note("a b ==c=="), key="k"),
    ],
)
def test_what_differs_in_more_than_its_gaps_stays_alone(other: Note) -> None:
    note = _note("a ==b== c")
    assert _families(note, other) == [(note.draft.prompt, (0,)), (other.draft.prompt, (0,))]


def test_those_that_are_no_family_keep_their_places() -> None:
    notes = [_note("==a== b"), Note("t/b", Draft(prompt="q", answer="a")), _note("==a== b")]
    assert [family.notes for family in families(notes, lambda note: "")] == [(note,) for note in notes]


def test_gaps_that_would_touch_stay_apart() -> None:
    assert _families(_note("==a==b"), _note("a==b==")) == [("==a==b", (0,)), ("a==b==", (0,))]


def test_a_hint_is_its_gaps_and_no_part_of_the_text() -> None:
    notes = [_note("==a== *(first)* b ==c=="), _note("a ==b== *(second)* c")]
    (family,) = families(notes, lambda note: "")
    assert family.prompt == "==a== ==b== ==c=="
    assert family.gaps == (Gap(0, "first"), Gap(1, "second"), Gap(0, ""))


def test_what_only_looks_like_a_hint_stays_in_the_text() -> None:
    notes = [_note("==a== *(kept)* b"), _note("a *(kept)* ==b==")]
    assert [family.prompt for family in families(notes, lambda note: "")] == [note.draft.prompt for note in notes]
