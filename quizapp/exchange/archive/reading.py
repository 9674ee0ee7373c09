"""An export of everything read: all of it makes sense, or nothing is taken from it."""

from pathlib import Path

from pydantic import BaseModel, ValidationError

from quizapp.errors import UsageError
from quizapp.exchange.archive.document import FORMAT, Archive
from quizapp.i18n import F_
from quizapp.study.merging.files import ordinary
from quizapp.study.merging.whole import VERSION, damaged, is_whole, newer

_PEEK = 2**16
_ENDING = ".json"


class _Head(BaseModel):
    format: str = ""
    version: int = 0


def is_archive(path: Path) -> bool:
    """True for a file that begins as an export does, and for JSON of any kind: no other format is JSON."""
    if not path.is_file():
        return False
    try:
        with ordinary(path) as stream:
            head = stream.read(_PEEK)
    except OSError:
        return False
    return is_whole(head) or (path.suffix.casefold() == _ENDING and head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{")


def read_archive(path: Path, limit: int) -> Archive:
    """The export in a file of at most `limit` bytes. Raises UsageError."""
    content = _bytes(path, limit)
    try:
        return Archive.model_validate_json(content)
    except ValidationError as error:
        head = _head(content)
        if head.format == FORMAT and head.version > VERSION:
            raise newer(path) from error
        if head.format not in ("", FORMAT):
            raise UsageError(F_("{path} is no export of quizapp", path=path), _hint(head.format)) from error
        raise damaged(path, _first(error)) from error


def _bytes(path: Path, limit: int) -> bytes:
    try:
        with ordinary(path) as stream:
            content = stream.read(limit + 1)
    except OSError as error:
        what = F_("{path} cannot be read ({why})", path=path, why=error.strerror or error)
        raise UsageError(what, F_("check its permissions")) from error
    if len(content) > limit:
        what = F_("{path} is larger than {n} MiB", path=path, n=limit // 2**20)
        raise UsageError(what, F_("raise the limit: --limit MIB"))
    return content.removeprefix(b"\xef\xbb\xbf")


def _head(content: bytes) -> _Head:
    try:
        return _Head.model_validate_json(content)
    except ValidationError:
        return _Head()


def _hint(format_: str) -> str:
    return F_("`quizapp merge` takes it") if format_ == "quizapp-log" else F_("`quizapp export json` writes one")


def _first(error: ValidationError) -> str:
    """Where the first problem is, and what."""
    detail = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(map(str, detail["loc"]))
    return f"{place}: {detail['msg']}" if place else detail["msg"]
