"""Schedule comments become what is remembered of a card, siblings in order."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from quizapp.exchange.notes import Found, Loss, Past
from quizapp.exchange.obsidian import read
from quizapp.scheduling.memory import Memory
from tests.exchange.markdown_cards import LIMIT, assert_cards, written

_FIRST = Past(
    memory=Memory(due=date(2026, 11, 30), interval=4, easiness=270, repetitions=1),
    as_of=datetime(2026, 11, 26, 12, tzinfo=UTC),
)
_SECOND = Past(
    memory=Memory(due=date(2026, 12, 2), interval=8, easiness=250, repetitions=2),
    as_of=datetime(2026, 11, 24, 12, tzinfo=UTC),
)
_BOTH = "<!--SR:!2026-11-30,4,270!2026-12-02,8,250-->"


def _read(folder: Path, text: str) -> Found:
    found = read(written(folder, text), LIMIT)
    assert_cards(found)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "q::a\n<!--SR:!2026-11-30,4,270-->",
        "q::a <!--SR:!2026-11-30,4,270-->",
        "q::a <!--SR:!2026-11-30,4,270--> ^id",
        "q::a\n<!--SR:2026-11-30,4,270-->",
        "q\n?\na\n<!--SR:!2026-11-30,4,270-->",
        "q\n?\n```\na\n```\n<!--SR:!2026-11-30,4,270-->\nq",
        "q\n?\na <!--SR:!2026-11-30,4,270-->\n\nprose",
        "a ==b==\n<!--SR:!2026-11-30,4,270-->",
    ],
)
def test_a_comment_below_or_behind_a_card_is_its_schedule(text: str, tmp_path: Path) -> None:
    found = _read(tmp_path, text)
    assert [note.past for note in found.notes] == [_FIRST]
    assert not found.told
    assert "SR" not in str(found.notes[0].draft)


def test_a_reverse_card_has_two_forwards_first(tmp_path: Path) -> None:
    [note] = _read(tmp_path, f"q:::a\n{_BOTH}").notes
    assert (note.past, note.backwards) == (_FIRST, _SECOND)


def test_siblings_have_one_each_in_order(tmp_path: Path) -> None:
    found = _read(tmp_path, f"==a== ==b== ==c==\n{_BOTH}")
    assert [note.past for note in found.notes] == [_FIRST, _SECOND, Past()]


def test_the_date_for_a_new_card_is_no_schedule(tmp_path: Path) -> None:
    [note] = _read(tmp_path, "q:::a\n<!--SR:!2000-01-01,1,250!2026-12-02,8,250-->").notes
    assert (note.past, note.backwards) == (Past(), _SECOND)


@pytest.mark.parametrize(
    ("part", "memory"),
    [
        ("2026-01-07,6,100", Memory(due=date(2026, 1, 7), interval=6, easiness=130, repetitions=2)),
        ("2026-01-07,5.0,250", Memory(due=date(2026, 1, 7), interval=5, easiness=250, repetitions=1)),
        ("0001-01-02,99999,250", Memory(due=date(1, 1, 2), interval=1, easiness=250, repetitions=1)),
        ("2026-01-07,999999999,999999999", Memory(date(2026, 1, 7), interval=36500, easiness=1000, repetitions=2)),
    ],
)
def test_numbers_are_kept_within_bounds(part: str, memory: Memory, tmp_path: Path) -> None:
    assert [note.past.memory for note in _read(tmp_path, f"q::a\n<!--SR:!{part}-->").notes] == [memory]


@pytest.mark.parametrize("part", ["fsrs,2026-01-07,1,2,3,4,5,6,7", "2026-13-07,1,250", "soon", ""])
def test_a_schedule_of_another_form_is_told(part: str, tmp_path: Path) -> None:
    found = _read(tmp_path, f"q::a\n<!--SR:!{part}-->")
    assert [note.past for note in found.notes] == [Past()]
    assert [told.loss for told in found.told] == [Loss.PART]


def test_a_schedule_of_no_card_is_told(tmp_path: Path) -> None:
    found = _read(tmp_path, f"{_BOTH}\nq::a\n{_BOTH}\n{_BOTH}\n\nprose\n{_BOTH}")
    assert [told.place for told in found.told] == ["deck.md:1", "deck.md:4", "deck.md:7", "deck.md:2"]
    assert [told.loss for told in found.told] == [Loss.PART, Loss.PART, Loss.PART, Loss.NOTHING]
