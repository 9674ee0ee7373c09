"""Collections are kept between runs only where nobody else can change them, and never half made."""

import os
import tempfile
from pathlib import Path

import pytest

from benchmarks.homes.kept import Kept, kept_or_not


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of temporary files."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def _ours(temporary: Path) -> Path:
    return temporary / f"quizapp-benchmarks-{os.getuid()}"


def _write(folder: Path) -> None:
    (folder / "made").write_text("whole")


def test_a_collection_is_made_once(tmp_path: Path) -> None:
    made: list[Path] = []
    assert Kept(tmp_path).get("one", made.append) == Kept(tmp_path).get("one", made.append)
    assert len(made) == 1


def test_one_that_was_left_half_made_is_made_anew(tmp_path: Path) -> None:
    def broken(folder: Path) -> None:
        (folder / "half").touch()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Kept(tmp_path).get("one", broken)
    folder = Kept(tmp_path).get("one", _write)
    assert (folder / "made").read_text() == "whole"
    assert not (folder / "half").exists()


def test_they_are_kept_for_the_next_run_readable_by_their_owner_only(temporary: Path) -> None:
    with kept_or_not(keep=True) as kept:
        folder = kept.get("one", _write)
    assert (folder / "made").exists()
    assert folder.is_relative_to(_ours(temporary))
    assert _ours(temporary).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("mode", [0o777, 0o750])
def test_a_folder_that_others_may_enter_is_not_used(temporary: Path, mode: int) -> None:
    _ours(temporary).mkdir()
    _ours(temporary).chmod(mode)
    with kept_or_not(keep=True) as kept:
        folder = kept.get("one", _write)
        assert not folder.is_relative_to(_ours(temporary))
    assert not folder.exists()


def test_a_link_in_its_place_is_not_followed(temporary: Path) -> None:
    (temporary / "elsewhere").mkdir(mode=0o700)
    _ours(temporary).symlink_to(temporary / "elsewhere")
    with kept_or_not(keep=True) as kept:
        kept.get("one", _write)
    assert list((temporary / "elsewhere").iterdir()) == []


def test_nothing_is_kept_where_it_is_not_wanted(temporary: Path) -> None:
    with kept_or_not(keep=False) as kept:
        kept.get("one", _write)
    assert list(temporary.iterdir()) == []
