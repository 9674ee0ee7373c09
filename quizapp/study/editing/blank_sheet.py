"""The sheet that an editor opens with: it explains itself, and says where the cards go."""

from collections.abc import Iterable, Mapping

from quizapp.cards.faults import Fault
from quizapp.i18n import _, said_both
from quizapp.study.editing.sheet import REMARK, Piece
from quizapp.visible import one_line

_FIELDS = ("deck", "topic", "tags", "language")


def blank_sheet(fields: Mapping[str, str], card: str = "") -> str:
    """A sheet without a card, or with the one begun."""
    explained = _(
        "Write a card below: its question behind ##, its answer under it. Save and leave the editor to add it;\n"
        "leave it as it is to add nothing. Several cards may follow one another. Lines with %% above the first\n"
        "card are for you alone.\n"
        "\n"
        "  ## Pooling keeps the ==largest== value.      a cloze: what is between == is hidden\n"
        "  ## Which is even?                            a choice: - [x] before what is right, - [ ] before the rest\n"
        "  ## Why pool? {.points}                       points of a full answer, in a list\n"
        "  ## Put in order. {.order}                    a numbered list in its right order\n"
        "  ## What is 7 × 8? {.typed}                   the answer is typed; a | b accepts either\n"
        "  ## Chat (French) {.reverse}                  asked in both directions\n"
        "\n"
        "deck, topic and tags may be empty; language: en, zh or every."
    )
    lines = [_remark(line) for line in explained.split("\n")]
    return "\n".join([*lines, *_fields(fields), "", card or "## \n\n"])


def sheet_again(fields: Mapping[str, str], pieces: Iterable[Piece], faults: Iterable[Fault]) -> str:
    """A sheet with the cards that could not be added, and above them why."""
    told = [_remark(one_line(said_both(fault.what, fault.mend))) for fault in faults if not fault.note]
    return "\n".join([*told, *_fields(fields), "", *(piece.text for piece in pieces)])


def sheet_kept(fields: Mapping[str, str], pieces: Iterable[Piece]) -> str:
    """Cards that could not be added, as they were given, below what was said of all: with it they can be added."""
    said = [line for line in _fields(fields) if not line.endswith(":")]
    return "\n".join([*said, *([""] if said else []), *(piece.text for piece in pieces)])


def _fields(fields: Mapping[str, str]) -> list[str]:
    return [f"{name}: {one_line(fields.get(name, ''))}".rstrip() for name in _FIELDS]


def _remark(line: str) -> str:
    return f"{REMARK} {line}".rstrip()
