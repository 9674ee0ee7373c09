"""The cards of one note as Drafts: which kind each is, and what is lost on the way.

The kind follows from the templates, never from a note type's name: people rename those, in every language.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from quizapp.cards.draft import Draft
from quizapp.exchange.anki.cloze import cloze_card, is_image_occlusion, told_twice
from quizapp.exchange.anki.collection import AnkiNote, Card, NoteType
from quizapp.exchange.anki.sides import Card as Fields
from quizapp.exchange.anki.sides import Sides, TooLong, sides_of
from quizapp.exchange.anki.templates import is_filled
from quizapp.exchange.anki.typed import images_in, typed_block
from quizapp.exchange.html.conversion import Rewritten, markdown_of
from quizapp.exchange.html.marks import GAP
from quizapp.exchange.html.prompt import prompt_html
from quizapp.exchange.notes import Loss
from quizapp.i18n import _
from quizapp.markdown import outline_of

Tell = Callable[[str, Loss], None]
"""Takes what is to be told of the note."""


@dataclass(frozen=True, slots=True)
class Made:
    """A card of ours: its draft, the images it shows, Anki's card behind it, and the one of its reverse side.

    `front` is its prompt as an answer would say it, in which headings are headings.
    """

    draft: Draft
    front: str
    media: tuple[str, ...]
    card: Card
    reverse: Card | None = None
    suffix: str = ""


def cards_of(note: AnkiNote, type_: NoteType, cards: Sequence[Card], tell: Tell) -> list[Made]:
    """The cards of a note, in order. Cards that cannot be ours are told."""
    fields = dict(zip(type_.fields, (*note.fields, *[""] * len(type_.fields)), strict=False))
    if type_.is_occlusion or (type_.is_cloze and any(map(is_image_occlusion, note.fields))):
        tell(_("parts of an image are hidden, which cards here cannot do"), Loss.NOTE)
        return []
    made = [each for card in cards if (each := _made(card, fields, type_, tell)) is not None]
    return _once(made, tell) if type_.is_cloze else _paired(made)


def _made(card: Card, fields: dict[str, str], type_: NoteType, tell: Tell) -> Made | None:
    template = type_.templates.get(0 if type_.is_cloze else card.number)
    name = f"c{card.number + 1}" if type_.is_cloze else str(card.number + 1)
    if template is None:
        tell(_("card {name} has no template").format(name=name), Loss.NOTE)
        return None
    filled = {key for key, value in fields.items() if is_filled(value)}
    number = card.number + 1 if type_.is_cloze else 0
    if number:
        filled.add(f"c{number}")
    try:
        sides = sides_of(template, Fields(fields, filled, number))
    except TooLong:
        tell(_("card {name} is too long").format(name=name), Loss.NOTE)
        return None
    draft, written = _cloze(sides) if number else _plain(sides, fields)
    for what in dict.fromkeys((*sides.told, *written.told)):
        tell(what, Loss.PART)
    if draft is None:
        tell(_lacking(sides, number).format(name=name), Loss.NOTE)
        return None
    suffix = "" if card.number == 0 else f"-c{number}" if number else f"-{card.number}"
    is_plain = number or prompt_html(sides.front) == sides.front
    front = draft.prompt if is_plain else markdown_of(sides.front).markdown
    return Made(draft, front, written.media, card, suffix=suffix)


def _cloze(sides: Sides) -> tuple[Draft | None, Rewritten]:
    draft, written = cloze_card(prompt_html(sides.front), sides.back)
    if draft and sides.typed is not None:
        told = (*written.told, _("it is typed in Anki, and recalled here"))
        written = Rewritten(written.markdown, written.media, told)
    return draft, written


def _plain(sides: Sides, fields: dict[str, str]) -> tuple[Draft | None, Rewritten]:
    field = fields.get(sides.typed or "", "")
    prompt, typed = markdown_of(prompt_html(sides.front)), typed_block(field) if field else Rewritten("")
    back = markdown_of(sides.back + images_in(field))
    answer = "\n\n".join(filter(None, (typed.markdown, back.markdown)))
    media = tuple(dict.fromkeys((*prompt.media, *back.media)))
    written = Rewritten(answer, media, (*prompt.told, *typed.told, *back.told))
    if not prompt.markdown or not answer:
        return None, written
    return Draft(kind="typed" if typed.markdown else "basic", prompt=prompt.markdown, answer=answer), written


def _lacking(sides: Sides, number: int) -> str:
    if number and f"<{GAP}>" not in sides.front:
        return _("card {name}: no gap of the text has this number")
    if not markdown_of(sides.front).markdown:
        return _("card {name}: the front is empty")
    return _("card {name}: the back shows nothing but the front again")


def _once(made: Sequence[Made], tell: Tell) -> list[Made]:
    """The cards of a cloze, of those that ask the same the first."""
    first: dict[Draft, Made] = {}
    for each in made:
        if first.setdefault(each.draft, each) is not each:
            tell(told_twice(each.card.number + 1), Loss.PART)
    return list(first.values())


def _paired(made: Sequence[Made]) -> list[Made]:
    """The cards, each two that ask the same both ways as one."""
    paired: list[Made] = []
    for each in made:
        mirrored = next((index for index, other in enumerate(paired) if _mirror(other, each)), None)
        if mirrored is None:
            paired.append(each)
        else:
            first = paired[mirrored]
            draft = first.draft.model_copy(update={"kind": "reverse"})
            paired[mirrored] = replace(first, draft=draft, reverse=each.card)
    return paired


def _mirror(one: Made, other: Made) -> bool:
    """True if two cards ask the same both ways; what stands below both answers explains them."""
    asked, answer = one.front, other.front
    more = one.draft.answer.removeprefix(answer)
    return (
        one.draft.kind == other.draft.kind == "basic"
        and one.draft.answer == answer + more
        and (not more or more.startswith("\n\n"))
        and other.draft.answer == asked + more
        and _blocks(answer) == 1
    )


def _blocks(markdown: str) -> int:
    return sum(token.level == 0 and token.nesting >= 0 for token in outline_of(markdown))
