"""A text written in the learner's own editor."""

from pathlib import Path
from tempfile import TemporaryDirectory

from quizapp.cards.folders import LARGEST_FILE
from quizapp.errors import UsageError
from quizapp.study.editing.editors import edit


def written_elsewhere(text: str, name: str, line: int = 1) -> str:
    """The text as it is after the learner's editor, opened at a line, was closed; blocks meanwhile.

    `name` says what kind of file it is. Raises UsageError, and then nothing is changed.
    """
    with TemporaryDirectory(prefix="quizapp-") as folder:
        file = Path(folder) / name
        try:
            file.write_text(f"{text.rstrip()}\n" if text.strip() else "", encoding="utf-8")
            edit(file, line)
            return _read(file)
        except (OSError, ValueError) as error:
            raise UsageError(f"what was written cannot be read: {error}", "nothing was changed") from error


def _read(file: Path) -> str:
    if file.stat().st_size > LARGEST_FILE:
        raise ValueError(f"it is larger than {LARGEST_FILE // 2**20} MiB")
    return file.read_text(encoding="utf-8-sig")
