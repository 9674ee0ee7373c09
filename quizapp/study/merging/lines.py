"""A log as JSON Lines: a header, then a row a line. What is broken is passed over, what stands behind it is read.

    {"format":"quizapp-log","version":1,"device":"…","name":"laptop","choices":{…}}
    {"uuid":"…","card":"topic/id","at":"2026-03-04T09:00:00+00:00","day":"2026-03-04","what":"answer",…}

A row says all of itself, so one whose header was lost still counts. A header may come again: where files were joined,
or because the machine has another name now, or other choices. The last one of a device holds.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Annotated, BinaryIO, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, ValidationError

from quizapp.store.values import LogRow
from quizapp.study.merging.choices import Choices, as_data, read
from quizapp.study.merging.ordinary import LONGEST
from quizapp.study.merging.row import row_in
from quizapp.study.merging.troubles import Fault, Trouble, Troubles

FORMAT: Literal["quizapp-log"] = "quizapp-log"
VERSION = 1
_PIECE = 2**16
_MOST_USELESS = 10_000
"""Lines that are no rows. A file that has more is no log, and nobody waits until all of it was tried."""
_MOST_DEVICES = 100
"""Whose headers are kept of one file: a machine has one, and conflict copies few."""
_CONFLICT = (b"<<<<<<<", b"=======", b">>>>>>>", b"|||||||")


class Header(BaseModel):
    """What the first line says of a device: its name, and the choices that hold there. A newer version may say more."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    format: Literal["quizapp-log"] = FORMAT
    version: int = Field(default=VERSION, ge=1)
    device: str = Field(default="", max_length=200)
    name: str = Field(default="", max_length=200)
    choices: Annotated[Choices, BeforeValidator(read), PlainSerializer(as_data)] = Field(default_factory=dict)

    @property
    def line(self) -> bytes:
        """The header as a line, with its end."""
        values = self.model_dump(mode="json")
        return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def header_in(line: bytes) -> Header | None:
    """The header that a line is; None for any other line."""
    if FORMAT.encode() not in line:
        return None
    try:
        header = Header.model_validate_json(line, strict=True)
    except ValidationError:
        return None
    return header if {"format", "version"} <= header.model_fields_set else None


def digest_of(stream: BinaryIO, size: int) -> "blake2b":
    """A digest of the first `size` bytes, to which more may be added; the stream stands behind them."""
    digest = blake2b(digest_size=16)
    stream.seek(0)
    while size > 0 and (piece := stream.read(min(size, _PIECE))):
        digest.update(piece)
        size -= len(piece)
    return digest


@dataclass
class Lines:
    """The lines of a file from where its stream stands; what is said here holds once `rows` came to its end.

    `end` is behind the last line that is whole, `digest` of all up to there, `number` of that line. `headers` are the
    last ones, by device.
    """

    stream: BinaryIO
    name: str
    digest: blake2b
    end: int = 0
    number: int = 0
    headers: dict[str, Header] = field(default_factory=dict)
    troubles: Troubles = field(default_factory=Troubles)
    _useless: int = 0

    def rows(self) -> Iterator[LogRow]:
        """The rows, up to the end, to where a newer version begins, or to where it is plain that this is no log."""
        while self._useless < _MOST_USELESS and (line := self.stream.readline(LONGEST)):
            whole = line.endswith(b"\n")
            if not whole and len(line) == LONGEST:
                self._pass_over(line)
                continue
            row = row_in(line)
            if row is None and not self._is_no_row(line, whole):
                return
            if whole:
                self._advance(line)
            if row:
                yield row

    def _is_no_row(self, line: bytes, whole: bool) -> bool:
        """Deals with a line that is no row; False where reading must end."""
        if header := header_in(line):
            if header.version > VERSION:
                self._tell(Fault.NEWER)
                return False
            if header.device in self.headers or len(self.headers) < _MOST_DEVICES:
                self.headers[header.device] = header
        elif not whole:
            self._tell(Fault.HALF)
        else:
            self._useless += 1
            if line.strip():
                self._tell(Fault.CONFLICT if line.startswith(_CONFLICT) else Fault.BROKEN)
        return True

    def _pass_over(self, piece: bytes) -> None:
        """A line longer than any row: read to its end without keeping it."""
        size, digest = 0, self.digest.copy()
        while piece:
            size += len(piece)
            digest.update(piece)
            if piece.endswith(b"\n"):
                self._tell(Fault.BROKEN)
                self.digest, self.end, self.number = digest, self.end + size, self.number + 1
                return
            piece = self.stream.readline(_PIECE)
        self._tell(Fault.HALF)

    def _advance(self, line: bytes) -> None:
        self.digest.update(line)
        self.end += len(line)
        self.number += 1

    def _tell(self, fault: Fault) -> None:
        self.troubles.add(Trouble(fault=fault, file=self.name, line=self.number + 1))
