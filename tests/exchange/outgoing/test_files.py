"""Exported files are written whole or not at all: on a full disk, where one cannot be written, when it is killed."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quizapp.errors import StoreError, UsageError
from quizapp.exchange.outgoing.files import write_together
from tests.cli.conftest import ROOT

KILLED = """\
import os, signal, sys
from pathlib import Path
from quizapp.exchange.outgoing.files import write_together

times = int(sys.argv[1])
synced = os.fsync

def fsync(handle):
    global times
    times -= 1
    if not times:
        os.kill(os.getpid(), signal.SIGKILL)
    synced(handle)

os.fsync = fsync
write_together({Path("a.md"): [b"new"], Path("in/b.md"): [b"new"]})
"""


@contextmanager
def _no_room_beyond(size: int) -> Iterator[None]:
    """No file may grow larger, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_all_files_are_written_and_what_was_there_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    (tmp_path / "a.md").chmod(0o644)
    write_together({tmp_path / "a.md": [b"new"], tmp_path / "in/it/b.md": [b"b"]})
    assert _files(tmp_path) == {"a.md": b"new", "in/it/b.md": b"b"}
    assert [path.stat().st_mode & 0o777 for path in (tmp_path / "a.md", tmp_path / "in/it/b.md")] == [0o644, 0o600]


def test_a_full_disk_leaves_all_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    with _no_room_beyond(100_000), pytest.raises(StoreError, match=r"b\.md cannot be written"):
        write_together({tmp_path / "a.md": [b"new"], tmp_path / "in/b.md": [b"b" * 200_000]})
    assert _files(tmp_path) == {"a.md": b"old"}
    assert list(tmp_path.iterdir()) == [tmp_path / "a.md"]


def test_what_fails_while_its_pieces_are_made_leaves_all_as_it_was(tmp_path: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"new"
        raise StoreError("the database is gone")

    (tmp_path / "a.md").write_bytes(b"old")
    with pytest.raises(StoreError, match="is gone"):
        write_together({tmp_path / "a.md": pieces()})
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
    assert (tmp_path / "a.md").read_bytes() == b"old"


def test_where_one_cannot_be_written_none_is(tmp_path: Path) -> None:
    kept = tmp_path / "kept.md"
    kept.write_bytes(b"kept")
    kept.chmod(0o444)
    (tmp_path / "folder").mkdir()
    for path in (kept, tmp_path / "folder", kept / "below.md"):
        with pytest.raises(StoreError):
            write_together({tmp_path / "in/a.md": [b"new"], path: [b"new"]})
        assert _files(tmp_path) == {"kept.md": b"kept"}
        assert not (tmp_path / "in").exists()


def test_a_link_stays_one_and_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to("real.md")
    write_together({tmp_path / "link.md": [b"new"]})
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"


def test_files_that_are_one_are_refused(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to("real.md")
    with pytest.raises(UsageError, match="are one"):
        write_together({tmp_path / "link.md": [b"1"], tmp_path / "real.md": [b"2"]})
    assert _files(tmp_path)["real.md"] == b"old"


@pytest.mark.parametrize("times", [1, 2])
def test_when_it_is_killed_no_file_is_half_there(times: int, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(times)],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
        timeout=30,
    )
    assert done.returncode == -signal.SIGKILL
    shown = {name: content for name, content in _files(tmp_path).items() if not Path(name).name.startswith(".")}
    assert shown == {"a.md": b"old"}
