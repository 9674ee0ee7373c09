"""What comes today of the cards that are due."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.paths import Places
from quizapp.study.coming.overview import overview
from quizapp.study.opening import Desk, open_desk
from quizapp.study.statistics.learner import learners_figures
from tests.conftest import NOW, questions, write_cards
from tests.store.rows import good


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Five cards in two decks, all overdue."""
    write_cards(
        tmp_path,
        {
            "config.toml": "bundled = false\n",
            "cards/1-a/x.md": questions("p", "q", "r"),
            "cards/2-b/y.md": questions("s", "t"),
        },
    )
    with open_desk(Places(tmp_path, tmp_path), NOW) as desk:
        desk.read_cards(NOW)
        cards = ("x/p", "x/q", "x/r", "y/s", "y/t")
        desk.collection.append([good(card, NOW - timedelta(days=9)) for card in cards])
        yield desk


@pytest.mark.parametrize(("limit", "coming"), [(200, 5), (5, 5), (4, 4), (0, 0)])
def test_it_is_what_home_tells_and_the_limit_is_told_where_it_holds_cards_back(
    desk: Desk, limit: int, coming: int
) -> None:
    desk.choose("reviews_per_day", limit)
    found = learners_figures(desk, NOW)
    assert found.coming == overview(desk.collection, desk.settings, NOW).due == coming
    assert (found.due, found.reviews_per_day) == (5, limit if coming < 5 else None)


def test_of_one_deck_it_is_what_comes_of_that_deck(desk: Desk) -> None:
    desk.choose("reviews_per_day", 2)
    found = learners_figures(desk, NOW, ["2-b"])
    assert (found.due, found.coming, found.reviews_per_day) == (2, 2, None)


def test_a_card_whose_reverse_comes_waits_and_no_limit_is_told_for_that(desk: Desk, tmp_path: Path) -> None:
    write_cards(tmp_path, {"cards/2-b/z.md": "## Word {#w .reverse}\n\nmeaning\n"})
    desk.read_cards(NOW)
    both = [card for card in desk.collection.ids() if card.startswith("z/")]
    assert len(both) == 2
    desk.collection.append([good(card, NOW - timedelta(days=9)) for card in both])
    found = learners_figures(desk, NOW, ["2-b"])
    assert (found.due, found.coming, found.reviews_per_day) == (4, 3, None)
