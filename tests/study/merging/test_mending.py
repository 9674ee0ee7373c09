"""What is broken in our own file is taken out of it; nobody else's file is touched."""

from pathlib import Path

import pytest

from quizapp.study.merging import own_file
from quizapp.study.merging.troubles import Fault
from tests.study.merging.conftest import Make
from tests.study.merging.machines import Machine, written

JUNK = {
    "a broken line": b'{"uuid":\n',
    "a conflict": b"<<<<<<< HEAD\n=======\n>>>>>>> theirs\n",
    "a row cut in the middle": b'{"uuid":"x","card":"t/a","at":"2026\n',
}


@pytest.mark.parametrize("name", JUNK)
def test_it_is_told_once_and_then_gone(desk: Machine, laptop: Machine, name: str) -> None:
    desk.answer("t/a", "t/b")
    desk.sync()
    laptop.sync()
    with desk.file.open("ab") as file:
        file.write(JUNK[name])
    desk.answer("t/c")
    done = desk.sync()
    assert (done.written, done.troubles) == (1, [])
    assert JUNK[name] not in desk.file.read_bytes()
    assert list(desk.file.parent.glob(".*")) == []
    again = desk.sync()
    assert (again.written, again.merged.known, again.troubles) == (0, 0, [])
    done = laptop.sync()
    assert (done.merged.new, done.written, done.troubles) == (1, 0, [])
    assert laptop.uuids() == desk.uuids()


def test_a_row_that_was_damaged_is_written_again_from_the_log(desk: Machine, make: Make, shared: Path) -> None:
    desk.answer("t/a", "t/b", "t/c")
    desk.sync()
    content = desk.file.read_bytes().splitlines(keepends=True)
    desk.file.write_bytes(b"".join([*content[:2], content[2].replace(b'"uuid"', b'"uu\xffd"'), content[3]]))
    desk.sync()
    assert written(shared) == sorted(desk.uuids())
    assert make("third").sync().merged.new == 3


def test_rows_of_a_twin_that_stand_in_it_are_kept(desk: Machine, make: Make) -> None:
    desk.answer("t/a")
    desk.sync()
    old = desk.file
    twin = make("twin")
    twin.answer("t/b")
    twin.sync()
    old.write_bytes(old.read_bytes() + twin.file.read_bytes() + b"nonsense\n")
    twin.file.unlink()
    before = old.read_bytes()
    assert desk.sync().renewed
    assert old.read_bytes() == before
    assert make("third").sync().merged.new == 2


def test_others_files_stay_as_they_are(desk: Machine, shared: Path) -> None:
    (shared / "other.jsonl").write_bytes(b"nonsense\n")
    desk.answer("t/a")
    desk.sync()
    assert [trouble.fault for trouble in desk.sync().troubles] == [Fault.BROKEN]
    assert (shared / "other.jsonl").read_bytes() == b"nonsense\n"


def test_a_file_that_is_changed_meanwhile_is_left_for_the_next_time(
    desk: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.answer("t/a")
    desk.sync()
    with desk.file.open("ab") as file:
        file.write(b"nonsense\n")
    write_sound = own_file._write_sound

    def slow(path: Path, *others: object) -> object:
        seen = write_sound(path, *others)  # type: ignore[arg-type]
        with path.open("ab") as file:
            file.write(b"more\n")
        return seen

    with monkeypatch.context() as raced:
        raced.setattr(own_file, "_write_sound", slow)
        assert [trouble.fault for trouble in desk.sync().troubles] == [Fault.BROKEN]
    assert desk.file.read_bytes().endswith(b"nonsense\nmore\n")
    assert desk.sync().troubles == []
    assert b"more" not in desk.file.read_bytes()


def test_where_it_cannot_be_written_anew_it_is_told_and_stays(desk: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.answer("t/a")
    desk.sync()
    with desk.file.open("ab") as file:
        file.write(b"nonsense\n")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr("tempfile.mkstemp", full)
        done = desk.sync()
    assert ([trouble.fault for trouble in done.troubles], done.failed) == ([Fault.BROKEN], False)
    assert desk.file.read_bytes().endswith(b"nonsense\n")


def test_its_permissions_stay(desk: Machine) -> None:
    desk.answer("t/a")
    desk.sync()
    desk.file.chmod(0o660)
    with desk.file.open("ab") as file:
        file.write(b"nonsense\n")
    desk.sync()
    assert desk.file.stat().st_mode & 0o777 == 0o660
