"""What changed in the library's folders since they were last read: found by stamp, made sure of by content."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from quizapp.cards.faults import Fault
from quizapp.cards.folders import LARGEST_FILE, CardFile, card_files, unreadable
from quizapp.cards.parse import READER
from quizapp.cards.parsed import parsed
from quizapp.cards.parts import FilePart


@dataclass(frozen=True)
class KnownFile:
    """A card file as it was last read: a row of the table `source_file`, its content left out."""

    path: str
    root: str
    deck: str
    size: int
    changed: int
    digest: str
    reader: int


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
    """What lies in the folders, held against what was known of them.

    Gathered on the way: `faults` of files that cannot be read, and files that were `touched` with their content the
    same.
    """

    def __init__(self, known: Mapping[str, KnownFile], roots: Sequence[Path], largest: int = LARGEST_FILE) -> None:
        self.known = known
        self.found: dict[str, tuple[CardFile, Path]] = {}
        self.faults: list[Fault] = []
        self.touched: list[CardFile] = []
        self._missing = {str(root) for root in roots if _is_missing(root)}
        for root in roots:
            for file in card_files(root, largest):
                self._find(file, root)

    @property
    def suspects(self) -> list[tuple[CardFile, Path]]:
        """The files whose size, time or place is not what it was."""
        return [(file, root) for file, root in self.found.values() if not self._same_stamp(file, root)]

    @property
    def unread(self) -> list[str]:
        """The known files that are there, but cannot be read now."""
        return sorted(self._told & self.known.keys())

    @property
    def vanished(self) -> list[str]:
        """The files that are gone. A folder of the library that is not there, or cannot be read, keeps its files."""
        return [path for path, row in self.known.items() if path not in self.found and not self._may_return(row)]

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
            self.touched.append(file)
            return None
        return Changed(file, root, digest, parsed(content, str(file.path), file.deck))

    def _find(self, file: CardFile | Fault, root: Path) -> None:
        if isinstance(file, Fault):
            self.faults.append(file)
        else:
            self.found.setdefault(str(file.path), (file, root))

    @property
    def _told(self) -> set[str]:
        return {fault.file for fault in self.faults}

    def _may_return(self, row: KnownFile) -> bool:
        folders = {str(folder) for folder in Path(row.path).parents}
        return row.root in self._missing or bool(self._told & {row.path, *folders})

    def _same_stamp(self, file: CardFile, root: Path) -> bool:
        row = self.known.get(str(file.path))
        stamp = (file.size, file.changed, file.deck, str(root), READER)
        return row is not None and (row.size, row.changed, row.deck, row.root, row.reader) == stamp


def _is_missing(root: Path) -> bool:
    """False where nobody may look: that is told, and keeps its files as well."""
    with suppress(OSError):
        return not root.is_dir()
    return False
