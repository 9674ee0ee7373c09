"""`quizapp check`: everything that is wrong with some card files, all in one run, and ids written into them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizapp.cards.faults import Fault, in_order
from quizapp.cards.files import replace_file
from quizapp.cards.folders import LARGEST_FILE, CardFile, card_file, card_files, deck_of, unreadable
from quizapp.cards.insert_ids import with_ids
from quizapp.cards.library import read_library, read_part, topics_of
from quizapp.cards.models import Topic
from quizapp.cards.parse import name_and_language, parse_file
from quizapp.cards.parts import FilePart
from quizapp.i18n import F_


@dataclass(frozen=True)
class Fixed:
    """A file into which ids were written, and how many."""

    path: Path
    ids: int


@dataclass(frozen=True)
class Linted:
    """What some folders and files hold, and their faults; `beside` are files that were read with them, unasked."""

    topics: tuple[Topic, ...]
    faults: tuple[Fault, ...]
    beside: frozenset[str]


def lint(paths: Sequence[Path]) -> tuple[Fault, ...]:
    """The faults of these folders and single files."""
    return linted(paths).faults


def linted(paths: Sequence[Path], largest: int = LARGEST_FILE) -> Linted:
    """The topics of these folders and single files, none of more than `largest` bytes, and the faults."""
    folders = [path for path in paths if path.is_dir()]
    library = read_library(folders, largest)
    faults = list(library.faults)
    parts = []
    for file in _files((path for path in paths if path not in folders), largest):
        part = file if isinstance(file, Fault) else read_part(file)
        if isinstance(part, Fault):
            faults.append(part)
        else:
            parts.append(part)
            faults += part.faults
    asked = {part.file for part in parts}
    others = list(_in_other_languages(parts))
    topics, more = topics_of([*parts, *others])
    found = in_order([*faults, *(fault for fault in more if fault.file in asked)])
    return Linted((*library.topics, *topics), found, frozenset(part.file for part in others))


def fix(paths: Sequence[Path], largest: int = LARGEST_FILE) -> Iterator[Fixed | Fault]:
    """Writes the missing ids into these folders and files; yields what was changed, and what could not be."""
    for file in _files(paths, largest):
        if isinstance(file, Fault):
            continue  # told by lint
        try:
            content = file.path.read_bytes()
        except OSError as error:
            yield unreadable(file.path, error)
            continue
        part = parse_file(content, str(file.path), file.deck)
        if part.insertions:
            yield _fixed(file.path, with_ids(content, part), len(part.insertions))


def _fixed(path: Path, content: bytes, ids: int) -> Fixed | Fault:
    try:
        replace_file(path, content)
    except OSError as error:
        what = F_("the ids cannot be written into it ({why})", why=error.strerror or error)
        return Fault(file=str(path), line=1, what=what, mend=F_("check the permissions of the file and its folder"))
    return Fixed(path, ids)


def _in_other_languages(parts: Sequence[FilePart]) -> Iterator[FilePart]:
    """The files beside these that say the same in other languages: a second language leaves out what the first says."""
    seen = {Path(part.file).resolve() for part in parts}
    for part in parts:
        name, _ = name_and_language(part.file)
        for path in sorted(Path(part.file).parent.glob("*.md")):
            if path.resolve() not in seen and name_and_language(path.name)[0] == name:
                seen.add(path.resolve())
                file = card_file(path, part.deck)
                other = file if isinstance(file, Fault) else read_part(file)
                if isinstance(other, FilePart):
                    yield other


def _files(paths: Iterable[Path], largest: int) -> Iterator[CardFile | Fault]:
    """The card files of these folders and single files, each once."""
    seen: set[Path] = set()
    for path in paths:
        found = card_files(path, largest) if path.is_dir() else [card_file(path, deck_of(path, path.parent), largest)]
        for file in found:
            if isinstance(file, CardFile):
                if file.path.resolve() in seen:
                    continue
                seen.add(file.path.resolve())
            yield file
