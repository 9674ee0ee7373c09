"""What is done to a file and to a server alike gives the same schedules, lists, searches and orders.

Signs that mean something to one engine and not to the other are among the texts, and so are those that engines order
each in its own way.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.errors import UsageError
from quizapp.scheduling.log import Entry
from quizapp.store.collection import Collection
from quizapp.store.searching.wanted import Column, Order
from quizapp.store.values import LogRow
from quizapp.study.searching.search import parse
from tests.conftest import ENGINES, NOW, write_cards
from tests.postgres import Servant
from tests.scheduling.logs import logs
from tests.store.days import said_of_a_day

TODAY = NOW.date()
# Also: capitals and what has no capital of its own, one text in two widths, what Python and SQLite call blank.
SIGNS = "aAbBzZ09 _%[]*?\\'\"$:;-~ß\u0130\u0131éÉñ学习卷积ＡＢ，。🂡𝔸\u0000\u0001\u00a0\u200b\u2028"
TEXTS = st.text(SIGNS, max_size=12)
CARDS = st.lists(st.tuples(TEXTS, TEXTS, st.lists(TEXTS, max_size=3)), min_size=1, max_size=6)
IDS = ("t0/c0", "t0/C1", "t1/c2", "t1/c-3", "t2/c4", "t2/c5", "gone/%")
MARKED = st.sampled_from(["", "is:due", "-is:new", "is:suspended", "is:buried", "kind:basic", "deck:b"])
ORDERS = st.builds(Order, st.sampled_from(Column), st.booleans(), st.sampled_from(["en", "zh"]))
MANY = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@contextmanager
def both(servant: Servant) -> Iterator[tuple[Path, Sequence[Collection]]]:
    with TemporaryDirectory() as name, servant.database() as address:
        folder = Path(name)
        with Collection(folder / "q.db", folder, NOW) as file, Collection(address, folder, NOW) as server:
            yield folder / "cards", (file, server)


def files(cards: Sequence[tuple[str, str, Sequence[str]]]) -> dict[str, str]:
    """Two cards a topic, two topics a deck."""
    texts: dict[str, str] = {"b/deck.toml": "order = 1"}
    for number, (title, answer, tags) in enumerate(cards):
        topic = number // 2
        name = f"{'ab'[topic % 2]}/t{topic}.md"
        head = f"---\ntags: {json.dumps(tags)}\n---\n\n# T\n\n"
        id_ = IDS[number].partition("/")[2]
        texts[name] = texts.get(name, head) + f"## {title or 'T'} {{#{id_}}}\n\n{answer or 'A'}\n\n"
    return texts


def said(collection: Collection, searches: Sequence[str], order: Order) -> dict[str, Any]:
    """All that a collection says."""
    told: dict[str, Any] = {
        "decks": collection.decks(),
        "topics": collection.topics(),
        "ids": collection.ids(),
        "faults": collection.faults(),
        "tags": collection.tags(),
        "tagged": [collection.tagged([tag]) for tag in collection.tags()],
        "named": [collection.named(name) for name in ("c0", "C0", "c1", "c_3", "%", "t0/c0")],
        "listed": collection.listed(),
        "every": collection.every(),
        "past": collection.grown(None).now,
        "held": sorted(collection.held()),
        "activity": collection.activity(),
        "deck counts": collection.deck_counts(),
        "since": collection.since(NOW - timedelta(days=400)),
        "standing": [collection.standing(card) for card in IDS],
        "differences": collection.differences(),
        "found": [collection.find(parse(search), order, TODAY) for search in searches],
    }
    for day in (TODAY - timedelta(days=60), TODAY, TODAY + timedelta(days=9)):
        told[f"on {day}"] = (
            *(collection.due_by_day(day), collection.next_due(day)),
            *(collection.of_day(day), deeds(collection, day), deeds(collection, day, most=2)),
            *said_of_a_day(collection.waits(day)),
        )
    return told


def deeds(collection: Collection, day: date, most: int | None = None) -> list[LogRow]:
    with collection.turn() as turn:
        return list(turn.deeds(day, most))


def readable(search: str) -> str:
    try:
        parse(search)
    except UsageError:
        return ""
    return search


@MANY
@given(
    CARDS, st.lists(logs(), max_size=3), st.lists(st.tuples(MARKED, TEXTS.map(readable)), max_size=6), ORDERS, st.data()
)
def test_both_engines_say_the_same(
    servant: Servant,
    cards: list[tuple[str, str, list[str]]],
    histories: list[list[Entry]],
    searches: list[tuple[str, str]],
    order: Order,
    data: st.DataObject,
) -> None:
    rows = [
        LogRow(
            entry._replace(
                uuid=f"{number}{entry.uuid}", card=IDS[number], undoes=entry.undoes and f"{number}{entry.undoes}"
            ),
            7,
        )
        for number, history in enumerate(histories)
        for entry in history
    ]
    arriving = data.draw(st.permutations(rows))
    half = len(arriving) // 2
    parts = [part for title, answer, _ in cards for part in (title[1:4], answer[:2]) if readable(f'"{part}"')]
    asked = [" ".join(search).strip() for search in searches] + [f'"{part}"' for part in parts if '"' not in part]
    with both(servant) as (root, collections):
        for collection in collections:
            write_cards(root, files(cards))
            collection.read_folders([root], NOW)
            collection.append(arriving[:half])
        first, second = (said(collection, asked, order) for collection in collections)
        assert first == second
        write_cards(root, files(cards[::-1][: len(cards) - 1]))
        for collection in collections:
            collection.append(arriving)
            collection.read_folders([root], NOW)
        first, second = (said(collection, asked, order) for collection in collections)
        assert first == second


@pytest.mark.parametrize("place", ENGINES, indirect=True)
@MANY
@given(st.dictionaries(st.text(SIGNS.replace("\0", "")), st.recursive(TEXTS | st.integers(), st.lists), max_size=4))
def test_both_engines_keep_choices_as_they_are(collection: Collection, choices: dict[str, Any]) -> None:
    for key, value in choices.items():
        collection.set(key, value)
    assert collection.settings() == choices
    for key in choices:
        collection.set(key, None)
