"""The files of one topic, each in its language, brought together into one topic."""

from collections.abc import Iterable, Iterator, Sequence

from quizapp.cards.faces import CheckFace, ChoiceFace, ExerciseFace, Face, OrderFace, PointsFace, ReverseFace
from quizapp.cards.faults import Fault, in_order
from quizapp.cards.models import BACKWARDS, Card, Place, Topic
from quizapp.cards.parts import CardPart, FilePart, ids
from quizapp.language import EVERY

_FIRST_LANGUAGES = ("en", EVERY, "zh")


def topic_of(parts: Iterable[FilePart]) -> tuple[Topic, tuple[Fault, ...]]:
    """One topic from its files, and the faults that show only when they lie side by side.

    Of two files in one language the first given holds; the first language (English, where there is any) says what is computed,
    and how the cards are ordered.
    """
    faults: list[Fault] = []
    files = _one_a_language(parts, faults)
    first = files[0]
    for other in files[1:]:
        faults += _disagreements(first, other)
    cards = tuple(card for position, id_ in enumerate(_ids(files)) for card in _cards(id_, position, files, faults))
    faults += _uncovered(files, cards)
    topic = Topic(
        id=first.topic,
        deck=first.deck,
        titles={file.language: file.title for file in files},
        notes={file.language: file.notes for file in files},
        tags=tuple(first.front.tags),
        see=tuple(first.front.see),
        sources=tuple(first.front.sources),
        covers=first.front.covers,
        cards=cards,
    )
    return topic, in_order(faults)


def _one_a_language(parts: Iterable[FilePart], faults: list[Fault]) -> list[FilePart]:
    files: dict[str, FilePart] = {}
    for part in parts:
        if part.language in files:
            what = f"{files[part.language].file} already holds the topic `{part.topic}`"
            mend = "give one of the two another `topic:` in its front matter"
            faults.append(Fault(file=part.file, line=1, what=what, mend=mend))
        else:
            files[part.language] = part
    return sorted(files.values(), key=lambda part: _FIRST_LANGUAGES.index(part.language))


def _ids(files: Sequence[FilePart]) -> dict[str, None]:
    return {card.id: None for file in files for card in file.cards}


def _cards(id_: str, position: int, files: Sequence[FilePart], faults: list[Fault]) -> Iterator[Card]:
    having = [(file, card) for file in files if (card := ids(file.cards).get(id_))]
    (first_file, first), *others = having
    sound = [(first_file, first)]
    for file, card in others:
        what = _difference(first.face, card.face)
        if what is None:
            sound.append((file, card))
        else:
            mend = f"make it agree with {first_file.file}:{first.face.line}"
            faults.append(Fault(file=file.file, line=card.face.line, what=f"card `{id_}`: {what}", mend=mend))
    faults += _lacking(id_, files, first_file, first)
    whole = Card(
        id=f"{files[0].topic}/{id_}",
        topic=files[0].topic,
        deck=files[0].deck,
        position=position,
        tags=tuple(files[0].front.tags),
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
    heading, _, body = face.prompt.partition("\n\n")
    answer = "\n\n".join(piece for piece in (f"**{face.title}**", body) if piece)
    prompt = face.answer
    title = " ".join(prompt.split())
    return face.model_copy(update={"prompt": prompt, "title": title, "answer": answer})


def _difference(first: Face, other: Face) -> str | None:
    """What keeps `other` from being the same card as `first` in another language."""
    if first.kind != other.kind:
        return f"it is a {other.kind} card here and a {first.kind} card there"
    if isinstance(first, ChoiceFace) and isinstance(other, ChoiceFace):
        same = [option.right for option in first.options] == [option.right for option in other.options]
        return None if same else "other options are right, or there are more or fewer"
    if isinstance(first, OrderFace) and isinstance(other, OrderFace):
        return None if len(first.items) == len(other.items) else "there are more or fewer items"
    if isinstance(first, PointsFace) and isinstance(other, PointsFace):
        return None if len(first.points) == len(other.points) else "there are more or fewer points"
    if isinstance(first, CheckFace) and isinstance(other, CheckFace):
        computed = other.check.model_dump(exclude={"mistakes", "hint", "unit"}, exclude_defaults=True)
        return f"`{next(iter(computed))}` is computed, and stands once, in the first file" if computed else None
    if isinstance(first, ExerciseFace) and isinstance(other, ExerciseFace):
        return "`tests` stand once, in the first file" if other.exercise.tests else None
    return None


def _lacking(id_: str, files: Sequence[FilePart], having: FilePart, card: CardPart) -> Iterator[Fault]:
    for file in files:
        if id_ not in ids(file.cards):
            what = f"card `{id_}` is missing in {file.file}"
            mend = f"write it there under the same {{#{id_}}}"
            yield Fault(file=having.file, line=card.face.line, what=what, mend=mend, note=True)


def _disagreements(first: FilePart, other: FilePart) -> Iterator[Fault]:
    for key in ("covers", "tags", "see", "sources"):
        theirs = getattr(other.front, key)
        if theirs and theirs != getattr(first.front, key):
            what = f"`{key}` is not what {first.file} says"
            yield Fault(file=other.file, line=1, what=what, mend="let it stand in the first file only")
    if other.deck != first.deck:
        what = f"the topic `{first.topic}` lies in two folders"
        yield Fault(file=other.file, line=1, what=what, mend=f"move it beside {first.file}")


def _uncovered(files: Sequence[FilePart], cards: Sequence[Card]) -> Iterator[Fault]:
    known = {card.id.partition("/")[2] for card in cards}
    for key, id_ in files[0].front.covers.items():
        if id_ not in known:
            what = f"`covers`: {key} names the card `{id_}`, which is not here"
            yield Fault(file=files[0].file, line=1, what=what, mend="name one of this file's cards")
