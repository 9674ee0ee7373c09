"""What was not as it should be in files that other programs carry about. It harms nothing, and is told."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Fault(StrEnum):
    """What may be wrong."""

    BROKEN = "broken"  # lines that are no rows
    UNFIT = "unfit"  # rows of a database or an export that make no sense
    CONFLICT = "conflict"  # lines that git left where two versions of a file met
    HALF = "half"  # the last line is not whole yet
    NEWER = "newer"  # written by a newer program
    SPECIAL = "special"  # a link, a pipe, a folder: no ordinary file
    UNREADABLE = "unreadable"
    MANY = "many"  # more files than are read
    MISSING = "missing"  # the folder is not there
    FOLDER = "folder"  # the folder cannot be looked into
    UNWRITABLE = "unwritable"  # our own file cannot be written
    KEPT_BACK = "kept_back"  # rows of ours that no other machine could read


class Trouble(BaseModel):
    """One thing wrong: with which file (or folder), how often, on which line first, and what the system says of it."""

    model_config = ConfigDict(frozen=True)

    fault: Fault
    file: str
    count: int = 1
    line: int = 0
    why: str = ""

    @property
    def failed(self) -> bool:
        """True if rows could not be brought to the other machines, or none could be read."""
        return self.fault in (Fault.MISSING, Fault.FOLDER, Fault.UNWRITABLE)


class Troubles:
    """All that is wrong: of a kind in a file there is one, with how often, and the line of the first."""

    def __init__(self, before: Iterable[Trouble] = ()) -> None:
        self._found: dict[tuple[Fault, str], Trouble] = {}
        self.extend(before)

    def add(self, trouble: Trouble) -> None:
        """One more."""
        key = trouble.fault, trouble.file
        known = self._found.get(key)
        more = known and known.model_copy(update={"count": known.count + trouble.count})
        self._found[key] = more or trouble

    def extend(self, troubles: Iterable[Trouble]) -> None:
        """More of them."""
        for trouble in troubles:
            self.add(trouble)

    def __iter__(self) -> Iterator[Trouble]:
        return iter(self._found.values())
