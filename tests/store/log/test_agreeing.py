"""What cards and the schedule say of each other agrees, whatever is done to either."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.store.collection import Collection
from quizapp.store.engines.engine import reading, writing
from quizapp.store.log.folding import Rebuilt
from tests.conftest import ENGINES, NOW, questions, write_cards
from tests.store.rows import good, row, undo

pytestmark = pytest.mark.parametrize("place", ENGINES, indirect=True)

_SAID = """
SELECT schedule.card, schedule.deck, schedule.topic, schedule.family, card.begun
FROM schedule LEFT JOIN card ON card.id = schedule.card ORDER BY schedule.card
"""
_UNBEGUN = """
SELECT count(*) FROM card LEFT JOIN schedule ON schedule.card = card.id
WHERE card.begun = FALSE AND schedule.introduced IS NOT NULL OR card.begun = TRUE AND schedule.introduced IS NULL
"""


@pytest.fixture
def root(collection: Collection, tmp_path: Path) -> Path:
    files = {"d/t.md": questions("a", "b") + questions("r", marks=" .reverse"), "e/u.md": questions("x")}
    root = write_cards(tmp_path / "cards", files)
    collection.read_folders([root], NOW)
    return root


def said(collection: Collection) -> list[tuple[object, ...]]:
    with reading(collection._engine) as connection:
        assert connection.execute(text(_UNBEGUN)).scalar() == 0
        return [tuple(found) for found in connection.execute(text(_SAID))]


def test_the_schedule_names_a_cards_deck_topic_and_family(collection: Collection, root: Path) -> None:
    collection.append([good("t/a"), good("t/r~reverse"), row("u/x", What.SUSPEND), good("nowhere/z")])
    assert said(collection) == [
        ("nowhere/z", None, None, None, None),
        ("t/a", "d", "t", "t/a", True),
        ("t/r~reverse", "d", "t", "t/r", True),
        ("u/x", "e", "u", "u/x", False),
    ]


def test_a_card_that_goes_comes_back_or_moves_is_followed(collection: Collection, root: Path) -> None:
    collection.append([good("t/a"), good("u/x"), good("t/later")])
    write_cards(root, {"d/t.md": questions("b", "later"), "f/u.md": questions("x")})
    (root / "e" / "u.md").unlink()
    collection.read_folders([root], NOW)
    assert said(collection) == [
        ("t/a", None, None, "t/a", True),
        ("t/later", "d", "t", "t/later", True),
        ("u/x", "f", "u", "u/x", True),
    ]
    write_cards(root, {"d/t.md": questions("a", "b")})
    collection.read_folders([root], NOW)
    assert said(collection)[0] == ("t/a", "d", "t", "t/a", True)


def test_an_answer_taken_back_or_a_reset_makes_a_card_new_again(collection: Collection, root: Path) -> None:
    answer = good("t/a")
    collection.append([answer, good("t/b"), row("u/x", What.PRACTICE, Grade.GOOD)])
    collection.append([undo(answer), row("t/b", What.RESET, at=NOW + timedelta(minutes=1))])
    assert [found[4] for found in said(collection)] == [False, False, False]
    assert [card.card for card in collection.waits(NOW.date()).new()] == ["t/a", "t/b", "t/r", "t/r~reverse", "u/x"]


def test_what_does_not_agree_is_told_and_mended_by_a_rebuild(collection: Collection, root: Path) -> None:
    collection.append([good("t/a"), row("t/b", What.SUSPEND), good("u/x")])
    before = said(collection)
    with writing(collection._engine) as connection:
        connection.execute(text("UPDATE schedule SET deck = NULL, topic = 'u', family = 'x'"))
        connection.execute(text("UPDATE card SET begun = FALSE WHERE id = 't/a'"))
        connection.execute(text("UPDATE card SET begun = TRUE WHERE id IN ('t/b', 't/r')"))
    assert collection.differences() == ["t/a", "t/b", "t/r", "u/x"]
    assert collection.rebuild() == Rebuilt(["t/a", "t/b", "t/r", "u/x"], [])
    assert (said(collection), collection.differences()) == (before, [])
