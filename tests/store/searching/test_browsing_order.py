"""In which order a search answers, and what a list shows of a card."""

from pathlib import Path

import pytest

from quizapp.scheduling.log import What
from quizapp.store.collection import Collection
from quizapp.store.searching.wanted import Column, Order, Query
from tests.conftest import ENGINES, NOW, questions, write_cards
from tests.store.rows import good, row

pytestmark = pytest.mark.parametrize("place", ENGINES, indirect=True)

TODAY = NOW.date()


@pytest.fixture(autouse=True)
def cards(collection: Collection, tmp_path: Path) -> Path:
    """Deck `a` (second): b, c, the reverse card r. Deck `b` (first): a, and z of a topic that comes before `a`'s."""
    files = {
        "a/one.en.md": "---\ntags: [x]\n---\n\n" + questions("b", "c") + "\n" + questions("r", marks=" .reverse"),
        "a/one.zh.md": "---\ntags: [x]\n---\n\n" + questions("c", title="主题").replace("What is c", "阿是什么"),
        "a/deck.toml": "order = 2",
        "b/two.md": questions("a"),
        "b/three.md": questions("z"),
        "b/deck.toml": 'order = 1\ntopics = ["two", "three"]',
    }
    root = write_cards(tmp_path / "cards", files)
    collection.read_folders([root], NOW)
    return root


def ordered(collection: Collection, column: Column, reverse: bool = False, language: str = "en") -> list[str]:
    ids = collection.find(Query(), Order(column, reverse, language), TODAY)
    return [id_.partition("/")[2] for id_ in ids]


PLACE = ["a", "z", "b", "c", "r", "r~reverse"]


def test_cards_come_in_the_order_of_decks_topics_and_cards_unless_said_otherwise(collection: Collection) -> None:
    assert ordered(collection, Column.PLACE) == PLACE
    assert ordered(collection, Column.PLACE, reverse=True) == PLACE[::-1]
    assert [card.id.partition("/")[2] for card in collection.listed()] == PLACE


@pytest.mark.parametrize("column", Column)
@pytest.mark.parametrize("reverse", [False, True])
def test_the_first_cards_alone_are_those_that_come_first(collection: Collection, column: Column, reverse: bool) -> None:
    everything = collection.find(Query(), Order(column, reverse), TODAY)
    for most in (1, 4, 9):
        assert collection.find(Query(), Order(column, reverse), TODAY, most) == everything[:most]


def test_cards_may_be_sorted_by_what_is_written_of_them(collection: Collection) -> None:
    assert ordered(collection, Column.ID) == ["b", "c", "r", "r~reverse", "z", "a"]
    assert ordered(collection, Column.KIND, reverse=True) == ["r", "r~reverse", "a", "z", "b", "c"]
    assert ordered(collection, Column.TAGS) == ["b", "c", "r", "r~reverse", "a", "z"]


def test_titles_are_sorted_in_the_language_they_are_shown_in(collection: Collection) -> None:
    assert ordered(collection, Column.TITLE)[:5] == ["r~reverse", "a", "b", "c", "r"]
    assert ordered(collection, Column.TITLE, language="zh")[-1] == "c"


@pytest.mark.parametrize("column", [Column.DUE, Column.INTERVAL, Column.EASINESS, Column.LAPSES])
def test_cards_never_answered_come_last_whichever_way_is_sorted(collection: Collection, column: Column) -> None:
    collection.append([good("three/z", at=NOW.replace(day=1)), good("one/c"), good("one/c", NOW.replace(hour=11))])
    unknown = ["a", "b", "r", "r~reverse"]
    assert ordered(collection, column)[2:] == ordered(collection, column, reverse=True)[2:] == unknown


def test_due_dates_are_sorted_either_way(collection: Collection) -> None:
    collection.append([good("one/b"), good("three/z", at=NOW.replace(day=1))])
    assert ordered(collection, Column.DUE)[:2] == ["z", "b"]
    assert ordered(collection, Column.DUE, reverse=True)[:2] == ["b", "z"]


def test_a_page_of_what_was_found_has_its_rows_in_the_order_asked_for(collection: Collection) -> None:
    collection.append([good("one/c")])
    page = collection.listed(["one/c", "two/a", "none/at-all", "one/b"])
    assert [card.id for card in page] == ["one/c", "two/a", "one/b"]
    assert page[0].standing == collection.standing("one/c")
    assert page[1].standing is None
    assert page[0].titles == {"en": "What is c?", "zh": "阿是什么?"}
    assert (page[0].deck, page[0].topic, page[0].kind, page[0].tags) == ("a", "one", "basic", ("x",))


def test_a_card_set_aside_before_it_was_ever_answered_is_listed_with_its_standing(collection: Collection) -> None:
    collection.append([row("two/a", What.SUSPEND)])
    (card,) = collection.listed(["two/a"])
    assert card.standing is not None
    assert card.standing.suspended


def test_all_tags_are_told_and_who_has_one(collection: Collection) -> None:
    assert collection.tags() == ["x"]
    assert collection.tagged(["x", "y"]) == {"one/b", "one/c", "one/r", "one/r~reverse"}
    assert collection.tagged(["y"]) == set()
