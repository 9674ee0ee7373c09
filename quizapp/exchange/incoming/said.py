"""What sources said of the cards that were brought along: kept, so that a card changed here can be told from one
changed there.

A file beside the database, with a digest for each card. It may be thrown away: then a card that differs from its source
is only known to differ.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from quizapp.cards.draft import Draft
from quizapp.cards.files import make_file, replace_file
from quizapp.errors import StoreError
from quizapp.exchange.incoming.alike import told_of
from quizapp.i18n import F_
from quizapp.paths import Places, shortened

_NAME = "imported.json"
_DIGEST = 8


class Said:
    """The digests by cards' ids, as they were when this was made, and those that came since."""

    def __init__(self, places: Places) -> None:
        self._path = places.data / _NAME
        self._before = _read(self._path)
        self._since: dict[str, str] = {}

    def of(self, card: str) -> str:
        """The digest of what was last brought along of a card; empty where that is not known."""
        return self._since.get(card) or self._before.get(card, "")

    def keep(self, card: str, digest: str) -> None:
        """Remembers what a source said of a card, once `write` was called."""
        if self._before.get(card) != digest:
            self._since[card] = digest

    def write(self) -> None:
        """Writes what is new, beside what another program wrote meanwhile. Raises StoreError."""
        if not self._since:
            return
        text = json.dumps({**_read(self._path), **self._since}, ensure_ascii=False, indent=0)
        try:
            _put(self._path, text.encode())
        except OSError as error:
            what = F_("{path} cannot be written ({why})", path=shortened(self._path), why=error.strerror or error)
            raise StoreError(what, F_("check its permissions, and the room on the disk")) from error


def digest_of(draft: Draft) -> str:
    """A digest of what a draft says; the names of its pictures, and its id, do not count."""
    return blake2b(json.dumps(told_of(draft)).encode(), digest_size=_DIGEST).hexdigest()


def _read(path: Path) -> Mapping[str, str]:
    with suppress(OSError, ValueError, RecursionError):
        found = json.loads(path.read_bytes())
        if isinstance(found, dict):
            return dict(_strings(found))
    return {}


def _put(path: Path, content: bytes) -> None:
    with suppress(FileExistsError):  # another import may make it in this very moment
        if not path.exists():
            make_file(path, content)
            return
    replace_file(path, content)


def _strings(found: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    return ((card, digest) for card, digest in found.items() if isinstance(digest, str))
