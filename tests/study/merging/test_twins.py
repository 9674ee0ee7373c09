"""Two machines that go by one name, for a database was copied; and a machine that was put back to an older state."""

import shutil
from pathlib import Path

from quizapp.store.copies.backups import back_up
from quizapp.study.keeping import bring_back
from tests.conftest import NOW
from tests.study.merging.conftest import Make
from tests.study.merging.machines import Machine


def copied(desk: Machine, make: Make, tmp_path: Path) -> Machine:
    (tmp_path / "twin").mkdir()
    back_up(desk.path, tmp_path / "twin" / "quizapp.db")
    twin = make("twin")
    assert twin.collection.device == desk.collection.device
    return twin


def test_the_second_takes_a_name_and_a_file_of_its_own(desk: Machine, make: Make, tmp_path: Path) -> None:
    desk.answer("t/a")
    desk.sync()
    twin = copied(desk, make, tmp_path)
    desk.answer("t/b")
    desk.sync()
    before = desk.file.read_bytes()
    twin.answer("t/c")
    done = twin.sync()
    assert (done.renewed, done.merged.new, done.written) == (True, 1, 1)
    assert twin.collection.device != desk.collection.device
    assert desk.file.read_bytes() == before
    assert desk.sync().renewed is False
    assert desk.uuids() == twin.uuids()
    twin.reopen()
    assert twin.sync().renewed is False


def test_a_conflict_copy_of_our_own_file_tells_it_too(desk: Machine, make: Make, shared: Path, tmp_path: Path) -> None:
    desk.answer("t/a")
    twin = copied(desk, make, tmp_path)
    apart = tmp_path / "apart"
    apart.mkdir()
    twin.share(apart)
    for each in (desk, twin):
        each.answer("t/b")
        each.sync()
    shutil.copyfile(twin.file, shared / f"{twin.file.stem}.sync-conflict-20260304-090000-ABC.jsonl")
    shutil.copyfile(desk.file, apart / f"{desk.file.stem}.sync-conflict-20260304-090000-ABC.jsonl")
    for each in (desk, twin):
        done = each.sync()
        assert (done.renewed, done.merged.new) == (True, 1)
    assert desk.uuids() == twin.uuids()
    assert len({desk.collection.device, twin.collection.device}) == 2
    for each in (desk, twin):
        each.answer("t/c")
        assert each.sync().written == 1


def test_a_file_of_ours_by_a_newer_program_is_left_alone(desk: Machine, make: Make) -> None:
    desk.answer("t/a")
    content = desk.file, b'{"format":"quizapp-log","version":2,"device":"d"}\n{"new":1}\n'
    content[0].write_bytes(content[1])
    done = desk.sync()
    assert (done.renewed, done.written) == (True, 1)
    assert content[0].read_bytes() == content[1]
    assert desk.file != content[0]
    assert make("laptop").sync().merged.new == 1


def test_restoring_gives_a_new_name_and_the_rows_keep_theirs(desk: Machine, tmp_path: Path) -> None:
    (row,) = desk.answer("t/a")
    desk.sync()
    name = desk.collection.device
    back_up(desk.path, tmp_path / "backup.db")
    desk.answer("t/b")
    desk.sync()
    desk.desk.close()
    bring_back(desk.desk.places, tmp_path / "backup.db", NOW)
    desk.reopen()
    assert desk.collection.device != name
    assert desk.collection.seen() is None
    assert desk.collection.history("t/a") == [row]
    assert row.device == name
    done = desk.sync()
    assert (done.renewed, done.merged.new, done.written) == (False, 1, 0)


def test_restoring_where_nothing_was_and_where_it_was_damaged_gives_a_new_name_too(
    desk: Machine, tmp_path: Path
) -> None:
    desk.answer("t/a")
    names = {desk.collection.device}
    back_up(desk.path, tmp_path / "backup.db")
    desk.desk.close()
    desk.path.unlink()
    bring_back(desk.desk.places, tmp_path / "backup.db", NOW)
    desk.reopen()
    names.add(desk.collection.device)
    desk.desk.close()
    desk.path.write_bytes(b"scratched " * 500)
    bring_back(desk.desk.places, tmp_path / "backup.db", NOW)
    desk.reopen()
    names.add(desk.collection.device)
    assert len(names) == 3


def test_a_database_put_back_by_hand_takes_its_rows_in_again(desk: Machine, tmp_path: Path) -> None:
    desk.answer("t/a")
    desk.sync()
    back_up(desk.path, tmp_path / "backup.db")
    desk.answer("t/b")
    desk.sync()
    uuids = desk.uuids()
    desk.desk.close()
    shutil.copyfile(tmp_path / "backup.db", desk.path)
    desk.reopen()
    done = desk.sync()
    assert (done.renewed, done.merged.new) == (True, 1)
    assert desk.uuids() == uuids


def test_two_programs_on_one_database_that_notice_agree_on_the_name(desk: Machine, make: Make) -> None:
    name = desk.collection.device
    second = make("desk")
    desk.collection.renew_device()
    second.collection.renew_device()
    assert name != desk.collection.device == second.collection.device


def test_a_program_that_was_open_meanwhile_writes_under_the_new_name(desk: Machine, make: Make) -> None:
    old = desk.file
    make("desk").collection.renew_device()
    desk.answer("t/a")
    assert desk.sync().renewed is False
    assert desk.file != old
    assert desk.file.exists()
    assert not old.exists()


def test_a_program_that_was_open_while_its_database_was_restored_has_a_new_name(desk: Machine, tmp_path: Path) -> None:
    desk.answer("t/a")
    back_up(desk.path, tmp_path / "backup.db")
    name = desk.collection.device
    bring_back(desk.desk.places, tmp_path / "backup.db", NOW)
    assert desk.sync().written == 1
    assert desk.collection.device != name
