"""Everything of a collection as one JSON document, an entry a line: for `quizapp export json`."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC
from functools import partial
from itertools import islice
from pathlib import Path

from pydantic import BaseModel, TypeAdapter

from quizapp import __version__
from quizapp.cards.folders import deck_of
from quizapp.cards.parse import name_and_language
from quizapp.exchange.archive.cards import Cards
from quizapp.exchange.archive.choices import portable
from quizapp.exchange.archive.document import FORMAT, DeckPart, LeftOut, Limits, OwnFile
from quizapp.exchange.archive.files import own_files
from quizapp.exchange.archive.rows import wanted_rows
from quizapp.exchange.incoming.pictures import FOLDER
from quizapp.exchange.progress import ProgressWanted
from quizapp.i18n import _, ngettext
from quizapp.study.beside import beside
from quizapp.study.editing.own_copy import BASES
from quizapp.study.editing.shelf import own_folder
from quizapp.study.merging.row import line_of
from quizapp.study.merging.whole import VERSION
from quizapp.study.opening import Desk
from quizapp.unswept import unswept
from quizapp.wording import number

_MANY = 50_000
"""Rows of the log from which on a second process is worth its start, which takes as long."""
_PIECE = 1_000
"""Entries."""
_ANY = TypeAdapter[object](object)


def archive_of(desk: Desk, wanted: ProgressWanted) -> Iterator[bytes]:
    """The document in pieces. What is not in it although it was wanted is told. Raises StoreError."""
    with unswept():
        yield from _Writing(desk, wanted).pieces()


class _Writing:
    def __init__(self, desk: Desk, wanted: ProgressWanted) -> None:
        self._desk = desk
        self._wanted = wanted
        self._folder = own_folder(desk)
        self._language = None if wanted.language == "both" else wanted.language

    def pieces(self) -> Iterator[bytes]:
        log = partial(_log, self._wanted)
        if self._desk.collection.length() < _MANY:
            yield from self._pieces(partial(log, self._desk))
        else:
            with beside(self._desk, self._wanted.now, log) as found:
                yield from self._pieces(found)

    def _pieces(self, log: Callable[[], tuple[bytes, int]]) -> Iterator[bytes]:
        yield b"{" + b",\n".join(f'"{key}":'.encode() + value for key, value in self._head())
        yield from _array("decks", map(_json, self._decks()))
        cards = Cards(self._desk, self._language)
        yield from _array("cards", cards.parts(self._wanted.has_deck))
        files = list(own_files(self._folder, self._is_wanted(cards)))
        left_out = [one for one in files if isinstance(one, LeftOut)]
        yield from _array("files", (_json(one) for one in sorted(files, key=_path) if isinstance(one, OwnFile)))
        yield from _array("files_left_out", map(_json, left_out))
        rows, rows_left_out = log()
        yield rows
        yield f',\n"log_left_out":{rows_left_out}}}\n'.encode()
        self._tell(left_out, rows_left_out)

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
        limits = Limits(decks=self._wanted.decks, since=self._wanted.since, language=self._language)
        return None if limits == Limits() else limits

    def _decks(self) -> Iterator[DeckPart]:
        decks = (deck for deck in self._desk.collection.decks() if self._wanted.has_deck(deck.id))
        return (DeckPart.model_construct(id=deck.id, titles=deck.titles) for deck in decks)

    def _is_wanted(self, cards: Cards) -> Callable[[str], bool]:
        """Tells files of the wanted decks by their paths: what lies in their folders, and what holds their cards."""
        decks, root = self._wanted.decks, self._folder.resolve()
        holding = {Path(file).resolve() for file in cards.files} if decks else set()

        def is_wanted(path: str) -> bool:
            if decks and path.startswith(f"{BASES}/"):
                return name_and_language(path.rpartition("/")[2])[0] in cards.topics
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


def _log(wanted: ProgressWanted, desk: Desk) -> tuple[bytes, int]:
    """The rows of the log, and how many more there are that no quizapp could read."""
    lines = [line_of(row) for row in wanted_rows(desk, wanted)]
    sound = [line.rstrip(b"\n") for line in lines if line]
    return b"".join(_array("log", sound)), len(lines) - len(sound)


def _path(file: OwnFile | LeftOut) -> str:
    return file.path


def _json(part: BaseModel) -> bytes:
    return part.__pydantic_serializer__.to_json(part, exclude_none=isinstance(part, OwnFile))


def _array(key: str, entries: Iterable[bytes]) -> Iterator[bytes]:
    r"""`"key":[`, an entry a line, `]`."""
    yield f',\n"{key}":['.encode()
    rest, start = iter(entries), b"\n"
    while some := list(islice(rest, _PIECE)):
        yield start + b",\n".join(some)
        start = b",\n"
    yield b"]"
