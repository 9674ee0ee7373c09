"""The log in an export of everything (`quizapp export json`), as it is told by its first bytes and read."""

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic_core import from_json, to_json

from quizapp.errors import UsageError
from quizapp.i18n import F_
from quizapp.store.values import LogRow
from quizapp.study.merging.files import ordinary
from quizapp.study.merging.row import row_in
from quizapp.study.merging.troubles import Fault, Trouble, Troubles

VERSION = 1
_LARGEST = 512 * 2**20
_HEAD = re.compile(rb'\A(?:\xef\xbb\xbf)?\s*\{\s*"format"\s*:\s*"quizapp"\s*[,}]')


def is_whole(head: bytes) -> bool:
    """True if a file begins as an export does."""
    return _HEAD.match(head) is not None


def newer(path: Path) -> UsageError:
    """What to say of an export of a version to come."""
    return UsageError(F_("{path} was written by a newer quizapp", path=path), F_("upgrade this one to read it"))


def damaged(path: Path, why: str = "") -> UsageError:
    """What to say of an export that is none."""
    what = F_("{path} is damaged ({what})", path=path, what=why) if why else F_("{path} is damaged", path=path)
    return UsageError(what, F_("nothing was taken from it: export it again"))


def rows_of_whole(path: Path, troubles: Troubles) -> Iterator[LogRow]:
    """The rows of an export; what makes no sense is passed over and told. Raises UsageError, and OSError."""
    with ordinary(path) as stream:
        content = stream.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        what = F_("{path} is larger than {n} MiB", path=path, n=_LARGEST // 2**20)
        raise UsageError(what, F_("export a part: --deck or --since"))
    try:
        document = from_json(content.removeprefix(b"\xef\xbb\xbf"), allow_inf_nan=False)
    except ValueError as error:
        raise damaged(path, F_("it is no whole JSON")) from error
    version, log = document.get("version"), document.get("log")
    if type(version) is int and version > VERSION:
        raise newer(path)
    if version != VERSION or not isinstance(log, list):
        raise damaged(path)
    return _judged(log, path, troubles)


def _judged(log: list[object], path: Path, troubles: Troubles) -> Iterator[LogRow]:
    for number, columns in enumerate(log, start=1):
        row = row_in(to_json(columns))
        if row:
            yield row
        else:
            troubles.add(Trouble(fault=Fault.UNFIT, file=path.name, line=number))
