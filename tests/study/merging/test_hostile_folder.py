"""What others leave in the folder harms nothing: it is passed over, told in one line, and what is sound is read."""

import os
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from quizapp.study.merging import files, lines
from quizapp.study.merging.lines import Header
from quizapp.study.merging.ordinary import LONGEST
from quizapp.study.merging.row import line_of
from quizapp.study.merging.telling import in_short, trouble_text
from quizapp.study.merging.troubles import Fault
from tests.study.merging.conftest import Make
from tests.study.merging.machines import Machine, answer

DRIVES = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def sound(card: str = "t/a") -> bytes:
    return line_of(answer(card)) or b""


HEADER = Header(device="other").line
CONFLICT = b"<<<<<<< HEAD\n" + sound("t/b") + b"=======\n" + sound("t/c") + b">>>>>>> theirs\n"
BROKEN: dict[str, tuple[bytes, Fault | None, int]] = {
    "half a line": (HEADER + sound() + sound()[:-20], Fault.HALF, 1),
    "half a sign": (HEADER + sound() + '{"uuid":"卷'.encode()[:-1], Fault.HALF, 1),
    "half a header": (HEADER[:-9], Fault.HALF, 0),
    "a whole row without its end": (HEADER + sound().rstrip(), None, 1),
    "broken before sound": (HEADER + b'{"uuid":\n' + sound(), Fault.BROKEN, 1),
    "two rows run together": (HEADER + sound().rstrip() + sound() + sound(), Fault.BROKEN, 1),
    "a conflict": (HEADER + sound() + CONFLICT, Fault.CONFLICT, 3),
    "a conflict in the header": (b"<<<<<<< HEAD\n" + HEADER + b"=======\n" + sound(), Fault.CONFLICT, 1),
    "no header": (sound() + sound(), None, 2),
    "headers again": (HEADER + sound() + HEADER + sound(), None, 2),
    "windows": ((HEADER + sound() + sound()).replace(b"\n", b"\r\n"), None, 2),
    "empty lines": (HEADER + b"\n\n  \n" + sound(), None, 1),
    "empty": (b"", None, 0),
    "zeros": (bytes(5000), Fault.HALF, 0),
    "zeros between": (HEADER + sound() + bytes(512) + b"\n" + sound(), Fault.BROKEN, 2),
    "garbage": (bytes(range(256)) * 40 + b"\n", Fault.BROKEN, 0),
    "another's format": (b'{"format":"quizapp-log","version":"new"}\n' + sound(), Fault.BROKEN, 1),
    "newer from here on": (
        HEADER + sound() + b'{"format":"quizapp-log","version":2}\n' + sound(),
        Fault.NEWER,
        1,
    ),
    "a huge line": (HEADER + b"x" * (3 * LONGEST) + b"\n" + sound(), Fault.BROKEN, 1),
    "a huge line without end": (HEADER + sound() + b"[" * (3 * LONGEST), Fault.HALF, 1),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_sound_is_read_and_the_rest_told_once(desk: Machine, shared: Path, name: str) -> None:
    content, fault, count = BROKEN[name]
    (shared / "other.jsonl").write_bytes(content)
    done = desk.sync()
    assert done.merged.new == count
    assert [trouble.fault for trouble in done.troubles] == ([fault] if fault else [])
    assert done.fresh == done.troubles
    assert not done.failed
    assert (shared / "other.jsonl").read_bytes() == content
    again = desk.sync()
    assert (again.fresh, again.troubles, again.merged.new) == ([], done.troubles, 0)
    desk.answer("t/z")
    assert desk.sync().written == 1


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_appended_behind_it_is_read_later(desk: Machine, shared: Path, name: str) -> None:
    if "newer" in name:
        return
    file = shared / "other.jsonl"
    file.write_bytes(BROKEN[name][0])
    desk.sync()
    with file.open("ab") as stream:
        stream.write(b"\n" + sound("t/late"))
    assert desk.sync().merged.cards == {"t/late"}


def test_a_half_written_line_counts_once_it_is_whole(desk: Machine, shared: Path) -> None:
    line = sound()
    for cut in range(1, len(line), 37):
        (shared / "other.jsonl").write_bytes(HEADER + line[:cut])
        assert desk.sync().merged.new == 0
    (shared / "other.jsonl").write_bytes(HEADER + line)
    done = desk.sync()
    assert (done.merged.new, done.troubles) == (1, [])


@pytest.mark.parametrize(
    "name",
    [
        "desk.sync-conflict-20260304-090000-ABCDEFG.jsonl",
        "desk (Anna's conflicted copy 2026-03-04).jsonl",
        "desk (Case Conflict).JSONL",
        "手机.jsonl",
    ],
)
def test_conflict_copies_are_read_like_any_file(desk: Machine, shared: Path, name: str) -> None:
    (shared / name).write_bytes(HEADER + sound())
    assert desk.sync().merged.new == 1


@pytest.mark.parametrize("name", [".hidden.jsonl", "._desk.jsonl", "desk.jsonl.tmp", "notes.md", ".stfolder"])
def test_other_files_are_let_be(desk: Machine, shared: Path, name: str) -> None:
    (shared / name).write_bytes(HEADER + sound())
    done = desk.sync()
    assert (done.merged.new, done.troubles) == (0, [])


def _link(path: Path) -> None:
    target = path.parent.parent / "target.jsonl"
    target.write_bytes(HEADER + sound())
    path.symlink_to(target)


SPECIAL: dict[str, Callable[[Path], None]] = {
    "link": _link,
    "dangling": lambda path: path.symlink_to("nowhere"),
    "pipe": lambda path: os.mkfifo(path),
    "folder": lambda path: path.mkdir(),
}


@pytest.mark.parametrize("kind", SPECIAL)
def test_what_is_no_ordinary_file_is_told_and_not_read(desk: Machine, shared: Path, kind: str) -> None:
    SPECIAL[kind](shared / "other.jsonl")
    (shared / "sound.jsonl").write_bytes(HEADER + sound())
    done = desk.sync()
    assert done.merged.new == 1
    assert [(trouble.fault, trouble.file) for trouble in done.fresh] == [(Fault.SPECIAL, "other.jsonl")]
    assert desk.sync().fresh == []


@pytest.mark.parametrize("kind", SPECIAL)
def test_in_the_place_of_our_own_file_it_is_not_written_to(desk: Machine, shared: Path, kind: str) -> None:
    SPECIAL[kind](desk.file)
    before = {path.name: path.read_bytes() for path in shared.parent.glob("target.jsonl")}
    desk.answer("t/a")
    done = desk.sync()
    assert (done.written, done.failed) == (0, True)
    assert Fault.UNWRITABLE in [trouble.fault for trouble in done.fresh]
    assert {path.name: path.read_bytes() for path in shared.parent.glob("target.jsonl")} == before
    assert not (shared / "nowhere").exists()
    desk.file.rmdir() if kind == "folder" else desk.file.unlink()
    done = desk.sync()
    assert (done.written, done.troubles) == (1, [])


def test_a_name_that_is_no_text_is_told(desk: Machine, shared: Path) -> None:
    Path(os.fsdecode(os.fsencode(shared) + b"/\xff.jsonl")).write_bytes(HEADER + sound())
    done = desk.sync()
    assert (done.merged.new, [trouble.fault for trouble in done.troubles]) == (0, [Fault.SPECIAL])
    assert desk.sync().fresh == []


def test_a_folder_that_is_not_there_is_told_and_not_made(desk: Machine, shared: Path) -> None:
    shared.rmdir()
    desk.answer("t/a")
    done = desk.sync()
    assert (done.failed, [trouble.fault for trouble in done.fresh]) == (True, [Fault.MISSING])
    assert not shared.exists()
    shared.write_text("a file", encoding="utf-8")
    assert desk.sync().failed
    shared.unlink()
    shared.mkdir()
    assert desk.sync().written == 1


def test_no_more_than_so_many_files_are_read(desk: Machine, shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_FILES", 3)
    for number in range(5):
        (shared / f"{number}.jsonl").write_bytes(HEADER + sound())
    done = desk.sync()
    assert done.merged.new == 3
    assert [(trouble.fault, trouble.count) for trouble in done.troubles] == [(Fault.MANY, 2)]


def test_a_file_that_is_too_large_is_told_and_not_read(
    desk: Machine, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = HEADER + sound()
    monkeypatch.setattr(files, "_LARGEST", len(content))
    (shared / "large.jsonl").write_bytes(content + b"\n")
    (shared / "other.jsonl").write_bytes(content)
    done = desk.sync()
    assert done.merged.new == 1
    assert [(trouble.fault, trouble.file) for trouble in done.troubles] == [(Fault.SPECIAL, "large.jsonl")]


def test_of_a_file_no_more_than_so_many_headers_are_kept() -> None:
    stream = BytesIO(b"".join(Header(device=f"d{number}").line for number in range(150)))
    found = lines.Lines(stream, "other.jsonl", lines.digest_of(stream, 0))
    assert (list(found.rows()), len(found.headers)) == ([], 100)


def test_a_file_without_an_end_of_useless_lines_is_given_up(
    desk: Machine, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "_MOST_USELESS", 100)
    (shared / "other.jsonl").write_bytes(b"x\n" * 150 + sound())
    done = desk.sync()
    (trouble,) = done.troubles
    assert (done.merged.new, trouble.fault, trouble.count, trouble.line) == (0, Fault.BROKEN, 100, 1)


def test_rows_that_no_machine_could_read_stay_here_and_are_told(desk: Machine, make: Make) -> None:
    long = answer("t/a")._replace(answered={"code": "x" * LONGEST})
    desk.collection.append([long, answer("t/b")])
    done = desk.sync()
    assert (done.written, [(trouble.fault, trouble.count) for trouble in done.fresh]) == (1, [(Fault.KEPT_BACK, 1)])
    assert desk.sync().fresh == []
    assert make("laptop").sync().merged.new == 1


def test_hostile_text_is_safe_in_what_is_told(desk: Machine, shared: Path) -> None:
    name = "\x1b[2J\u202e\x9b31m\n.jsonl"
    (shared / name).write_bytes(b"nothing\n")
    header = Header(device="\x1b]52;c;cm0=\x07").line
    (shared / "a.jsonl").write_bytes(header + sound().replace(b'"elsewhere"', b'"\\u001b[31m"') + sound())
    done = desk.sync()
    assert done.merged.new == 1
    told = [*in_short(done), *map(trouble_text, done.troubles)]
    assert len(told) == 6
    assert [line for line in told if DRIVES.search(line)] == []
