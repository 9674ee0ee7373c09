"""What was last seen of the shared folder, kept in the database: a look at the files then tells what is new."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from quizapp.store.log.sharing import Tally
from quizapp.study.merging.files import Glimpse
from quizapp.study.merging.lines import VERSION, Header
from quizapp.study.merging.own_file import own_name
from quizapp.study.merging.troubles import Trouble


class Mark(BaseModel):
    """How far a file was read: `end` bytes, `lines` lines, whose `digest` tells later if they are still there.

    `size` and `changed` are what a glance at it said, `headers` the last that it has of each device.
    """

    model_config = ConfigDict(frozen=True)

    size: int
    changed: int
    end: int
    lines: int
    digest: str
    headers: tuple[Header, ...] = ()
    troubles: tuple[Trouble, ...] = ()

    @property
    def glimpse(self) -> Glimpse:
        """What a glance at the file said."""
        return Glimpse(self.size, self.changed)


class Bookmarks(BaseModel):
    """Marks for all files of a folder, and the log's tally then: all that it held stood in one of them or another.

    `rows` is -1 where that is not so. `told` is what was wrong then.
    """

    model_config = ConfigDict(frozen=True)

    version: int = VERSION
    folder: str
    device: str
    rows: int = -1
    last: datetime | None = None
    kept_back: int = 0
    files: dict[str, Mark] = Field(default_factory=dict)
    told: tuple[Trouble, ...] = ()

    @property
    def tally(self) -> Tally:
        """The log's tally then."""
        return Tally(self.rows, self.last)


def names(files: Mapping[str, Mark]) -> dict[str, str]:
    """What machines are called, by device. A machine's own file knows it best: copies of it are older."""
    said = [(own_name(header.device) == file, header) for file, mark in files.items() for header in mark.headers]
    said.sort(key=lambda pair: pair[0])
    return {header.device: header.name for _, header in said if header.name}


def names_in(kept: Any) -> dict[str, str]:
    """What machines are called, as bookmarks know it that some database keeps; nothing where they make no sense."""
    with suppress(ValidationError):
        return names(Bookmarks.model_validate(kept).files)
    return {}


def read(kept: Any, folder: str, device: str) -> Bookmarks:
    """The bookmarks kept; none of another folder or device, of another version of the format, or that make no sense."""
    with suppress(ValidationError):
        found = Bookmarks.model_validate(kept)
        if (found.version, found.folder, found.device) == (VERSION, folder, device):
            return found
    return Bookmarks(folder=folder, device=device)
