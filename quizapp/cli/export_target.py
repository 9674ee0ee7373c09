"""Where exported cards go: a file, a folder, or stdout."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from quizapp.cards.identity import slug
from quizapp.cli.shorter import shorter
from quizapp.errors import UsageError
from quizapp.exchange.outgoing.files import takes_a_stream, write_stream, write_together
from quizapp.exchange.outgoing.writing import Format, Output
from quizapp.visible import visible

STDOUT = "-"


@dataclass(frozen=True)
class Target:
    """A file or a folder at `path`; stdout where that is None."""

    format: Format
    path: Path | None
    is_folder: bool = False


def target_of(format_: Format, output: str | None, deck: str | None, report_on_stdout: bool) -> Target:
    """Where the cards go. Where nothing is said, text goes to stdout, and so does a package outside a terminal.

    Raises UsageError if cards and report would get mixed up.
    """
    name = Path(f"{slug(deck) if deck else 'quizapp'}{format_.ending}")
    if output is None and format_.is_text is False and (report_on_stdout or sys.stdout.isatty()):
        return Target(format_, name)
    if output in (None, STDOUT):
        if report_on_stdout:
            raise UsageError("the report and the cards cannot both go to stdout", "say where the cards go: -o FILE")
        return Target(format_, None)
    path = Path(str(output))
    if not (str(output).endswith("/") or path.is_dir()):
        return Target(format_, path)
    return Target(format_, path, is_folder=True) if format_.by_deck else Target(format_, path / name)


def write(output: Output, target: Target, force: bool) -> list[Path]:
    """Writes the files, all of them or none; the paths of those that were written. What a pipe or a device
    took has none.

    Raises UsageError where one exists already, unless `force` says to replace it, and StoreError.
    """
    if not output.notes:
        hint = "another format may hold them: --all tells why"
        raise UsageError(f"none of the cards can be written as {target.format.name}", hint)
    if target.path is None:
        _to_stdout(output.files[""], target.format.is_text)
        return []
    if not target.is_folder and takes_a_stream(target.path):
        write_stream(target.path, output.files[""])
        return []
    paths = {target.path / name if name else target.path: content for name, content in output.files.items()}
    there = [path for path in paths if os.path.lexists(path)]
    if there and not force:
        raise UsageError(f"{shorter(there[0])} exists already", "add --force to replace it, or name another with -o")
    write_together(paths)
    return list(paths)


def _to_stdout(content: bytes, is_text: bool) -> None:
    """A person's terminal gets text that cannot drive it; a program gets every byte."""
    if sys.stdout.isatty():
        if not is_text:
            raise UsageError("a package is nothing to be shown in a terminal", "name a file: -o FILE")
        content = visible(content.decode().replace("\r\n", "\n")).encode()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
