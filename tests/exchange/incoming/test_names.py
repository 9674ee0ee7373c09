"""What notes are called here."""

from dataclasses import replace

import pytest

from quizapp.exchange.notes import OURS
from tests.exchange.incoming.brought import brought, note
from tests.study.editing.conftest import Learning


@pytest.mark.parametrize("prompts", [("item", "item", "item 2"), ("item 2", "item", "item"), ("item",) * 3])
def test_a_number_behind_a_name_makes_no_other_notes_name(learning: Learning, prompts: tuple[str, ...]) -> None:
    notes = [replace(note(prompt, f"{number}."), key="") for number, prompt in enumerate(prompts)]
    first = brought(learning, *notes)
    assert len(set(first.added)) == len(prompts)
    assert learning.faults == []
    again = brought(learning, *notes)
    assert (again.added, again.there, again.differing) == ([], first.added, [])


def test_a_long_key_makes_a_short_name(learning: Learning) -> None:
    notes = [replace(note("a?"), key="k" * 500 + end) for end in "xy"]
    names = [card.rpartition("/")[2] for card in brought(learning, *notes).added]
    assert len(set(names)) == 2
    assert max(map(len, names)) < 50


def test_a_card_of_another_library_keeps_its_name_if_it_is_one(learning: Learning) -> None:
    notes = [replace(note(prompt), key=f"{OURS}{key}") for prompt, key in (("a?", "x/name"), ("b?", "x/no {name}"))]
    first, second = brought(learning, *notes).added
    assert first == "spanish/name"
    assert "{" not in second
    assert learning.faults == []
