"""What is written of a topic whose file changed: the cards that are other than they were, and no others."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from quizapp.cards.models import Card
from quizapp.cards.parse import READER
from quizapp.store.collection import Collection
from quizapp.store.files.listing import Columns, listing_row
from quizapp.store.schema import tables
from tests.conftest import ENGINES, NOW, questions, write_cards


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the cards that are written from now on."""
    ids: list[str] = []

    def counting(card: Card, number: int) -> Columns:
        ids.append(card.id)
        return listing_row(card, number)

    monkeypatch.setattr("quizapp.store.files.writing.listing_row", counting)
    return ids


@pytest.mark.parametrize("place", ENGINES, indirect=True)
def test_of_a_file_that_grew_only_the_new_card_is_written(
    collection: Collection, tmp_path: Path, written: list[str]
) -> None:
    root = write_cards(tmp_path / "cards", {"a/one.md": questions("x", "y")})
    collection.read_folders([root], NOW)
    written.clear()
    write_cards(root, {"a/one.md": questions("x", "y", "z")})
    collection.read_folders([root], NOW)
    assert written == ["one/z"]


def test_another_reader_writes_every_card_again(
    collection: Collection, tmp_path: Path, written: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_cards(tmp_path / "cards", {"a/one.md": questions("x", "y")})
    collection.read_folders([root], NOW)
    written.clear()
    for module in ("changes", "writing"):
        monkeypatch.setattr(f"quizapp.store.files.{module}.READER", READER + 1)
    collection.read_folders([root], NOW)
    assert sorted(written) == ["one/x", "one/y"]


_KEYS = st.lists(st.sampled_from("uvwxyz"), unique=True, max_size=6)


@settings(deadline=None, max_examples=15)
@given(st.lists(_KEYS, min_size=2, max_size=4))
def test_however_cards_come_go_and_change_places_the_tables_are_those_of_a_first_reading(
    tmp_path_factory: pytest.TempPathFactory, versions: Sequence[Sequence[str]]
) -> None:
    here = tmp_path_factory.mktemp("topic")
    root = here / "cards"
    with _collection(here / "grown") as grown, _collection(here / "fresh") as fresh:
        for version in versions:
            grown.read_folders([write_cards(root, {"a/one.md": questions(*version)})], NOW)
        fresh.read_folders([root], NOW)
        assert _tables(grown) == _tables(fresh)


def _collection(home: Path) -> Collection:
    return Collection(home / "quizapp.db", home / "backups", NOW)


def _tables(collection: Collection) -> list[list[tuple[object, ...]]]:
    """All that is kept of the cards in use."""
    card = tables.card
    with collection._engine.connect() as connection:
        return [
            [tuple(row) for row in connection.execute(statement)]
            for statement in (
                select(card).where(card.c.archived_at.is_(None)).order_by(card.c.id),
                select(tables.listing).order_by(tables.listing.c.number),
                select(tables.listing_text).order_by(tables.listing_text.c.number),
            )
        ]
