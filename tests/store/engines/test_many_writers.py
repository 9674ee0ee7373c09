"""Reviewers on several machines at one moment: every answer is kept, and each schedule is the fold of its log."""

import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

import pytest

from quizapp.paths import Places
from quizapp.scheduling.fold import fold
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.scheduling.sm2 import SM2
from quizapp.store.collection import Collection
from quizapp.store.engines.database import Place
from tests.conftest import ENGINES, NOW, questions, write_cards
from tests.store.rows import row

pytestmark = pytest.mark.parametrize("place", ENGINES, indirect=True)

REVIEWERS, ANSWERS = 3, 12
# Each process answers one card again and again, all at the same instants: only their uuids tell the rows apart.
_REVIEWER = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import Entry, What
from quizapp.store.engines.address import Address
from quizapp.store.collection import Collection
from quizapp.store.values import LogRow
url, who, answers = sys.argv[1], sys.argv[2], int(sys.argv[3])
place = Address.read(url) if url.startswith("postgresql:") else Path(url)
now = datetime(2026, 3, 4, 9, tzinfo=UTC)
with Collection(place, Path(url + ".backups"), now) as mine:
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(answers):
        at = now + timedelta(days=number)
        grade = Grade(3 + (number + len(who)) % 3)
        mine.append([LogRow(Entry(f"{who}-{number}", "t/a", at, at.date(), What.ANSWER, grade))])
"""


def _reviewer(url: str, who: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _REVIEWER, url, who, str(ANSWERS)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


def test_processes_that_answer_one_card_at_one_instant_lose_nothing(
    collection: Collection, place: Place, where: Places
) -> None:
    url = str(place) if isinstance(place, Path) else place.url
    started = [_reviewer(url, "x" * number) for number in range(1, REVIEWERS + 1)]
    assert [_said(process) for process in started] == ["ready\n"] * REVIEWERS
    for process in started:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in started:
        process.communicate()
    assert [process.returncode for process in started] == [0] * REVIEWERS
    rows = collection.history("t/a")
    assert len(rows) == REVIEWERS * ANSWERS
    assert collection.standing("t/a") == fold([found.entry for found in rows], SM2())
    assert collection.differences() == []


def test_the_same_row_from_two_machines_at_once_is_there_once(
    collection: Collection, place: Place, where: Places
) -> None:
    rows = [row("t/a", What.ANSWER, Grade.GOOD) for _ in range(20)]
    added: list[int] = []
    gate = threading.Barrier(2)

    def merge(mine: Collection) -> None:
        gate.wait()
        added.append(sum(mine.append([one]) for one in rows))

    with Collection(place, where.backups, NOW) as other:
        threads = [threading.Thread(target=merge, args=(each,)) for each in (collection, other)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sum(added) == len(rows)
    assert len(collection.history("t/a")) == len(rows)
    assert collection.differences() == []


def test_answers_are_taken_while_another_machine_reads_its_files(
    collection: Collection, place: Place, where: Places, tmp_path: Path
) -> None:
    roots = [write_cards(tmp_path / name, {"d/t.md": questions("a", "b", title=name)}) for name in ("one", "two")]
    faults: list[BaseException] = []

    def read(mine: Collection, root: Path) -> None:
        try:
            for _ in range(5):
                mine.read_folders([root], NOW)
                mine.append([row("t/a", What.ANSWER, Grade.GOOD)])
        except BaseException as error:
            faults.append(error)

    with Collection(place, where.backups, NOW) as other:
        pairs = zip((collection, other), roots, strict=True)
        threads = [threading.Thread(target=read, args=pair) for pair in pairs]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert faults == []
    assert collection.ids() == ["t/a", "t/b"]
    assert len(collection.history("t/a")) == 10
    assert collection.differences() == []


def test_what_another_machine_takes_out_while_files_are_read_is_read_again(
    collection: Collection, place: Place, where: Places, tmp_path: Path
) -> None:
    mine = write_cards(tmp_path / "mine", {"d/same.md": questions("a"), "d/edited.md": questions("b")})
    theirs = write_cards(tmp_path / "theirs", {"d/other.md": questions("c")})
    collection.read_folders([mine], NOW)
    write_cards(mine, {"d/edited.md": questions("b", "another")})
    with Collection(place, where.backups, NOW) as other:
        turns = iter([partial(other.read_folders, [theirs], NOW)])

        def progress(_done: int, _of: int) -> None:
            for read in turns:
                read()
                assert collection.ids() == ["other/c"]

        collection.read_folders([mine], NOW, progress)
    assert collection.ids() == ["edited/b", "edited/another", "same/a"]
