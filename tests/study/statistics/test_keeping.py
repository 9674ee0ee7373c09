"""Counts that are kept are what would be counted anew, whatever happened since."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.store.collection import Collection
from quizapp.store.copies.backups import copy_aside, restore
from quizapp.store.counting import growth
from quizapp.store.counting.past import past
from quizapp.store.engines.engine import reading, writing
from quizapp.store.values import Happened, LogRow
from quizapp.study.statistics import ground as looking
from quizapp.study.statistics.clock import Clock
from quizapp.study.statistics.counting import Counts
from quizapp.study.statistics.ground import ground_of
from quizapp.study.statistics.keeping import basis, read, written
from tests.conftest import ENGINES, NOW, questions, write_cards
from tests.store.rows import good, row, undo

CARDS = ("x/p", "x/q", "y/r", "gone/card")
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def everything_is_worth_keeping(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "WORTH_KEEPING", 1)
    monkeypatch.setattr(growth, "_PART", 0.01)  # however much came since, it is no reason to count all


@pytest.fixture
def learning(collection: Collection, tmp_path: Path) -> Collection:
    """Two decks of cards, each with a past that is counted; and a card that is unknown here."""
    _put(collection, tmp_path / "cards", {"1-a/x.md": ("p", "q"), "2-b/y.md": ("r",)})
    collection.append([good(card, NOW - days * DAY, 1000) for card in CARDS for days in (9, 5)])
    _look(collection)
    return collection


def _put(collection: Collection, root: Path, files: dict[str, tuple[str, ...]]) -> None:
    """These card files and no others."""
    for file in root.rglob("*.md"):
        file.unlink()
    write_cards(root, {name: questions(*ids) for name, ids in files.items()})
    collection.read_folders([root], NOW)


def _look(collection: Collection, zone: timezone = timezone.utc) -> dict[str, dict[str, Any]]:  # noqa: UP017 (a type is wanted)
    """The counts, held equal to those that are counted anew."""
    found, anew = ground_of(collection, zone).counts, ground_of(collection, zone, since=NOW.date() - 9999 * DAY).counts
    assert {deck: vars(counts) for deck, counts in found.items()} == {
        deck: vars(counts) for deck, counts in anew.items()
    }
    return {deck: vars(counts) for deck, counts in found.items()}


@contextmanager
def _told_of(monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """The cards of which rows are read meanwhile."""
    seen: set[str] = set()

    def watched(*given: Any) -> list[Happened]:
        found = past(*given)
        seen.update(happened.card for happened in found)
        return found

    with monkeypatch.context() as patch:
        patch.setattr(growth, "past", watched)
        yield seen


def _read_again(collection: Collection, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    with _told_of(monkeypatch) as seen:
        ground_of(collection, UTC)
    return seen


def test_only_cards_that_have_a_newer_past_are_read_again(
    learning: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _read_again(learning, monkeypatch) == set()
    learning.append([good("x/p")])
    assert _read_again(learning, monkeypatch) == {"x/p"}
    assert _read_again(learning, monkeypatch) == set()
    _look(learning)


def test_a_card_in_another_deck_and_one_that_becomes_known_are_counted_there(
    learning: Collection, tmp_path: Path
) -> None:
    assert set(_look(learning)) == {"1-a", "2-b", ""}
    _put(learning, tmp_path / "cards", {"3-c/x.md": ("p", "q"), "2-b/y.md": ("r",), "2-b/gone.md": ("card",)})
    assert set(_look(learning)) == {"3-c", "2-b"}


def test_a_new_card_and_one_whose_text_is_gone_are_no_reason_to_count_anew(
    learning: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _look(learning)
    _put(learning, tmp_path / "cards", {"1-a/x.md": ("q", "new"), "2-b/y.md": ("r",)})
    assert _read_again(learning, monkeypatch) == set()
    assert _look(learning) == before


@pytest.mark.parametrize(
    "bytes_", ["counts = replace(counts, '1', '2')", "counts = 'x'", "basis = 'of another version'"]
)
def test_what_is_not_as_it_was_written_is_counted_anew(learning: Collection, bytes_: str) -> None:
    before = _look(learning)
    with writing(learning._engine) as connection:
        connection.execute(text(f"UPDATE counts SET {bytes_}"))
    assert _look(learning) == before


def test_another_clock_counts_its_own_hours(learning: Collection) -> None:
    assert set(_look(learning)["1-a"]["hours"]) != set(
        _look(learning, timezone(5 * timedelta(hours=1)))["1-a"]["hours"]
    )


def test_what_was_forgotten_meanwhile_is_not_kept(learning: Collection) -> None:
    grown = learning.grown(None)
    learning.rebuild()
    learning.keep_counts(grown.turn, grown.rows, "any", "stale")
    with reading(learning._engine) as connection:
        assert connection.execute(text("SELECT turn, rows, counts FROM counts")).all() == [(grown.turn + 1, 0, "")]


def test_what_was_counted_of_rows_that_a_backup_does_not_have_is_not_kept(learning: Collection, tmp_path: Path) -> None:
    backup = copy_aside(learning.path, tmp_path, NOW, "earlier")
    learning.append([good("x/p")])
    grown = learning.grown(None)
    restore(backup, learning.path)
    learning.keep_counts(grown.turn, grown.rows, basis(Clock(UTC)), written({}))
    learning.append([good("x/q"), good("y/r")])
    assert set(_look(learning)) == {"1-a", "2-b", ""}


@pytest.mark.parametrize("place", ENGINES, indirect=True)
def test_both_engines_keep_counts_until_the_log_grows(learning: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _read_again(learning, monkeypatch) == set()
    taken = good("x/p")
    learning.append([taken, good("x/q")])
    _look(learning)
    learning.append([undo(taken)])
    assert _look(learning)["1-a"]["answers"].total() == 5
    assert _read_again(learning, monkeypatch) == set()


def _answers(collection: Collection, rows: list[LogRow], number: int) -> None:
    card, days = CARDS[number % 4], number // 4 % 7
    rows.append(
        row(card, grade=Grade(number % 6), at=NOW - days * DAY, milliseconds=number * 40, mistake="m" * (number % 3))
    )
    collection.append(rows[-1:])


def _undoes(collection: Collection, rows: list[LogRow], number: int) -> None:
    if rows:
        collection.append([undo(rows[number % len(rows)])])


def _undoes_what_comes(collection: Collection, rows: list[LogRow], number: int) -> None:
    """As rows of another machine may come."""
    late = good(CARDS[number % 4], NOW - 3 * DAY)
    collection.append([undo(late)])
    ground_of(collection, UTC)
    collection.append([late])


def _resets(collection: Collection, rows: list[LogRow], number: int) -> None:
    what = (What.RESET, What.LEARNED, What.SUSPEND, What.PRACTICE)[number // 4 % 4]
    grade = Grade.GOOD if what is What.PRACTICE else None
    collection.append([row(CARDS[number % 4], what, grade, at=NOW - number // 16 * DAY)])


def _moves(collection: Collection, rows: list[LogRow], number: int) -> None:
    decks = ("1-a", "2-b", "3-c")
    files = {f"{decks[number % 3]}/x.md": ("p", "q")[: 1 + number // 3 % 2], f"{decks[number // 6 % 3]}/y.md": ("r",)}
    _put(collection, collection.path.parent / "cards", files | ({"2-b/gone.md": ("card",)} if number > 40 else {}))


STEPS: list[Callable[[Collection, list[LogRow], int], None]] = [_answers, _undoes, _undoes_what_comes, _resets, _moves]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 63), st.booleans()), max_size=12))
def test_after_anything_they_are_what_would_be_counted_anew(
    steps: list[tuple[Callable[[Collection, list[LogRow], int], None], int, bool]],
) -> None:
    rows: list[LogRow] = []
    with TemporaryDirectory() as folder, Collection(Path(folder) / "quizapp.db", Path(folder), NOW) as collection:
        _moves(collection, rows, 0)
        for step, number, looks in steps:
            step(collection, rows, number)
            if looks:
                _look(collection)
        _look(collection)


def test_counts_come_back_from_their_text(learning: Collection) -> None:
    learning.append([row("x/p", grade=Grade.AGAIN, mistake="no-bias")])
    counts = ground_of(learning, UTC).counts
    found = read(written(counts))
    assert found is not None
    assert {deck: vars(some) for deck, some in found.items()} == {deck: vars(some) for deck, some in counts.items()}
    assert found["1-a"].mistakes.total() == 1
    assert read("") == {}


def test_taking_out_leaves_no_trace(learning: Collection) -> None:
    counts = ground_of(learning, UTC).whole
    counts.take(ground_of(learning, UTC).whole)
    assert vars(counts) == vars(Counts())
