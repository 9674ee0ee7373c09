"""The files of one topic, each in its language, brought together into one topic."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from quizapp.cards.backwards import BACKWARDS
from quizapp.cards.differences import difference, incomplete
from quizapp.cards.faces import ReverseFace
from quizapp.cards.faults import Fault, in_order
from quizapp.cards.models import Card, Place, Topic
from quizapp.cards.parts import CardPart, FilePart
from quizapp.cards.plain import first_line
from quizapp.i18n import F_
from quizapp.language import EVERY

_FIRST_LANGUAGES = ("en", EVERY, "zh")


def topic_of(parts: Iterable[FilePart]) -> tuple[Topic, tuple[Fault, ...]]:
    """One topic from its files, and the faults that show only when they lie side by side.

    Of two files in one language the first given holds; one that goes `into` the topic covers single cards of it, and
    adds others. The first language (English, where there is any) says what is computed, and how the cards are ordered.
    """
    faults: list[Fault] = []
    parts = list(parts)
    files = _one_a_language(parts, faults)
    first = files[0].part
    for other in (*(file.part for file in files), *filter(_goes_into, parts)):
        faults += _disagreements(first, other)
    order = {key: None for file in files for key in file.order}
    cards: list[Card] = []
    for position, key in enumerate(order):
        cards += _cards(key, position, files, faults)
    faults += _uncovered(first, order)
    topic = Topic(
        id=first.topic,
        deck=first.deck,
        titles={file.part.language: file.part.title for file in _files_of_its_own(files)},
        notes={file.part.language: file.part.notes for file in files},
        tags=tuple(first.front.tags),
        see=tuple(first.front.see),
        sources=tuple(first.front.sources),
        covers=first.front.covers,
        cards=tuple(cards),
    )
    return topic, in_order(faults)


class _Placed(NamedTuple):
    """A card in the file that holds it, and where the one stands that it covers."""

    card: CardPart
    file: str
    put_in: bool
    covers: Place | None = None

    @property
    def place(self) -> Place:
        return Place(file=self.file, line=self.card.face.line, covers=self.covers)


@dataclass(frozen=True)
class _File:
    """The files of one language: the first says everything but the cards that others put in.

    `order` has the keys as they came; of `cards` those are gone that a file without a language covers.
    """

    part: FilePart
    cards: dict[str, _Placed] = field(default_factory=dict)
    order: dict[str, None] = field(default_factory=dict)


def _one_a_language(parts: Iterable[FilePart], faults: list[Fault]) -> list[_File]:
    files: dict[str, _File] = {}
    for part in sorted(parts, key=_goes_into):
        held = files.get(part.language)
        if held is not None and not _goes_into(part):
            what = F_("{file} already holds the topic `{topic}`", file=held.part.file, topic=part.topic)
            mend = F_("give one of the two another `topic:` in its front matter")
            faults.append(Fault(file=part.file, line=part.front_line("topic"), what=what, mend=mend))
            continue
        held = files.setdefault(part.language, _File(part))
        others = [file for language, file in files.items() if EVERY in (part.language, language) and file is not held]
        _put_in(part, held, others, faults)
    return sorted(files.values(), key=_rank)


def _put_in(part: FilePart, held: _File, others: Sequence[_File], faults: list[Fault]) -> None:
    """The cards of one more file. Those that it covers are gone, in every language that it speaks for."""
    goes_into = _goes_into(part)
    for card in part.cards:
        key = card.key
        covered = [file.cards[key] for file in (held, *others) if key in file.cards] if goes_into else []
        if any(placed.put_in for placed in covered):
            what = F_(
                "{file}:{line} already puts the card `{key}` into the topic",
                file=covered[0].file,
                line=covered[0].card.face.line,
                key=key,
            )
            faults.append(Fault(file=part.file, line=card.face.line, what=what, mend=F_("keep one of the two")))
            continue
        for file in others if covered else ():
            file.cards.pop(key, None)
        held.order[key] = None
        held.cards[key] = _Placed(card, part.file, goes_into, covered[0].place if covered else None)


def _goes_into(part: FilePart) -> bool:
    return part.front.into is not None


def _files_of_its_own(files: Sequence[_File]) -> Sequence[_File]:
    """Those that do not only put cards in; all of them where there is no other."""
    return [file for file in files if not _goes_into(file.part)] or files


def _rank(file: _File) -> tuple[bool, int]:
    """Files of the topic itself before those that only put cards into it, then by language."""
    return _goes_into(file.part), _FIRST_LANGUAGES.index(file.part.language)


def _cards(key: str, position: int, files: Sequence[_File], faults: list[Fault]) -> list[Card]:
    having = [(file.part, file.cards[key]) for file in files if key in file.cards]
    (first_file, first), *others = having
    sound = [(first_file, first)]
    for file, other in others:
        what = difference(first.card.face, other.card.face)
        if what is None:
            sound.append((file, other))
        else:
            mend = F_("make it agree with {file}:{line}", file=first.file, line=first.card.face.line)
            faults.append(
                Fault(
                    file=other.file,
                    line=other.card.face.line,
                    what=F_("card `{key}`: {what}", key=key, what=what),
                    mend=mend,
                )
            )
    if what := incomplete(first.card.face):
        mend = F_("write it in the first file of the topic")
        faults.append(Fault(file=first.file, line=first.card.face.line, what=what, mend=mend))
    if len(having) < len(files):
        faults += _lacking(key, files, [file for file, _ in having], first)
    topic = files[0].part
    whole = Card(
        id=f"{first.card.of or topic.topic}/{first.card.id}",
        topic=topic.topic,
        deck=topic.deck,
        position=position,
        tags=tuple(dict.fromkeys([*topic.front.tags, *(tag for _, placed in sound for tag in placed.card.tags)])),
        faces={file.language: placed.card.face for file, placed in sound},
        places={file.language: placed.place for file, placed in sound},
    )
    return [whole, _backwards(whole)] if first.card.face.kind == "reverse" else [whole]


def _backwards(card: Card) -> Card:
    faces = {language: _turned(face) for language, face in card.faces.items() if isinstance(face, ReverseFace)}
    return card.model_copy(update={"id": card.id + BACKWARDS, "faces": faces})


def _turned(face: ReverseFace) -> ReverseFace:
    """Asked is the answer proper; the whole prompt is the answer; the explanation serves both."""
    turned = {"prompt": face.answer, "title": first_line(face.answer), "answer": face.prompt}
    return face.model_copy(update=turned)


def _lacking(key: str, files: Sequence[_File], having: Sequence[FilePart], first: _Placed) -> Iterator[Fault]:
    """A note for each language of the topic that lacks the card; a file without a language serves them all.

    A file that puts cards in holds some of them only, and who writes it may not be who writes the topic.
    """
    if first.put_in or any(part.language == EVERY for part in having):
        return
    for file in _files_of_its_own(files):
        if key not in file.cards:
            what = F_("card `{key}` is missing in {file}", key=key, file=file.part.file)
            mend = F_("write it there under the same {{#{id}}}", id=first.card.id)
            yield Fault(file=first.file, line=first.card.face.line, what=what, mend=mend, note=True)


def _disagreements(first: FilePart, other: FilePart) -> Iterator[Fault]:
    for key in ("covers", "tags", "see", "sources"):
        theirs = getattr(other.front, key)
        if theirs and theirs != getattr(first.front, key):
            what = F_("`{key}` is not what {file} says", key=key, file=first.file)
            mend = F_("let it stand in the first file only")
            yield Fault(file=other.file, line=other.front_line(key), what=what, mend=mend)
    if _goes_into(other):
        return
    if other.deck != first.deck:
        what = F_("the topic `{topic}` lies in two folders", topic=first.topic)
        yield Fault(
            file=other.file,
            line=other.front_line("topic"),
            what=what,
            mend=F_("move it beside {file}", file=first.file),
        )


def _uncovered(first: FilePart, known: Iterable[str]) -> Iterator[Fault]:
    cards = set(known)
    for key, id_ in first.front.covers.items():
        if id_ not in cards:
            what = F_("`covers`: {key} names the card `{id}`, which is not here", key=key, id=id_)
            line = first.front_line("covers", key)
            yield Fault(file=first.file, line=line, what=what, mend=F_("name one of this file's cards"))
