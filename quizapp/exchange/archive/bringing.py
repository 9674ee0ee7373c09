"""An export of everything brought back: files that are missing, rows that the log does not have, choices not made."""

from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from quizapp.cards.files import make_file
from quizapp.errors import StoreError
from quizapp.exchange.archive.choices import Judged, judged
from quizapp.exchange.archive.document import Archive
from quizapp.exchange.archive.placing import Placed, placed
from quizapp.i18n import F_
from quizapp.paths import shortened
from quizapp.store.log.rows import columns_of, row_of
from quizapp.study.editing.shelf import own_folder
from quizapp.study.exercises.trust import distrust
from quizapp.study.merging.merge import Merged, merge
from quizapp.study.opening import Desk
from quizapp.wording import N_


@dataclass(frozen=True)
class Brought:
    """What came of it: files (`placed`), rows of the log (`merged`), choices.

    `distrusted` are folders whose exercises ran without a question, until files came into them.
    """

    placed: Placed
    merged: Merged
    choices: Judged = field(default_factory=Judged)
    distrusted: tuple[Path, ...] = ()


def bring_back(desk: Desk, archive: Archive, now: datetime, dry_run: bool = False) -> Brought:
    """Brings back what is not here; what is here and says something else stays. Doing it again changes nothing.

    In a dry run it only says what would come. Raises StoreError: no file is written then or, where the log could not be
    written, all of them are, and doing it again brings the rest.
    """
    files = placed(desk, archive.files)
    choices = judged(desk, archive.choices)
    distrusted: tuple[Path, ...] = ()
    if not dry_run:
        distrusted = _write(desk, files)
        desk.choose_all(choices.taken)
        desk.read_cards(now)
    merged = merge(desk.collection, map(columns_of, map(row_of, archive.log)), now, dry_run)
    if dry_run:
        merged = replace(merged, unknown=merged.unknown - files.cards)
    return Brought(files, merged, choices, distrusted)


def _write(desk: Desk, files: Placed) -> tuple[Path, ...]:
    """Writes the files that are missing; the folders that are not trusted any more, before anything is in them."""
    folders = {path.parent for path in files.missing if path.suffix == ".md"}
    distrusted = distrust(tuple(sorted(folders)), desk)
    with ExitStack() as undo:
        for path, content in list(files.missing.items()):
            try:
                _make(path, content, undo)
            except FileExistsError:
                del files.missing[path]
                files.refused[path.relative_to(own_folder(desk)).as_posix()] = N_(
                    "another file has its name, but for capital letters"
                )
            except OSError as error:
                what = F_("{path} cannot be written ({why})", path=shortened(path), why=error.strerror or error)
                mend = F_("check the permissions of its folder, and the room on the disk")
                raise StoreError(what, mend) from error
        undo.pop_all()
    return distrusted


def _make(path: Path, content: bytes, undo: ExitStack) -> None:
    for folder in reversed([folder for folder in path.parents if not folder.exists()]):
        folder.mkdir(mode=0o700)
        undo.callback(folder.rmdir)
    make_file(path, content)
    undo.callback(path.unlink, missing_ok=True)
