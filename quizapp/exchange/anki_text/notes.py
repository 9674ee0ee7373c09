"""A note of Anki's, given by the name of its type and its fields in HTML, as cards of ours."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quizapp.cards.draft import Draft
from quizapp.cards.faces import Kind
from quizapp.exchange.anki.cloze import cloze_card, is_image_occlusion, numbers_of, told_twice, with_gaps
from quizapp.exchange.anki.typed import images_in, typed_block
from quizapp.exchange.anki_text.names import Shape, shape_of
from quizapp.exchange.html.conversion import markdown_of
from quizapp.exchange.notes import Found, Loss, Told
from quizapp.exchange.texts.fields import Fields, found_of, together
from quizapp.exchange.texts.rich import from_html, left_out
from quizapp.exchange.texts.words import first_words
from quizapp.i18n import _

_MOST_WRITTEN = 4_000_000
"""Characters that the cards of one cloze note may have in all: each of them is the whole note again."""


@dataclass(frozen=True, slots=True)
class AnkiNote:
    """A note. `notetype` is the name of its type, `key` its guid; both may be empty."""

    place: str
    notetype: str
    fields: tuple[str, ...]
    tags: tuple[str, ...] = ()
    key: str = ""
    deck: tuple[str, ...] = ()


def found_in(note: AnkiNote) -> Found:
    """The cards of a note, and what of it is lost."""
    cloze = next((index for index, field in enumerate(note.fields) if numbers_of(field)), None)
    if cloze is not None and is_image_occlusion(note.fields[cloze]):
        return _lost(note, _("gaps in a picture cannot be brought along"))
    if cloze is not None:
        return _clozes(note, cloze)
    if shape_of(note.notetype) == Shape.CLOZE:
        return _lost(note, _("“{card}” is a cloze without gaps").format(card=_words(note)))
    return _card(note)


def _lost(note: AnkiNote, what: str) -> Found:
    return Found(told=(Told(note.place, what, Loss.NOTE),))


def _words(note: AnkiNote) -> str:
    return first_words(" ".join(note.fields))


def _card(note: AnkiNote) -> Found:
    shape = shape_of(note.notetype)
    fields, told = from_html(
        [field for index, field in enumerate(note.fields) if index != 2 or shape != Shape.OPTIONAL], note.place
    )
    prompt, *below = fields or [""]
    below = [text for text in below if text.strip()]
    kind: Kind = "basic"
    if shape == Shape.REVERSE or (shape == Shape.OPTIONAL and "".join(note.fields[2:3]).strip()):
        kind = "reverse"
    if shape == Shape.TYPED and below:
        kind, below, lost = _typed(note, kind, below)
        told = (*told, *lost)
    return together([Found(told=told), found_of(_fields(note, kind, prompt, below))])


def _typed(note: AnkiNote, kind: Kind, below: list[str]) -> tuple[Kind, list[str], tuple[Told, ...]]:
    """What stands below the prompt of a note whose answer is typed; its pictures, which cannot be, come after it."""
    answer = next(field for field in note.fields[1:] if markdown_of(field).markdown.strip())
    typed, pictures = typed_block(answer).markdown, markdown_of(images_in(answer)).markdown
    if not typed:
        return kind, below, (Told(note.place, _("nothing in the answer can be typed"), Loss.PART),)
    return "typed", [typed, *filter(None, [pictures]), *below[1:]], ()


def _clozes(note: AnkiNote, index: int) -> Found:
    """One card for each number, as in Anki. Fields beside the one with the gaps are shown below."""
    text, others = note.fields[index], (field for other, field in enumerate(note.fields) if other != index)
    numbers = numbers_of(text)
    if len(numbers) * len(text) > _MOST_WRITTEN:
        return _lost(note, _("“{card}” is too long for so many gaps").format(card=_words(note)))
    below, told = from_html(others, note.place)
    below = [text for text in below if text.strip()]
    cards = {number: _gapped(note, text, number, below) for number in numbers}
    return together([Found(told=told), *_once(note, cards)])


def _once(note: AnkiNote, cards: Mapping[int, Found]) -> Iterator[Found]:
    """The cards by their numbers, of those that ask the same the first."""
    asked: set[Draft] = set()
    for number, found in cards.items():
        drafts = {card.draft for card in found.notes}
        yield Found(told=(Told(note.place, told_twice(number)),)) if drafts & asked else found
        asked |= drafts


def _gapped(note: AnkiNote, text: str, number: int, below: list[str]) -> Found:
    draft, rewritten = cloze_card(with_gaps(text, number))
    told = Found(told=left_out(rewritten, note.place))
    if draft is None:
        return together([told, _lost(note, _("the gap {number} holds nothing").format(number=number))])
    below = [draft.answer, *below] if draft.answer else below
    suffix = f"-c{number}" if number > 1 and note.key else ""
    return together([told, found_of(_fields(note, draft.kind, draft.prompt, below, suffix))])


def _fields(note: AnkiNote, kind: Kind, prompt: str, below: list[str], suffix: str = "") -> Fields:
    answer, *more = below or [""]
    key = f"{note.key}{suffix}"
    return Fields(note.place, kind, prompt, answer, tuple(more), tags=note.tags, key=key, deck=note.deck)
