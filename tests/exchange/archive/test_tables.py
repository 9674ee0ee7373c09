"""Progress as tables of cards, reviews and days."""

import csv
import io
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from quizapp.exchange.archive.tables import table, tables_of
from quizapp.exchange.progress import ProgressWanted
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.study.opening import Desk
from tests.exchange.archive.homes import home
from tests.exchange.exported import MOMENT, answer

DAY = timedelta(days=1)


def _rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline=""), strict=True))


def _tables(desk: Desk, **wanted: Any) -> Mapping[str, bytes]:
    return tables_of(desk, ProgressWanted(MOMENT, **wanted))


def test_a_review_is_a_row_and_what_was_taken_back_is_none(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one:
        answer(one, "pooling/keep", MOMENT, Grade.GOOD, 1500)
        taken_back = one.pen.answer("pooling/keep", What.ANSWER, MOMENT + timedelta(minutes=1), Grade.AGAIN, 1, {})
        undo = one.pen.row("pooling/keep", What.UNDO, MOMENT + timedelta(minutes=2), taken_back.entry.uuid)
        mistake = {"mistake": "no-bias"}
        practice = one.pen.answer("others/computed", What.PRACTICE, MOMENT + DAY, Grade.AGAIN, 20, mistake)
        suspended = one.pen.row("nets/taps", What.SUSPEND, MOMENT + DAY)
        one.collection.append([taken_back, undo, practice, suspended])
        first, second = _rows(_tables(one)["reviews.csv"])
    assert first | {"uuid": ""} == {
        "uuid": "",
        "card": "pooling/keep",
        "deck": "pools",
        "at": "2026-03-04T09:00:00.123456+00:00",
        "day": "2026-03-04",
        "what": "answer",
        "grade": "4",
        "milliseconds": "1500",
        "mistake": "",
    }
    assert (second["what"], second["mistake"], second["deck"]) == ("practice", "no-bias", "06-others")


def test_an_undo_takes_back_no_answer_to_another_card(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one:
        answer(one, "pooling/keep", MOMENT, Grade.GOOD)
        (given,) = one.collection.history("pooling/keep")
        one.collection.append([one.pen.row("nets/taps", What.UNDO, MOMENT + DAY, given.entry.uuid)])
        assert [row["card"] for row in _rows(_tables(one)["reviews.csv"])] == ["pooling/keep"]


def test_the_instant_has_the_offset_of_the_learners_clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    with home(tmp_path / "one") as one:
        answer(one, "pooling/keep", MOMENT, Grade.GOOD)
        (row,) = _rows(_tables(one)["reviews.csv"])
    assert row["at"] == "2026-03-04T17:00:00.123456+08:00"


def test_a_day_is_a_row(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one:
        answer(one, "pooling/keep", MOMENT - DAY, Grade.GOOD, 1500)
        answer(one, "pooling/keep", MOMENT, Grade.AGAIN, 2000)
        answer(one, "nets/keeps", MOMENT, Grade.GOOD, 500)
        days = _tables(one)["days.csv"].decode()
    assert days == "day,answers,new,seconds,asked,recalled\r\n2026-03-03,1,1,1.5,0,0\r\n2026-03-04,2,1,2.5,1,0\r\n"


def test_a_deck_and_days_since_limit_them(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one:
        for days in (1, 0):
            answer(one, "nets/keeps", MOMENT - DAY * days, Grade.GOOD)
            answer(one, "pooling/keep", MOMENT - DAY * days, Grade.GOOD)
        made = _tables(one, decks=("vision",), since=date(2026, 3, 4))
    assert [(row["card"], row["day"]) for row in _rows(made["reviews.csv"])] == [("nets/keeps", "2026-03-04")]
    assert [(row["day"], row["answers"]) for row in _rows(made["days.csv"])] == [("2026-03-04", "1")]
    assert {row["deck"] for row in _rows(made["cards.csv"])} == {"vision/nets"}


def test_a_card_is_a_row_and_every_review_finds_its_card(tmp_path: Path) -> None:
    files = {"deck/a.en.md": b"## One? {#one .reverse}\n\n1\n\n## Two? {#two}\n\n2\n"}
    with home(tmp_path / "one", files) as one:
        answer(one, "a/one~reverse", MOMENT, Grade.GOOD)
        one.collection.append([one.pen.row("a/two", What.SUSPEND, MOMENT)])
        made = _tables(one)
    rows = {row["id"]: row for row in _rows(made["cards.csv"])}
    assert list(rows) == ["a/one", "a/one~reverse", "a/two"]
    assert {row["card"] for row in _rows(made["reviews.csv"])} <= {*rows}
    assert (rows["a/one"]["due"], rows["a/one"]["title_en"], rows["a/one"]["easiness"]) == ("", "One?", "2.5")
    assert (rows["a/one~reverse"]["due"], rows["a/one~reverse"]["interval"]) == ("2026-03-05", "1")
    assert [row["suspended"] for row in rows.values()] == ["0", "0", "1"]


def test_no_text_of_a_table_is_a_formula(tmp_path: Path) -> None:
    with home(tmp_path / "one", {"=cmd()/a.md": b"## One? {#one}\n\n1\n"}) as one:
        row = one.pen.answer("a/one", What.ANSWER, MOMENT, Grade.GOOD, 1, {"mistake": '@SUM(1,"2")\n'})
        one.collection.append([row])
        (found,) = _rows(_tables(one)["reviews.csv"])
    assert (found["deck"], found["mistake"]) == ("'=cmd()", '\'@SUM(1,"2")\n')


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\t=1", "\r=1"])
def test_each_sign_that_begins_a_formula_is_made_harmless(cell: str) -> None:
    assert table(("x",), [(cell, -1, None)]).split(b"\r\n", 1)[1].lstrip(b'"').startswith(b"'")
