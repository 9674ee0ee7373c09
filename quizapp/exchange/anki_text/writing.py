"""Cards as a text file for Anki to import: “Notes in Plain Text”, fields in HTML.

Anki brings a note type along for basic, reverse, cloze and typed cards; what is of another kind is told, and left out.
The types are found by their names, and these are in the language that Anki had when its profile was made.
"""

import re
from collections.abc import Iterable
from html import escape

from quizapp.cards.faces import TypedFace
from quizapp.cards.parse import parse_file
from quizapp.cards.writing import section_of
from quizapp.exchange.anki.html import html_of
from quizapp.exchange.anki.writing_siblings import Together, together
from quizapp.exchange.notes import Loss, Note, Told
from quizapp.exchange.outgoing.written import Written
from quizapp.i18n import _
from quizapp.language import Language

_HEAD = "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:7\n"
_TYPES: dict[Language, dict[str, str]] = {
    "en": {
        "basic": "Basic",
        "reverse": "Basic (and reversed card)",
        "typed": "Basic (type in the answer)",
        "cloze": "Cloze",
    },
    "zh": {
        "basic": "问答题",
        "reverse": "问答题（附翻转卡片）",
        "typed": "问答题（输入答案）",
        "cloze": "填空题",
    },
}
_NO_DECK = "quizapp"
_QUOTED = re.compile(r'\A#|[\t\n"]')


def anki_text_of(notes: Iterable[Note], language: Language = "en") -> Written:
    """The file's text, and what it does not hold. A note's `key`, or else its card's id, becomes its guid in Anki.

    Notes are in the order of their decks, a deck before those in it: Anki would rename one that it has made already as
    the parent of another. Without a deck they go into `quizapp`. Media are named, not brought: they belong into Anki's
    media folder.
    """
    told: list[Told] = []
    ordered = sorted(notes, key=lambda note: note.deck)
    rows = [(one, row) for one in together(ordered) if (row := _row(one, _TYPES[language], told))]
    text = "".join(f"{row}\n" for _one, row in rows)
    return Written(_HEAD + text, tuple(told), tuple(card for one, _row in rows for _number, card in one.cards))


def _row(one: Together, types: dict[str, str], told: list[Told]) -> str:
    note, draft = one.note, one.note.draft
    if draft.kind not in types:
        what = _("Anki brings no note type along for {kind} cards").format(kind=draft.kind)
        told.append(Told(note.place, what, Loss.NOTE))
        return ""
    below = _typed(note, told) if draft.kind == "typed" else (html_of(draft.answer), "")
    front = html_of(draft.prompt, one.gaps)
    fields = (
        note.key or draft.id,
        types[draft.kind],
        "::".join(note.deck) or _NO_DECK,
        front,
        *below,
        " ".join(draft.tags),
    )
    return "\t".join(map(_field, fields))


def _typed(note: Note, told: list[Told]) -> tuple[str, str]:
    """What is typed, and the explanation, for which Anki's note type has no field."""
    (card,) = parse_file(section_of(note.draft).encode(), "card.md", "").cards
    assert isinstance(card.face, TypedFace)
    first, *others = card.face.accepted
    if others:
        what = _("Anki takes one answer only; left out: {answers}").format(answers=" | ".join(others))
        told.append(Told(note.place, what, Loss.PART))
    if card.face.explanation:
        what = _("Anki has no field for the explanation of a typed answer, and passes over its column")
        told.append(Told(note.place, what, Loss.PART))
    return escape(first, quote=False), html_of(card.face.explanation)


def _field(text: str) -> str:
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if _QUOTED.search(text) else text
