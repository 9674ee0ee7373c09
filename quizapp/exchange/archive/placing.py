"""What becomes of each file of an export in the learner's cards folder; nothing is written here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from quizapp.cards.backwards import BACKWARDS
from quizapp.cards.folders import LARGEST_FILE, deck_of
from quizapp.cards.parse import parse_file
from quizapp.exchange.archive.document import OwnFile
from quizapp.exchange.archive.names import flaw_of
from quizapp.study.editing.own_copy import BASES
from quizapp.study.editing.shelf import is_own, own_folder
from quizapp.study.opening import Desk
from quizapp.wording import N_


@dataclass
class Placed:
    """Files by what becomes of them, and the ids of cards in those that are `missing`, which are to be written.

    Others are `there` to the byte, `differing`, or `refused`, with why.
    """

    missing: dict[Path, bytes] = field(default_factory=dict)
    there: list[Path] = field(default_factory=list)
    differing: list[Path] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)
    cards: set[str] = field(default_factory=set)


def placed(desk: Desk, files: Iterable[OwnFile]) -> Placed:
    """Looks where each file would go."""
    folder, found = own_folder(desk), Placed()
    for file in files:
        path = folder / file.path
        why = flaw_of(file.path) or _kept_away(folder, file.path)
        if why is None and len(file.content) > LARGEST_FILE:
            why = N_("it is larger than 16 MiB")
        if why is not None:
            found.refused[file.path] = why
        elif path.exists():
            (found.there if _holds(path, file.content) else found.differing).append(path)
        else:
            _place(desk, found, path, file.content)
    return found


def _place(desk: Desk, found: Placed, path: Path, content: bytes) -> None:
    """A file that is not there, unless the learner has its cards in another one."""
    holds_cards = path.suffix == ".md" and BASES not in path.parts
    cards, language = _cards(path, content, own_folder(desk)) if holds_cards else ([], "")
    others = {Path(other) for id_ in cards if (other := _file_of(desk, id_, language))}
    if not others:
        found.missing[path] = content
        found.cards.update(cards, (id_ + BACKWARDS for id_ in cards))
    elif any(_holds(other, content) for other in others):
        found.there.append(path)
    else:
        found.refused[path.relative_to(own_folder(desk)).as_posix()] = N_("cards of it stand in another file of yours")


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:  # the learner keeps it to itself; it is not ours to replace
        return False


def _cards(path: Path, content: bytes, folder: Path) -> tuple[list[str], str]:
    part = parse_file(content, str(path), deck_of(path, folder))
    return [f"{card.of or part.topic}/{card.id}" for card in part.cards], part.language


def _file_of(desk: Desk, id_: str, language: str) -> str | None:
    """The learner's file in which a card stands in this language."""
    card = desk.collection.card(id_)
    place = card and card.places.get(language)
    return place.file if place and is_own(Path(place.file), desk) and Path(place.file).is_file() else None


def _kept_away(folder: Path, name: str) -> str | None:
    """What keeps a file from lying where its path says, also where nobody may look."""
    try:
        return _in_the_way(folder, name)
    except OSError:
        return N_("it cannot be read")


def _in_the_way(folder: Path, name: str) -> str | None:
    """What keeps a file from lying where its path says."""
    *above, last = _below(folder, name)
    if any(path.is_symlink() for path in (*above, last)):
        return N_("a link lies in its way")
    if any(path.exists() and not path.is_dir() for path in above) or (last.exists() and not last.is_file()):
        return N_("something else lies in its way")
    return None


def _below(folder: Path, name: str) -> Iterator[Path]:
    """The paths from below a folder down to a file."""
    for part in name.split("/"):
        folder = folder / part
        yield folder
