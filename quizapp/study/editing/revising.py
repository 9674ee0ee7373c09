"""A card revised in an editor: its file made ready, opened by a front end, and read again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from quizapp.cards.faces import said
from quizapp.cards.faults import Fault, in_order
from quizapp.cards.models import Card
from quizapp.cards.writing import extents
from quizapp.cards.writing.marks import with_marks
from quizapp.errors import UsageError
from quizapp.i18n import F_
from quizapp.paths import is_gone, shortened
from quizapp.study.editing.own_copy import copied
from quizapp.study.editing.pages import Contents, Pages, Written, read_files
from quizapp.study.editing.shelf import Shelf, is_own
from quizapp.study.editing.spots import key_of
from quizapp.study.opening import Desk
from quizapp.visible import one_line


@dataclass(frozen=True)
class Revision:
    """What is being revised: the file to open and its line, from 1.

    `card` is as it was, None where only a place in a file is opened. `begun` is what was written before the editor
    opens, `made` the folders made for it; `watched` are the card's files as they were then, `faults` theirs.
    """

    file: Path
    line: int
    card: Card | None
    begun: Written
    made: tuple[Path, ...]
    watched: Contents
    faults: frozenset[tuple[str, str]]


class Outcome(Enum):
    """What came of a revision: nothing; the card has another text; it is in no file any more; there is a fault now."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    GONE = "gone"
    FAULTY = "faulty"


@dataclass(frozen=True)
class Revised:
    """What came of a revision. `card` is as it is in use now, None where it is not, or none was meant.

    `old` says that the text before stays in use, since the new one has a fault that leaves no card. `covers` says that
    the card is since now the learner's own copy of a bundled one, `uncovered` that it was and is no more. `made` are
    folders that go when it is taken back.
    """

    outcome: Outcome
    card: Card | None
    written: Written
    faults: tuple[Fault, ...] = ()
    old: bool = False
    covers: bool = False
    uncovered: bool = False
    made: tuple[Path, ...] = ()


def begin(desk: Desk, card: Card, language: str, now: datetime) -> Revision:
    """Makes a card's file ready: of a bundled card the learner's own copy, and its id behind its heading.

    So a card that is reworded keeps its history. Raises UsageError where its file is gone, StoreError where none can be
    written.
    """
    shelf = Shelf(desk, Pages())
    pages, key = shelf.pages, key_of(card)
    paths = copied(shelf, card)
    for path in set(paths.values()):
        found = pages.cards(path).get(key)
        if found and not found.card.named:
            pages[path] = with_marks(pages[path], found, of=found.section.of)
    path = paths[card.language(language)]
    if not pages.exists(path):
        raise UsageError(F_("{path} is not there any more", path=shortened(path)), F_("read the card files again"))
    here = pages.cards(path).get(key)
    line = here.start + 1 if here else card.place(language).line  # a fault keeps the version before in use
    return _begun(desk, pages, path, line, card, sorted(set(paths.values())), now)


def begin_at(desk: Desk, file: Path, line: int, now: datetime) -> Revision:
    """The same for a place in a file, such as that of a fault. Raises UsageError where the file is not one's own."""
    if not file.is_file():
        raise UsageError(
            F_("{path} is not there any more", path=one_line(shortened(file))), F_("read the card files again")
        )
    if not is_own(file, desk):
        raise UsageError(
            F_("{file} is part of the program", file=shortened(file)), F_("edit one of its cards: that makes a copy")
        )
    return _begun(desk, Pages(), file, line, None, [file], now)


def finish(desk: Desk, revision: Revision, now: datetime) -> Revised:
    """Reads the files again once the editor is closed.

    Where nothing was changed, what `begin` wrote is taken back. Raises UsageError and StoreError.
    """
    after = read_files(revision.watched)
    if after == revision.watched:
        _take_back(desk, revision, now)
        return Revised(Outcome.UNCHANGED, _in_use(desk, revision), Written({}, {}))
    desk.read_cards(now)
    card, before = _in_use(desk, revision), revision.card
    begun = revision.begun
    written = Written({**revision.watched, **begun.before}, {**begun.after, **after}, begun.folders)
    if before and card is None:
        return Revised(Outcome.GONE, None, written, made=revision.made)
    lost = before is not None and not _stands(before, after)
    faults = in_order(_faults(desk, revision, card, lost))
    return Revised(
        Outcome.FAULTY if faults else Outcome.CHANGED,
        card,
        written,
        faults,
        old=bool(faults) and lost,
        covers=bool(card and before and card.edited and not before.edited),
        uncovered=bool(card and before and before.edited and not card.edited),
        made=revision.made,
    )


def undo(desk: Desk, revised: Revised, now: datetime) -> None:
    """Puts the files back as they were before the revision. Raises UsageError where one was changed since."""
    revised.written.undo(desk, now)
    _remove(revised.made)


def same_text(one: Card, other: Card) -> bool:
    """True if two cards say the same, wherever they stand."""
    return _said(one) == _said(other)


def _begun(
    desk: Desk, pages: Pages, file: Path, line: int, card: Card | None, files: Sequence[Path], now: datetime
) -> Revision:
    faults = frozenset((fault.what, fault.mend) for fault in desk.collection.faults() if fault.file in map(str, files))
    made = tuple(folder for path in pages.new for folder in path.parents if is_gone(folder))
    written = pages.write()
    if written.after:
        desk.read_cards(now)
    return Revision(file, max(line, 1), card, written, made, read_files(files), faults)


def _take_back(desk: Desk, revision: Revision, now: datetime) -> None:
    """Leaves nothing of what `begin` wrote, unless somebody else has gone on with it meanwhile."""
    with suppress(UsageError):
        revision.begun.undo(desk, now)
    _remove(revision.made)
    desk.read_cards(now)


def _remove(folders: Iterable[Path]) -> None:
    for folder in folders:
        with suppress(OSError):  # there is something else in it by now
            folder.rmdir()


def _in_use(desk: Desk, revision: Revision) -> Card | None:
    return desk.collection.card(revision.card.id) if revision.card else None


def _stands(card: Card, files: Contents) -> bool:
    """True if the card can be read from each of the files that hold it."""
    key = key_of(card)
    return all(key in extents(content or b"", str(path)) for path, content in files.items())


def _faults(desk: Desk, revision: Revision, card: Card | None, lost: bool) -> Iterator[Fault]:
    """What is wrong since; all that is wrong in the files, where that has left no card, or a place was opened."""
    every = lost or revision.card is None
    files = {str(path) for path in revision.watched}
    for fault in desk.collection.faults():
        told = every or (fault.what, fault.mend) not in revision.faults
        if fault.file in files and told and not fault.note:
            yield fault
    if card and not lost:
        from quizapp.study.checking.examination import (
            examination,  # only where it is needed: it brings all that computes
        )
        from quizapp.study.exercises.examination import exercise_faults

        asked = [*examination([card]).faults, *exercise_faults([card], may_run=lambda _: False)]
        yield from (fault for fault in asked if not fault.note)


def _said(card: Card) -> Mapping[str, object]:
    return {language: said(face) for language, face in card.faces.items()}
