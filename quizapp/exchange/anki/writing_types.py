"""The note types of ours that a package brings along: their fields, their templates, their look.

Their ids never change: a later package adds to the same types. From Anki's manual, "Card templates", and the JSON that
its old format keeps.
"""

from dataclasses import dataclass
from typing import Any

from quizapp.exchange.anki.writing_look import LOOK

_FIRST_ID = 1_700_000_000_000
_CLOZE = 1

_PROMPT, _ANSWER = '<div class="prompt">{{Prompt}}</div>', '<div class="answer">{{Answer}}</div>'
_MORE = '{{#Explanation}}\n<div class="explanation">{{Explanation}}</div>\n{{/Explanation}}'
_LINE = "{{FrontSide}}\n\n<hr id=answer>\n\n"

_FIELDS = ("Prompt", "Answer", "Explanation", "Id")


@dataclass(frozen=True)
class Kind:
    """A note type: its number, name and fields, and of each card that it makes the name, front and back."""

    number: int
    name: str
    fields: tuple[str, ...]
    cards: tuple[tuple[str, str, str], ...]

    @property
    def id(self) -> int:
        """What Anki knows the type by."""
        return _FIRST_ID + self.number


TYPES = {
    "basic": Kind(1, "quizapp Basic", _FIELDS, (("Card", _PROMPT, f"{_LINE}{_ANSWER}\n{_MORE}"),)),
    "reverse": Kind(
        2,
        "quizapp Reverse",
        _FIELDS,
        (("Forwards", _PROMPT, f"{_LINE}{_ANSWER}\n{_MORE}"), ("Backwards", _ANSWER, f"{_LINE}{_PROMPT}\n{_MORE}")),
    ),
    "cloze": Kind(
        3,
        "quizapp Cloze",
        ("Prompt", "Explanation", "Id"),
        (
            (
                "Cloze",
                '<div class="prompt">{{cloze:Prompt}}</div>',
                '<div class="prompt">{{cloze:Prompt}}</div>\n\n{{#Explanation}}\n<hr id=answer>\n'
                '<div class="explanation">{{Explanation}}</div>\n{{/Explanation}}',
            ),
        ),
    ),
    "typed": Kind(
        4,
        "quizapp Typed",
        _FIELDS,
        (
            (
                "Card",
                f"{_PROMPT}\n\n{{{{type:Answer}}}}",
                f"{_PROMPT}\n\n<hr id=answer>\n\n{{{{type:Answer}}}}\n{_MORE}",
            ),
        ),
    ),
}
"""By the kind of card."""


def as_json(kind: str, changed: int) -> dict[str, Any]:
    """A type as the old format has it; `changed` is in seconds."""
    type_ = TYPES[kind]
    return {
        "id": type_.id,
        "name": type_.name,
        "type": _CLOZE if kind == "cloze" else 0,
        "mod": changed,
        "usn": -1,
        "sortf": 0,
        "did": None,
        "tmpls": [_template(number, *card) for number, card in enumerate(type_.cards)],
        "flds": [_field(number, name) for number, name in enumerate(type_.fields)],
        "css": LOOK,
        "latexPre": "\\documentclass[12pt]{article}\n\\usepackage{amssymb,amsmath}\n\\begin{document}\n",
        "latexPost": "\\end{document}",
        "latexsvg": False,
        "req": [[number, "any", [0 if "Prompt" in front else 1]] for number, (_name, front, _back) in _numbered(type_)],
        "tags": [],
        "vers": [],
    }


def _numbered(type_: Kind) -> list[tuple[int, tuple[str, str, str]]]:
    return list(enumerate(type_.cards))


def _template(number: int, name: str, front: str, back: str) -> dict[str, Any]:
    empty = {"bqfmt": "", "bafmt": "", "did": None, "bfont": "", "bsize": 0}
    return {"name": name, "ord": number, "qfmt": front, "afmt": back, **empty}


def _field(number: int, name: str) -> dict[str, Any]:
    return {"name": name, "ord": number, "sticky": False, "rtl": False, "font": "Arial", "size": 20, "media": []}
