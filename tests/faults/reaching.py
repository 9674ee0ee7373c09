"""Rights taken away, and the one sentence that a program tells then."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.forge import Run


@contextmanager
def read_only(*paths: Path) -> Iterator[None]:
    """Files and folders that nobody may write."""
    before = {path: path.stat().st_mode for path in paths}
    for path in paths:
        path.chmod(0o500 if path.is_dir() else 0o400)
    try:
        yield
    finally:
        for path, mode in before.items():
            path.chmod(mode)


def told(run: Run) -> str:
    """The one sentence that a run told instead of doing what was asked."""
    assert run.status == 2, run.stderr
    assert "Traceback" not in run.stderr
    assert len(run.told) == 1, run.stderr
    return run.told[0].removeprefix("quizapp: ")
