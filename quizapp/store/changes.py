"""What changed in the library's folders since they were last read: found by stamp, made sure of by content."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select, update

from quizapp.cards.faults import Fault
from quizapp.cards.folders import CardFile, card_files, unreadable
from quizapp.cards.parse import READER, parse_file
from quizapp.cards.parts import FilePart
from quizapp.store import tables


@dataclass(frozen=True)
class Changed:
    """A file whose content is not what it was, parsed."""

    file: CardFile
    root: Path
    digest: str
    part: FilePart

    @property
    def row(self) -> dict[str, Any]:
        """The row of the table `source_file`."""
        return {
            "path": str(self.file.path),
            "root": str(self.root),
            "deck": self.file.deck,
            "topic": self.part.topic,
            "size": self.file.size,
            "changed": self.file.changed,
            "digest": self.digest,
            "reader": READER,
            "part": self.part.model_dump_json(),
        }


class Folders:
    """What lies in the folders, held against what was known of them. Faults of the folders themselves are gathered."""

    def __init__(self, connection: Connection, roots: Sequence[Path]) -> None:
        self._connection = connection
        self.known = {row.path: row for row in connection.execute(select(tables.source_file))}
        self.found: dict[str, tuple[CardFile, Path]] = {}
        self.faults: list[Fault] = []
        self._missing = {str(root) for root in roots if not root.is_dir()}
        for root in roots:
            for file in card_files(root):
                if isinstance(file, Fault):
                    self.faults.append(file)
                else:
                    self.found.setdefault(str(file.path), (file, root))

    @property
    def suspects(self) -> list[tuple[CardFile, Path]]:
        """The files whose size, time or place is not what it was."""
        return [(file, root) for file, root in self.found.values() if not self._same_stamp(file, root)]

    @property
    def vanished(self) -> list[str]:
        """The files that are gone. A whole folder that is not there may come back: its files are kept."""
        told = {fault.file for fault in self.faults}
        return [
            path
            for path, row in self.known.items()
            if path not in self.found and path not in told and row.root not in self._missing
        ]

    def changed(self, file: CardFile, root: Path) -> Changed | None:
        """The file, parsed, if its content is not what it was; None too where it cannot be read, which is told."""
        try:
            content = file.path.read_bytes()
        except OSError as error:
            self.faults.append(unreadable(file.path, error))
            return None
        digest = blake2b(content, digest_size=16).hexdigest()
        row = self.known.get(str(file.path))
        if row and (row.digest, row.deck, row.root, row.reader) == (digest, file.deck, str(root), READER):
            self._note_stamp(file)
            return None
        return Changed(file, root, digest, parse_file(content, str(file.path), file.deck))

    def topics_of(self, paths: Sequence[str]) -> Iterator[str]:
        """The topics to which known files belonged."""
        return (self.known[path].topic for path in paths if path in self.known)

    def _same_stamp(self, file: CardFile, root: Path) -> bool:
        row = self.known.get(str(file.path))
        stamp = (file.size, file.changed, file.deck, str(root), READER)
        return row is not None and (row.size, row.changed, row.deck, row.root, row.reader) == stamp

    def _note_stamp(self, file: CardFile) -> None:
        statement = update(tables.source_file).where(tables.source_file.c.path == str(file.path))
        self._connection.execute(statement.values(size=file.size, changed=file.changed))
