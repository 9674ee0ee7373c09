"""A file that is damaged, newer, or something else gets one clear line, and nothing is taken from it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quizapp.errors import UsageError
from quizapp.exchange.archive.reading import is_archive, read_archive
from quizapp.scheduling.grades import Grade
from tests.exchange.archive.homes import MIB, exported, home, parsed
from tests.exchange.exported import MOMENT, answer

Document = dict[str, Any]


@pytest.fixture
def content(tmp_path: Path) -> bytes:
    """An export that is sound."""
    with home(tmp_path / "one") as one:
        answer(one, "pooling/keep", MOMENT, Grade.GOOD)
        return exported(one)


def _first_row(**changed: Any) -> Callable[[Document], None]:
    return lambda document: document["log"][0].update(changed)


def _first_file(**changed: Any) -> Callable[[Document], None]:
    return lambda document: document["files"][0].update(changed)


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (_first_row(grade=6), "is damaged (log.0.grade: "),
        (_first_row(what="forgot"), "is damaged (log.0.what: "),
        (_first_row(at="2026-03-04T09:00:00"), "is damaged (log.0.at: "),
        (_first_row(card="a\x1b[2J"), "is damaged (log.0: "),
        (_first_row(more=1), "is damaged (log.0.more: "),
        (_first_file(text=None), "is damaged (files.0: "),
        (_first_file(base64="YQ=="), "is damaged (files.0: "),
        (_first_file(text=None, base64="?"), "is damaged (files.0.base64: "),
        (lambda document: document.pop("made_at"), "is damaged (made_at: "),
        (lambda document: document.pop("format"), "is damaged (format: "),
        (lambda document: document.update(version=0), "is damaged (version: "),
        (lambda document: document.update(version=2, log="otherwise"), "was written by a newer quizapp"),
        (lambda document: document.update(format="anki"), "is no export of quizapp"),
    ],
)
def test_what_makes_no_sense_is_told_in_a_line(
    damage: Callable[[Document], None], message: str, content: bytes, tmp_path: Path
) -> None:
    document = json.loads(content)
    damage(document)
    _refused(tmp_path, json.dumps(document).encode(), message)


@pytest.mark.parametrize("part", [0.1, 0.5, 0.99])
def test_what_is_cut_off_is_told(part: float, content: bytes, tmp_path: Path) -> None:
    _refused(tmp_path, content[: int(len(content) * part)], "is damaged")


@pytest.mark.parametrize(
    "text",
    [b"", b"{}", b"[]", b"\xff\xfe", b'{"format":"quizapp"', b"[" * 100_000, b'{"format":"quizapp","version":1e999}'],
    ids=["empty", "object", "list", "bytes", "begun", "deep", "infinite"],
)
def test_anything_else_is_told(text: bytes, tmp_path: Path) -> None:
    _refused(tmp_path, text, "is damaged")


def test_no_more_is_read_than_is_allowed(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_bytes(content + b" " * MIB)
    with pytest.raises(UsageError, match=r"x\.json is larger than 1 MiB: raise the limit: --limit"):
        read_archive(tmp_path / "x.json", MIB)


def test_more_files_than_any_learner_has_are_refused(content: bytes, tmp_path: Path) -> None:
    document = json.loads(content)
    document["files"] = [{"path": "a.md", "text": ""}] * 50_001
    _refused(tmp_path, json.dumps(document).encode(), "is damaged (files: ")


def test_what_a_later_program_adds_is_passed_over(content: bytes, tmp_path: Path) -> None:
    document = json.loads(content)
    document |= {"weather": "fine"}
    document["cards"][0] |= {"kind": "dictation", "sound": "x"}
    document["cards"][0]["standing"] = None
    document["files"][0] |= {"mode": 0o644}
    document["choices"] |= {"font": 12}
    (tmp_path / "x.json").write_text(json.dumps(document), encoding="utf-8")
    with home(tmp_path / "one") as one:
        assert read_archive(tmp_path / "x.json", MIB).files == parsed(one).files


@pytest.mark.parametrize(
    ("text", "name", "is_one"),
    [
        (b'{"format":"quizapp",', "export.txt", True),
        (b'\xef\xbb\xbf {\n "format" : "quizapp" ,', "export", True),
        (b'{"cards": [], "format": "quizapp"}', "sorted.json", True),
        (b'{"format":"quizapp-log","version":1}\n', "a.jsonl", False),
        (b'{"format":"quizapp-log","version":1}\n', "a.json", True),
        (b"deck,prompt\n", "cards.json", False),
        (b"## One?\n", "cards.md", False),
    ],
)
def test_it_is_told_by_what_stands_in_it(text: bytes, name: str, is_one: bool, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(text)
    assert is_archive(tmp_path / name) is is_one


def _refused(folder: Path, content: bytes, message: str) -> None:
    (folder / "x.json").write_bytes(content)
    with pytest.raises(UsageError) as raised:
        read_archive(folder / "x.json", 4 * MIB)
    assert message in raised.value.message
    assert "\n" not in str(raised.value)
