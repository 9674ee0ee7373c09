"""What figures are made of, read once."""

from datetime import timedelta

import pytest

from quizapp.store.collection import Collection
from quizapp.store.counting.growth import Grown
from quizapp.study.statistics.ground import Latest, ground_of
from quizapp.study.statistics.whole import figures, statistics
from tests.conftest import NOW, questions, write_cards
from tests.store.rows import good


@pytest.fixture
def learning(collection: Collection) -> Collection:
    """Two decks of a card each, answered; and an answer to a card that is unknown here."""
    root = write_cards(collection.path.parent / "cards", {"1-a/x.md": questions("p"), "2-b/y.md": questions("r")})
    collection.read_folders([root], NOW)
    collection.append([good("x/p", NOW - timedelta(days=3)), good("x/p"), good("y/r"), good("gone/card")])
    return collection


@pytest.mark.parametrize("decks", [(), ("1-a",), ("2-b",), ("1-a", "2-b"), ("3-c",)])
def test_figures_of_any_decks_come_from_one_look(learning: Collection, decks: tuple[str, ...]) -> None:
    found = figures(ground_of(learning), NOW.date(), decks)
    assert found == statistics(learning, NOW, decks)
    assert sum(day.answers for day in found.days) == {(): 4, ("2-b",): 1, ("1-a", "2-b"): 3, ("3-c",): 0}.get(decks, 2)


def test_it_is_read_anew_only_once_the_log_has_grown(learning: Collection) -> None:
    latest = Latest(learning)
    first = latest.ground()
    assert latest.ground() is first
    learning.append([good("y/r")])
    assert sum(figures(latest.ground(), NOW.date()).grades.values()) == 5
    assert latest.ground() is not first


def test_it_is_read_anew_where_it_was_to_be_forgotten(learning: Collection) -> None:
    latest = Latest(learning)
    first = latest.ground()
    latest.forget()
    assert latest.ground() is not first


def test_forgetting_waits_for_nobody_who_reads(learning: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    latest, grown = Latest(learning), learning.grown

    def read_meanwhile(basis: str | None) -> Grown:
        found = grown(basis)
        latest.forget()
        return found

    monkeypatch.setattr(learning, "grown", read_meanwhile)
    first = latest.ground()
    monkeypatch.undo()
    assert latest.ground() is not first
