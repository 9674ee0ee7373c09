"""`quizapp check`: everything that is wrong with some card files, all in one run, and ids written into them."""

import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizapp.cards.faults import Fault, in_order
from quizapp.cards.folders import CardFile, card_files, deck_of, unreadable
from quizapp.cards.insert_ids import with_ids
from quizapp.cards.library import read_library, read_part, topics_of
from quizapp.cards.parse import parse_file


@dataclass(frozen=True)
class Fixed:
    """A file into which ids were written, and how many."""

    path: Path
    ids: int


def lint(paths: Sequence[Path]) -> tuple[Fault, ...]:
    """The faults of these folders and single files."""
    folders = [path for path in paths if path.is_dir()]
    faults = list(read_library(folders).faults)
    parts = []
    for path in paths:
        if path not in folders:
            part = read_part(_single(path))
            if isinstance(part, Fault):
                faults.append(part)
            else:
                parts.append(part)
                faults += part.faults
    _, more = topics_of(parts)
    return in_order([*faults, *more])


def fix(paths: Sequence[Path]) -> Iterator[Fixed | Fault]:
    """Writes the missing ids into these folders and files; yields what was changed, and what could not be."""
    for file in _files(paths):
        if isinstance(file, Fault):
            continue  # told by lint
        try:
            content = file.path.read_bytes()
            part = parse_file(content, str(file.path), file.deck)
            if part.insertions:
                replace_file(file.path, with_ids(content, part))
                yield Fixed(file.path, len(part.insertions))
        except OSError as error:
            yield unreadable(file.path, error)


def replace_file(path: Path, content: bytes) -> None:
    """Puts `content` in the place of a file, whole or not at all, with its permissions. Raises OSError."""
    target = path.resolve()
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".quizapp-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(target.stat().st_mode & 0o7777)
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _files(paths: Iterable[Path]) -> Iterator[CardFile | Fault]:
    for path in paths:
        yield from card_files(path) if path.is_dir() else [_single(path)]


def _single(path: Path) -> CardFile:
    return CardFile(path, deck_of(path, path.parent), 0, 0)
