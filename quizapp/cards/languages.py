"""The files of one topic, each in its language, brought together into one topic."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from quizapp.cards.differences import difference, incomplete
from quizapp.cards.faces import ReverseFace
from quizapp.cards.faults import Fault, in_order
from quizapp.cards.models import BACKWARDS, Card, Place, Topic
from quizapp.cards.parts import CardPart, FilePart, ids
from quizapp.cards.plain import first_line
from quizapp.language import EVERY

_FIRST_LANGUAGES = ("en", EVERY, "zh")


def topic_of(parts: Iterable[FilePart]) -> tuple[Topic, tuple[Fault, ...]]:
    """One topic from its files, and the faults that show only when they lie side by side.

    Of two files in one language the first given holds; the first language (English, where there is any) says what is
    computed, and how the cards are ordered.
    """
    faults: list[Fault] = []
    files = _one_a_language(parts, faults)
    first = files[0]
    for other in files[1:]:
        faults += _disagreements(first.part, other.part)
    order = {id_: None for file in files for id_ in file.cards}
    cards = tuple(card for position, id_ in enumerate(order) for card in _cards(id_, position, files, faults))
    faults += _uncovered(first.part, order)
    topic = Topic(
        id=first.part.topic,
        deck=first.part.deck,
        titles={file.part.language: file.part.title for file in files},
        notes={file.part.language: file.part.notes for file in files},
        tags=tuple(first.part.front.tags),
        see=tuple(first.part.front.see),
        sources=tuple(first.part.front.sources),
        covers=first.part.front.covers,
        cards=cards,
    )
    return topic, in_order(faults)


@dataclass(frozen=True)
class _File:
    part: FilePart

    @cached_property
    def cards(self) -> Mapping[str, CardPart]:
        return ids(self.part.cards)


def _one_a_language(parts: Iterable[FilePart], faults: list[Fault]) -> list[_File]:
    files: dict[str, FilePart] = {}
    for part in parts:
        if part.language in files:
            what = f"{files[part.language].file} already holds the topic `{part.topic}`"
            mend = "give one of the two another `topic:` in its front matter"
            faults.append(Fault(file=part.file, line=part.front_line("topic"), what=what, mend=mend))
        else:
            files[part.language] = part
    return sorted(map(_File, files.values()), key=lambda file: _FIRST_LANGUAGES.index(file.part.language))


def _cards(id_: str, position: int, files: Sequence[_File], faults: list[Fault]) -> Iterator[Card]:
    having = [(file.part, file.cards[id_]) for file in files if id_ in file.cards]
    (first_file, first), *others = having
    sound = [(first_file, first)]
    for file, card in others:
        what = difference(first.face, card.face)
        if what is None:
            sound.append((file, card))
        else:
            mend = f"make it agree with {first_file.file}:{first.face.line}"
            faults.append(Fault(file=file.file, line=card.face.line, what=f"card `{id_}`: {what}", mend=mend))
    if what := incomplete(first.face):
        mend = "write it in the first file of the topic"
        faults.append(Fault(file=first_file.file, line=first.face.line, what=what, mend=mend))
    faults += _lacking(id_, files, [file for file, _ in having], first)
    topic = files[0].part
    whole = Card(
        id=f"{topic.topic}/{id_}",
        topic=topic.topic,
        deck=topic.deck,
        position=position,
        tags=tuple(topic.front.tags),
        faces={file.language: part.face for file, part in sound},
        places={file.language: Place(file=file.file, line=part.face.line) for file, part in sound},
    )
    yield whole
    if whole.kind == "reverse":
        yield _backwards(whole)


def _backwards(card: Card) -> Card:
    faces = {language: _turned(face) for language, face in card.faces.items() if isinstance(face, ReverseFace)}
    return card.model_copy(update={"id": card.id + BACKWARDS, "faces": faces})


def _turned(face: ReverseFace) -> ReverseFace:
    """Asked is the answer proper; the whole prompt is the answer; the explanation serves both."""
    turned = {"prompt": face.answer, "title": first_line(face.answer), "answer": face.prompt}
    return face.model_copy(update=turned)


def _lacking(id_: str, files: Sequence[_File], having: Sequence[FilePart], card: CardPart) -> Iterator[Fault]:
    """A note for each language that lacks the card; a file without a language serves them all."""
    if any(part.language == EVERY for part in having):
        return
    for file in files:
        if id_ not in file.cards:
            what = f"card `{id_}` is missing in {file.part.file}"
            mend = f"write it there under the same {{#{id_}}}"
            yield Fault(file=having[0].file, line=card.face.line, what=what, mend=mend, note=True)


def _disagreements(first: FilePart, other: FilePart) -> Iterator[Fault]:
    for key in ("covers", "tags", "see", "sources"):
        theirs = getattr(other.front, key)
        if theirs and theirs != getattr(first.front, key):
            what = f"`{key}` is not what {first.file} says"
            mend = "let it stand in the first file only"
            yield Fault(file=other.file, line=other.front_line(key), what=what, mend=mend)
    if other.deck != first.deck:
        what = f"the topic `{first.topic}` lies in two folders"
        yield Fault(file=other.file, line=other.front_line("topic"), what=what, mend=f"move it beside {first.file}")


def _uncovered(first: FilePart, known: Iterable[str]) -> Iterator[Fault]:
    cards = set(known)
    for key, id_ in first.front.covers.items():
        if id_ not in cards:
            what = f"`covers`: {key} names the card `{id_}`, which is not here"
            line = first.front_line("covers", key)
            yield Fault(file=first.file, line=line, what=what, mend="name one of this file's cards")
