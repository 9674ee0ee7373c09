"""Machines are told by the names that they give themselves in their own files."""

import json
import shutil
from pathlib import Path

from quizapp.study.merging.bookmarks import names_in
from quizapp.study.merging.lines import Header
from quizapp.study.merging.row import line_of
from quizapp.study.merging.sources import rows_in
from quizapp.study.merging.telling import facts, in_short
from tests.conftest import NOW
from tests.study.merging.conftest import Make
from tests.study.merging.machines import Machine, answer


def headers(machine: Machine) -> list[str]:
    lines = map(json.loads, machine.file.read_text("utf-8").splitlines())
    return [line["name"] for line in lines if "format" in line]


def test_what_came_in_is_told_by_the_machines_name(desk: Machine, laptop: Machine) -> None:
    laptop.answer("t/a", "t/b")
    laptop.sync()
    assert next(in_short(desk.sync())) == "2 answers came in from laptop"


def test_a_name_is_remembered_where_a_file_is_read_on(desk: Machine, laptop: Machine) -> None:
    for _ in range(2):
        laptop.answer("t/a")
        laptop.sync()
        assert next(in_short(desk.sync())) == "1 answer came in from laptop"


def test_several_machines_are_told_with_how_much_came_from_each(desk: Machine, laptop: Machine, make: Make) -> None:
    laptop.answer("t/a", "t/b")
    make("phone").answer("t/c")
    for each in (laptop, make("phone")):
        each.sync()
    assert next(in_short(desk.sync())) == "3 answers came in from laptop (2), phone (1)"


def test_a_name_holds_also_for_rows_that_another_machine_carried_along(
    desk: Machine, laptop: Machine, make: Make, shared: Path
) -> None:
    laptop.answer("t/a")
    laptop.sync()
    desk.sync()
    shutil.copyfile(laptop.file, shared / "copy.jsonl")
    laptop.file.unlink()
    third = make("third")
    assert next(in_short(third.sync())) == "1 answer came in from laptop"


def test_a_new_name_is_written_once_and_holds(desk: Machine, laptop: Machine, shared: Path) -> None:
    laptop.answer("t/a")
    laptop.sync()
    before = laptop.file.read_bytes()
    shutil.copyfile(laptop.file, shared / "zz-older-copy.jsonl")
    laptop.desk.choose("machine_name", "old laptop")
    for _ in range(3):
        laptop.sync()
    assert headers(laptop) == ["laptop", "old laptop"]
    assert laptop.file.read_bytes().startswith(before)
    assert desk.sync().names == {laptop.collection.device: "old laptop"}


def test_what_is_wrong_with_a_machines_file_is_told_with_its_name(desk: Machine, laptop: Machine) -> None:
    laptop.answer("t/a")
    laptop.sync()
    with laptop.file.open("ab") as file:
        file.write(b"nonsense\n")
    told = list(in_short(desk.sync()))
    assert told[-1].startswith(f"{laptop.file.name} (laptop): 1 line is no entry")


def test_two_machines_of_one_name_are_told_apart(desk: Machine, shared: Path) -> None:
    for device in ("aaaaaaaa-1", "bbbbbbbb-2"):
        row = line_of(answer("t/a", device=device)) or b""
        (shared / f"{device}.jsonl").write_bytes(Header(device=device, name="mac").line + row)
    assert next(in_short(desk.sync())) == "2 answers came in from mac (aaaaaaaa) (1), mac (bbbbbbbb) (1)"


def test_a_machine_that_gave_no_name_is_told_by_some_of_its_id(desk: Machine, shared: Path) -> None:
    (shared / "old.jsonl").write_bytes(line_of(answer("t/a", device="0123456789")) or b"")
    assert next(in_short(desk.sync())) == "1 answer came in from a machine without a name, 01234567"


def test_a_hostile_name_is_short_and_safe(desk: Machine, shared: Path) -> None:
    head = Header(device="d", name="\x1b[2J" + "x" * 150).line
    (shared / "d.jsonl").write_bytes(head + (line_of(answer("t/a", device="d")) or b""))
    told = next(in_short(desk.sync()))
    assert "\x1b" not in told
    assert len(told) < 80


def test_a_database_knows_machines_that_it_met_and_is_told_by_its_file(
    desk: Machine, laptop: Machine, make: Make
) -> None:
    laptop.answer("t/a")
    laptop.sync()
    desk.sync()
    apart = make("apart")
    desk.answer("t/b", "t/c")
    with rows_in(desk.path, NOW) as taken:
        assert taken.names == {
            desk.collection.device: "the machine of quizapp.db",
            laptop.collection.device: "laptop",
        }
    told = list(facts(apart.merge(desk), apart.collection.device, taken.names))
    assert told[-1] == "written by: the machine of quizapp.db (2), laptop (1)"


def test_the_name_of_a_machine_stands_in_its_own_file_only(desk: Machine) -> None:
    desk.answer("t/a")
    desk.sync()
    (head, row) = desk.file.read_text("utf-8").splitlines()
    assert "desk" in head
    assert '"desk"' not in row


def test_names_of_bookmarks_that_make_no_sense_are_none() -> None:
    assert names_in({"files": 3}) == names_in(None) == {}
