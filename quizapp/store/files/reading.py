"""The library's files read into the tables: only those whose content changed, and only the topics they belong to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, insert, select, update

from quizapp.cards.faults import in_order
from quizapp.cards.folders import LARGEST_FILE
from quizapp.cards.folders import deck as read_deck
from quizapp.cards.library import topics_of
from quizapp.cards.models import Deck
from quizapp.cards.parts import FilePart
from quizapp.store.engines.engine import reading, sensible, told, writing
from quizapp.store.files.changes import Changed, Folders, KnownFile
from quizapp.store.files.keeping_sound import Judge, kept_cards, may_lose_cards, with_sound_cards
from quizapp.store.files.placing import place_topics
from quizapp.store.files.writing import write_topics
from quizapp.store.schema import tables
from quizapp.store.statements.among import Among
from quizapp.store.statements.many import put, remove
from quizapp.store.statements.portions import portions
from quizapp.store.statements.prepared import Prepared
from quizapp.unswept import unswept

_file = tables.source_file
_KNOWN = Prepared(select(*(_file.c[field.name] for field in fields(KnownFile))))
_PATHS = Prepared(select(_file.c.path).order_by(_file.c.path))
_TOPICS = Among(select(_file.c.topic), _file.c.path)
_LENDS = select(_file.c.topic, _file.c.part).where(tables.LENDS)
_LENDING, _LENT = Prepared(_LENDS), Among(_LENDS, _file.c.path)
_FILES = Among(select(_file.c.root, _file.c.path), _file.c.topic)
_UNREAD_FAULTS = Prepared(delete(tables.fault).where(tables.fault.c.file.not_in(select(_file.c.path))))

_TOPICS_AT_ONCE = 100
_FEW = 100
"""Files; more are written with memory for the pages of all indexes."""

Progress = Callable[[int, int], None]
"""Called with how many files are read, of how many."""


@dataclass(frozen=True)
class Reading:
    """What came of it: how many files were parsed, and how many topics changed."""

    files: int
    topics: int


def read_folders(
    engine: Engine,
    roots: Sequence[Path],
    now: datetime,
    progress: Progress | None = None,
    judge: Judge | None = None,
    largest: int = LARGEST_FILE,
) -> Reading:
    """Brings the tables up to date with the folders, of which earlier ones come first where two hold the same topic.

    Files of more than `largest` bytes are left alone. A computed card that `judge` finds flawed since it was changed
    stays in use as it was.

    Files are read and parsed before the transaction begins, so that no other program waits for it. Where another one
    took files in or out meanwhile, what is to be done is another, and found out anew.
    """
    while True:
        with reading(engine) as connection:
            known = {row[0]: KnownFile(*row) for row in _KNOWN.plainly(connection)}
            before = _PATHS.plainly(connection)
        folders = Folders(known, roots, largest)
        reads = _changed(engine, folders, progress, judge)
        with writing(engine, much=len(reads) > _FEW) as connection, unswept():
            if _PATHS.plainly(connection) == before:
                return _written(connection, folders, reads, roots, now)


def _changed(engine: Engine, folders: Folders, progress: Progress | None, judge: Judge | None) -> list[Changed]:
    """The files that are not what they were."""
    suspects, reads = folders.suspects, []
    for number, (file, root) in enumerate(suspects, start=1):
        if changed := folders.changed(file, root):
            reads.append(changed)
        if progress:
            progress(number, len(suspects))
    if any(may_lose_cards(read, judge) for read in reads):
        with told(engine), engine.begin() as connection:  # not `reading`: an error in a judge is no damage
            reads = [with_sound_cards(connection, read, judge) for read in reads]
    return reads


def _written(
    connection: Connection, folders: Folders, reads: list[Changed], roots: Sequence[Path], now: datetime
) -> Reading:
    """Brings the tables up to date. `reads` is empty afterwards."""
    topics, others = _related(connection, _replace_files(connection, folders, reads))
    decks = _read_decks(connection, folders)
    parts = {str(read.file.path): read.part for read in reads}
    files = len(reads)
    reads.clear()
    # Some topics at a time: all cards of a large library as values, and as rows, take half a gigabyte.
    for some in (topics, *portions(others, _TOPICS_AT_ONCE)):
        if some:
            _replace_topics(connection, some, roots, now, parts)
    place_topics(connection, decks)
    _replace_folder_faults(connection, folders)
    return Reading(files, len(topics) + len(others))


def _replace_files(connection: Connection, folders: Folders, reads: Sequence[Changed]) -> list[str]:
    """The topics to which the files that changed belong, and belonged, and those of which they lent cards: another
    file may have waited for such an id."""
    gone = [*folders.vanished, *(str(read.file.path) for read in reads)]
    topics = {read.part.topic for read in reads}
    topics |= {topic for (topic,) in _TOPICS.rows(connection, gone)}
    topics |= {card.of for _topic, lent in _LENT.rows(connection, gone) for card in kept_cards(lent) if card.of}
    remove(connection, _file, _file.c.path, gone)
    for read in reads:
        put(connection, _file, [read.row])
    for file in folders.touched:
        stamp = {"size": file.size, "changed": file.changed}
        connection.execute(update(_file).where(_file.c.path == str(file.path)).values(stamp))
    for some in portions(folders.unread):  # to be parsed anew as soon as it can be: its faults are replaced by this one
        connection.execute(update(_file).where(_file.c.path.in_(some)).values(changed=-1, digest=""))
    return sorted(topics)


def _related(connection: Connection, topics: Sequence[str]) -> tuple[list[str], list[str]]:
    """These topics, and all that hold cards of theirs or lend them: who has an id is decided among them.

    Those that have to do with others, and those that have not.
    """
    lends = [
        {topic, *(card.of for card in _part(kept).cards if card.of)} for topic, kept in _LENDING.plainly(connection)
    ]
    found, size = set(topics), 0
    while size < len(found):
        size = len(found)
        found.update(*(names for names in lends if names & found))
    together = set[str]().union(*lends)
    return sorted(found & together), sorted(found - together)


def _read_decks(connection: Connection, folders: Folders) -> Sequence[Deck]:
    roots: dict[str, Path] = {}
    decks = []
    for file, root in folders.found.values():
        roots.setdefault(file.deck, root)
    with sensible():
        known = {row.id: (row.position, row.titles) for row in connection.execute(select(tables.deck))}
    for id_, root in roots.items():
        deck, fault = read_deck(root, id_)
        folders.faults += [fault] if fault else []
        decks.append(deck)
        if known.get(id_) != (deck.order, dict(deck.titles)):
            values = {"position": deck.order, "titles": dict(deck.titles)}
            if id_ in known:
                connection.execute(update(tables.deck).where(tables.deck.c.id == id_).values(values))
            else:
                connection.execute(insert(tables.deck).values(id=id_, **values))
    return decks


def _replace_topics(
    connection: Connection, names: Sequence[str], roots: Sequence[Path], now: datetime, read: dict[str, FilePart]
) -> None:
    """Writes these topics anew; the parts of files that were `read` just now are taken from there."""
    parts = _parts(connection, names, roots, read)
    topics, faults = topics_of(parts)
    faults = (*faults, *(fault for part in parts for fault in part.faults))
    remove(connection, tables.fault, tables.fault.c.file, sorted({part.file for part in parts}))
    put(connection, tables.fault, [fault.model_dump() for fault in in_order(faults)])
    write_topics(connection, names, topics, now)


def _parts(
    connection: Connection, topics: Sequence[str], roots: Sequence[Path], read: dict[str, FilePart]
) -> list[FilePart]:
    rank = {str(root): position for position, root in enumerate(roots)}
    placed = sorted((rank.get(root, len(rank)), path) for root, path in _FILES.rows(connection, topics))
    return [read.pop(path) if path in read else _kept(connection, path) for _rank, path in placed]


def _kept(connection: Connection, path: str) -> FilePart:
    """A file's part, as it was read before."""
    content = connection.execute(select(_file.c.part).where(_file.c.path == path)).scalar_one()
    return _part(content)


def _part(content: str) -> FilePart:
    with sensible():
        return FilePart.model_validate_json(content)


def _replace_folder_faults(connection: Connection, folders: Folders) -> None:
    """Faults of files that were not read: they are found anew on every walk through the folders."""
    _UNREAD_FAULTS.change(connection, [{}])
    files = sorted({fault.file for fault in folders.faults})
    remove(connection, tables.fault, tables.fault.c.file, files)
    put(connection, tables.fault, [fault.model_dump() for fault in in_order(folders.faults)])
