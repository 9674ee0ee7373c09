"""The log of an export of everything: what is sound in it is merged, what is not is passed over and told."""

import json
from pathlib import Path
from typing import Any

import pytest

from quizapp.errors import UsageError
from quizapp.study.merging import whole
from quizapp.study.merging.merge import merge
from quizapp.study.merging.row import line_of
from quizapp.study.merging.sources import rows_in
from quizapp.study.merging.troubles import Fault
from tests.conftest import NOW
from tests.study.merging.machines import Machine, answer


def _whole(folder: Path, log: Any, **keys: object) -> Path:
    path = folder / "export"
    path.write_text(json.dumps({"format": "quizapp", "version": 1, **keys, "log": log}), encoding="utf-8")
    return path


def _columns(card: str) -> dict[str, Any]:
    line = line_of(answer(card))
    assert line
    return dict(json.loads(line))


def test_its_rows_come_in_once(laptop: Machine, tmp_path: Path) -> None:
    path = _whole(tmp_path, [_columns("t/a"), _columns("t/b")], cards="whatever")
    assert laptop.merge(path).new == 2
    assert laptop.merge(path).known == 2
    assert laptop.collection.differences() == []


def test_one_that_is_too_large_is_refused(laptop: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _whole(tmp_path, [_columns("t/a")], cards="x" * 2**20)
    monkeypatch.setattr(whole, "_LARGEST", 2**20)
    with pytest.raises(UsageError, match="is larger than 1 MiB"):
        laptop.merge(path)
    monkeypatch.setattr(whole, "_LARGEST", 2**21)
    assert laptop.merge(path).new == 1


def test_rows_that_make_no_sense_are_passed_over_and_told(laptop: Machine, tmp_path: Path) -> None:
    bad: list[object] = [None, 3, {}, [], {**_columns("t/x"), "grade": 9}, {**_columns("t/x"), "at": 1}]
    with rows_in(_whole(tmp_path, [*bad, _columns("t/a")]), NOW) as taken:
        assert merge(laptop.collection, taken.rows, NOW).new == 1
        (trouble,) = taken.troubles
    assert (trouble.fault, trouble.count, trouble.line) == (Fault.UNFIT, 6, 1)


@pytest.mark.parametrize(
    ("keys", "log", "message"),
    [
        ({"version": 2}, [], "was written by a newer quizapp"),
        ({"version": 0}, [], "is damaged"),
        ({"version": "1"}, [], "is damaged"),
        ({}, {}, "is damaged"),
        ({}, None, "is damaged"),
    ],
)
def test_one_that_is_newer_or_no_export_is_refused(
    keys: dict[str, object], log: object, message: str, laptop: Machine, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match=message):
        laptop.merge(_whole(tmp_path, log, **keys))
    assert laptop.uuids() == set()


@pytest.mark.parametrize("text", ['{"format":"quizapp","log":[', '{"format":"quizapp","log":NaN}'])
def test_one_that_is_cut_off_is_refused(text: str, laptop: Machine, tmp_path: Path) -> None:
    (tmp_path / "export").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="is damaged"):
        laptop.merge(tmp_path / "export")
