"""Where what is exported goes: a file, a folder, or stdout."""

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from quizapp.cards.identity import slug
from quizapp.cli.shorter import shorter
from quizapp.errors import UsageError
from quizapp.exchange.outgoing.files import takes_a_stream, write_stream, write_together
from quizapp.i18n import F_
from quizapp.paths import places
from quizapp.visible import visible

STDOUT = "-"


@dataclass(frozen=True)
class Shape:
    """What the files of a format are like: their ending, whether a person can read them, whether several may come."""

    ending: str
    is_text: bool = True
    several: bool = False


@dataclass(frozen=True)
class Target:
    """A file or a folder at `path`; stdout where that is None."""

    shape: Shape
    path: Path | None
    is_folder: bool = False


def target_of(shape: Shape, output: str | None, deck: str | None, report_on_stdout: bool, force: bool) -> Target:
    """Where the files go. Where nothing is said, text goes to stdout, and so does a package outside a terminal.

    Raises UsageError if files and report would get mixed up, and where a file exists, before it is made for nothing.
    """
    target = _target(shape, output, deck, report_on_stdout)
    if target.path and not target.is_folder and not takes_a_stream(target.path):
        _refuse_existing([target.path], force)
    return target


def _target(shape: Shape, output: str | None, deck: str | None, report_on_stdout: bool) -> Target:
    name = Path(f"{slug(deck) if deck else 'quizapp'}{shape.ending}")
    if output is None and shape.is_text is False and (report_on_stdout or sys.stdout.isatty()):
        return Target(shape, name)
    if output in (None, STDOUT):
        if report_on_stdout:
            what = F_("the report and the export cannot both go to stdout")
            raise UsageError(what, F_("say where it goes: -o FILE"))
        return Target(shape, None)
    path = Path(str(output))
    if not is_folder(str(output)):
        return Target(shape, path)
    return Target(shape, path, is_folder=True) if shape.several else Target(shape, path / name)


def is_folder(output: str) -> bool:
    """True if a folder is meant by what was said after `-o`."""
    return output.endswith("/") or Path(output).is_dir()


def write(files: Mapping[str, Iterable[bytes]], target: Target, force: bool) -> list[Path]:
    """Writes the files, given in pieces, all of them or none; the paths of those that were written. What a pipe or a
    device took has none.

    Raises UsageError where one exists already, unless `force` says to replace it, and StoreError.
    """
    if target.path is None:
        _to_stdout(b"".join(files[""]), target.shape.is_text)
        return []
    if not target.is_folder and takes_a_stream(target.path):
        write_stream(target.path, files[""])
        return []
    paths = {target.path / name if name else target.path: content for name, content in files.items()}
    _refuse_existing(paths, force)
    write_together(paths)
    return list(paths)


def _refuse_existing(paths: Iterable[Path], force: bool) -> None:
    there = [path for path in paths if os.path.lexists(path)]
    _refuse_database(there)
    if there and not force:
        what = F_("{path} exists already", path=shorter(there[0]))
        raise UsageError(what, F_("add --force to replace it, or name another with -o"))


def _refuse_database(there: Iterable[Path]) -> None:
    """No force puts an export in the place of all progress, or of what SQLite keeps beside it."""
    kept = [path for ending in ("", "-wal", "-shm") if (path := Path(f"{places().database}{ending}")).exists()]
    for path in there:
        if path.exists() and any(path.samefile(one) for one in kept):
            raise UsageError(F_("{path} is the database itself", path=path), F_("name another file"))


def _to_stdout(content: bytes, is_text: bool) -> None:
    """A person's terminal gets text that cannot drive it; a program gets every byte."""
    if sys.stdout.isatty():
        if not is_text:
            what = F_("a package is nothing to be shown in a terminal")
            raise UsageError(what, F_("name a file: -o FILE"))
        content = visible(content.decode().replace("\r\n", "\n")).encode()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
