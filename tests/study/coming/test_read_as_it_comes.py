"""A day's cards are counted and read portion by portion: the same as all that waits, read at once, makes of it."""

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.store.collection import Collection
from quizapp.study.coming.queue import Order, Room, agenda
from quizapp.study.coming.today import Today
from tests.conftest import NOW, questions, write_cards
from tests.store.rows import row

TODAY = NOW.date()
FILES = {
    "a/one.md": questions("w", "x", "y") + questions("r", "s", marks=" .reverse"),
    "a/deck.toml": "order = 2",
    "b/two.md": questions("v", "gone", *(f"n{number}" for number in range(12))),
    "b/three.md": questions("u") + questions("q", marks=" .reverse"),
    "b/deck.toml": 'order = 1\ntopics = ["two", "three"]',
    "c/four.md": questions("t", "late"),
}
CARDS = (
    *("one/w", "one/x", "one/y", "one/r", "one/r~reverse", "one/s", "one/s~reverse"),
    *("two/v", "two/gone", "two/n0", "three/u", "three/q", "three/q~reverse", "four/t", "four/late", "nowhere/x"),
)
EVENTS = st.tuples(
    *(st.sampled_from(CARDS), st.sampled_from([*[What.ANSWER] * 40, *What])),
    *(st.sampled_from([Grade.AGAIN, *[Grade.GOOD] * 5]), st.sampled_from([-24, -16, -8, -6, -4, -2, -1, 0])),
)
ROOMS = st.builds(Room, new=st.integers(0, 20), reviews=st.integers(0, 16))
DECKS = st.sets(st.sampled_from("abc")).map(tuple)
ASKED = st.lists(st.tuples(ROOMS, DECKS, DECKS, DECKS, st.booleans()), min_size=4, max_size=9)
"""The room, decks that are studied, those whose new cards come first, those whose siblings come together, the order."""


def fill(collection: Collection, root: Path, events: list[tuple[str, What, Grade, int]]) -> None:
    collection.read_folders([write_cards(root, FILES)], NOW)
    for card, what, grade, days in sorted(events, key=lambda event: event[3]):
        graded = grade if what in (What.ANSWER, What.PRACTICE, What.IMPORTED) else None
        at = NOW + timedelta(days=days)
        collection.append([row(card, what, graded, at, undoes="row-000000" if what is What.UNDO else None)])
    changed = {"b/two.md": FILES["b/two.md"].replace("{#gone}", "{#come}"), "c/four.md": questions("late", "more", "t")}
    collection.read_folders([write_cards(root, changed)], NOW)


@settings(max_examples=25, deadline=None)
@given(st.lists(EVENTS, max_size=40), ASKED)
def test_any_collection_gives_the_cards_that_the_rules_say(
    events: list[tuple[str, What, Grade, int]],
    asked: list[tuple[Room, tuple[str, ...], tuple[str, ...], tuple[str, ...], bool]],
) -> None:
    with TemporaryDirectory() as folder, Collection(Path(folder) / "q.db", Path(folder) / "b", NOW) as collection:
        fill(collection, Path(folder) / "cards", events)
        waits = collection.waits(TODAY)
        for room, decks, first, together, by_deck in asked:
            order = Order(by_deck, first=first.__contains__, together=together.__contains__)
            due, new = (
                [card for card in cards if not decks or card.deck in decks] for cards in (waits.due(), waits.new())
            )
            said = agenda(due, new, room, waits.answered(), TODAY, order)
            found = Today(waits, room, order).agenda(decks)
            assert (found.due, found.new) == (said.due, said.new)  # before any is read
            assert found.waiting == said.waiting
