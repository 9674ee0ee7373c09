"""A text written in the learner's own editor."""

from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from quizapp.cards.folders import LARGEST_FILE
from quizapp.errors import UsageError, no_temporary_folder
from quizapp.i18n import F_
from quizapp.study.editing.editors import edit


@dataclass(frozen=True)
class Elsewhere:
    """A text as the editor left it. `failed` is why that ended badly, if it did: what it had saved by then counts."""

    text: str
    failed: UsageError | None = None


def written_elsewhere(text: str, name: str, line: int = 1) -> Elsewhere:
    """The text as it is after the learner's editor, opened at a line, was closed; blocks meanwhile.

    `name` says what kind of file it is. What cannot be read, or was not when the program was asked to end, is left
    where it was written. Raises StoreError where nothing can be.
    """
    try:
        folder = Path(mkdtemp(prefix="quizapp-"))
    except OSError as error:
        raise no_temporary_folder() from error
    file = folder / name
    try:
        file.write_text(f"{text.rstrip()}\n" if text.strip() else "", encoding="utf-8")
        failed = _edit(file, line)
        written = _read(file)
    except (OSError, ValueError) as error:
        what = F_("what was written cannot be read: {error}", error=error)
        return Elsewhere(text, UsageError(what, F_("nothing was changed; look in {folder}", folder=folder)))
    rmtree(folder, ignore_errors=True)
    return Elsewhere(written, failed)


def _edit(file: Path, line: int) -> UsageError | None:
    try:
        edit(file, line)
    except UsageError as error:
        return error
    return None


def _read(file: Path) -> str:
    if file.stat().st_size > LARGEST_FILE:
        raise ValueError(f"it is larger than {LARGEST_FILE // 2**20} MiB")
    return file.read_text(encoding="utf-8-sig")
