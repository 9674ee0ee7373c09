"""Everything of a collection as one JSON document, an entry a line: for `quizapp export json`."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC
from pathlib import Path

from pydantic import BaseModel, TypeAdapter

from quizapp import __version__
from quizapp.cards.folders import deck_of
from quizapp.cards.parse import name_and_language
from quizapp.exchange.archive.cards import Part
from quizapp.exchange.archive.choices import portable
from quizapp.exchange.archive.document import FORMAT, DeckPart, LeftOut, Limits, OwnFile
from quizapp.exchange.archive.files import own_files
from quizapp.exchange.archive.parts import Log, parts_of
from quizapp.exchange.incoming.pictures import FOLDER
from quizapp.exchange.progress import ProgressWanted
from quizapp.i18n import _, ngettext
from quizapp.study.editing.own_copy import BASES
from quizapp.study.editing.shelf import own_folder
from quizapp.study.merging.whole import VERSION
from quizapp.study.opening import Desk
from quizapp.wording import number

_ANY = TypeAdapter[object](object)


def archive_of(desk: Desk, wanted: ProgressWanted) -> Iterator[bytes]:
    """The document in pieces. What is not in it although it was wanted is told. Raises StoreError."""
    return _Writing(desk, wanted).pieces()


class _Writing:
    def __init__(self, desk: Desk, wanted: ProgressWanted) -> None:
        self._desk = desk
        self._wanted = wanted
        self._folder = own_folder(desk)
        self._files: set[str] = set()
        self._topics: set[str] = set()
        self._log = Log(b"", 0)

    def pieces(self) -> Iterator[bytes]:
        yield b"{" + b",\n".join(f'"{key}":'.encode() + value for key, value in self._head())
        yield from _array("decks", map(_json, self._decks()))
        parts = parts_of(self._desk, self._wanted)
        yield from _array("cards", self._cards(parts))
        files = list(own_files(self._folder, self._is_wanted()))
        left_out = [one for one in files if isinstance(one, LeftOut)]
        yield from _array("files", (_json(one) for one in sorted(files, key=_path) if isinstance(one, OwnFile)))
        yield from _array("files_left_out", map(_json, left_out))
        yield from _array("log", [self._log.entries])
        yield f',\n"log_left_out":{self._log.left_out}}}\n'.encode()
        self._tell(left_out, self._log.left_out)

    def _cards(self, parts: Iterator[Part | Log]) -> Iterator[bytes]:
        for part in parts:
            if isinstance(part, Log):
                self._log = part
                return  # not to the end of them, where another process is waited for that ends by itself meanwhile
            self._files |= part.files
            self._topics |= part.topics
            yield part.entries

    def _head(self) -> Iterator[tuple[str, bytes]]:
        said = {
            "format": FORMAT,
            "version": VERSION,
            "made_at": self._wanted.now.astimezone(UTC),
            "program": f"quizapp {__version__}",
            "limits": self._limits(),
            "choices": {} if self._limits() else portable(self._desk.collection.settings()),
        }
        return ((key, _ANY.dump_json(value)) for key, value in said.items())

    def _limits(self) -> Limits | None:
        limits = Limits(decks=self._wanted.decks, since=self._wanted.since, language=self._wanted.one_language)
        return None if limits == Limits() else limits

    def _decks(self) -> Iterator[DeckPart]:
        decks = (deck for deck in self._desk.collection.decks() if self._wanted.has_deck(deck.id))
        return (DeckPart.model_construct(id=deck.id, titles=deck.titles) for deck in decks)

    def _is_wanted(self) -> Callable[[str], bool]:
        """Tells files of the wanted decks by their paths: what lies in their folders, and what holds their cards."""
        decks, root = self._wanted.decks, self._folder.resolve()
        if not decks:
            return lambda _path: True
        holding = {Path(file).resolve() for file in self._files}

        def is_wanted(path: str) -> bool:
            if path.startswith(f"{BASES}/"):
                return name_and_language(path.rpartition("/")[2])[0] in self._topics
            deck = deck_of(root / path, root)
            of_root = path.startswith(f"{FOLDER}/") and self._wanted.has_deck(root.name)
            return self._wanted.has_deck(deck) or of_root or root / path in holding

        return is_wanted

    def _tell(self, left_out: Sequence[LeftOut], rows_left_out: int) -> None:
        for one in left_out:
            self._wanted.tell(_("{file} is not in it: {why}").format(file=one.path, why=_(one.why)))
        if rows_left_out:
            text = ngettext(
                "{n} entry is not in it: no quizapp could read it",
                "{n} entries are not in it: no quizapp could read them",
                rows_left_out,
            )
            self._wanted.tell(text.format(n=number(rows_left_out)))


def _path(file: OwnFile | LeftOut) -> str:
    return file.path


def _json(part: BaseModel) -> bytes:
    return part.__pydantic_serializer__.to_json(part, exclude_none=isinstance(part, OwnFile))


def _array(key: str, entries: Iterable[bytes]) -> Iterator[bytes]:
    r"""`"key":[`, an entry a line, `]`; one may be many, or none."""
    yield f',\n"{key}":['.encode()
    for place, entry in enumerate(filter(None, entries)):
        yield b",\n" if place else b"\n"
        yield entry
    yield b"]"
