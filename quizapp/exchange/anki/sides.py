"""What a card of Anki's shows in front and behind, as HTML: its template with the note's fields in it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from quizapp.exchange.anki.cloze import with_gaps, without_gaps
from quizapp.exchange.anki.collection import Template
from quizapp.exchange.anki.filters import filtered
from quizapp.exchange.anki.templates import Field, Part, parsed, parted
from quizapp.i18n import _
from quizapp.visible import one_line

_KEPT_ELSEWHERE = frozenset({"FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag"})
"""Names that are no fields: what they say is the front, or is kept beside the card."""

_LONGEST = 4_000_000


class TooLong(Exception):
    """A side is longer than any card."""


@dataclass(slots=True)
class Sides:
    """A card's two sides, the field to type, if any, and what was left out.

    The back is what the front does not show already. A cloze's front marks its gaps.
    """

    front: str = ""
    back: str = ""
    typed: str | None = None
    told: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Card:
    """What the sides are made of: the fields by name, which are filled, the cloze's number (0 if it is none)."""

    fields: Mapping[str, str]
    filled: Collection[str]
    number: int = 0
    hinted: list[str] = field(default_factory=list)
    sides: Sides = field(default_factory=Sides)


def sides_of(template: Template, card: Card) -> Sides:
    """Both sides. Raises TooLong where they are longer than some million characters."""
    front = parsed(template.front).under(card.filled)
    card.sides.front = _html(front, card, in_front=True)
    shown = {
        part.name
        for part in front
        if isinstance(part, Field) and "hint" not in part.filters and "type" not in part.filters
    }
    card.sides.back = _back(parsed(template.back).under(card.filled), shown, card)
    return card.sides


def _back(parts: list[Part], shown: Collection[str], card: Card) -> str:
    """The back, cut at `<hr id=answer>` if it has one; what stands above it counts if the front lacks it."""
    above, below = parted(parts) or (parts, [])
    ruled = parted(parts) is not None
    new = _new(above, shown, card)
    pieces = [_html(above, card, shown if new or card.number else ())] if new or not ruled else []
    pieces.append(_html(below, card, _clozes(below, shown) if card.number else ()))
    there = {part.name for part in (*above, *below) if isinstance(part, Field)}
    pieces += [card.fields.get(name, "") for name in card.hinted if name not in there]
    return "".join(f"<div>{piece}</div>" for piece in pieces if piece.strip())


def _new(parts: list[Part], shown: Collection[str], card: Card) -> bool:
    """True if the parts show a filled field that the front does not."""
    return any(
        isinstance(part, Field) and part.name in card.filled and part.name not in shown and "type" not in part.filters
        for part in parts
    )


def _clozes(parts: list[Part], shown: Collection[str]) -> set[str]:
    return {part.name for part in parts if isinstance(part, Field) and "cloze" in part.filters and part.name in shown}


def _html(parts: list[Part], card: Card, left_out: Collection[str] = (), in_front: bool = False) -> str:
    pieces, length = [], 0
    for part in parts:
        piece = part if isinstance(part, str) else _value(part, card, in_front, left_out)
        length += len(piece)
        if length > _LONGEST:
            raise TooLong
        pieces.append(piece)
    return "".join(pieces)


def _value(part: Field, card: Card, in_front: bool, left_out: Collection[str]) -> str:
    if part.name in _KEPT_ELSEWHERE and part.name not in card.fields:
        return ""
    if "type" in part.filters:
        card.sides.typed = part.name if in_front else card.sides.typed
        return ""
    if any(name.startswith("tts") for name in part.filters):
        card.sides.told.append(_("{field} is read aloud in Anki: left out").format(field=one_line(part.name)))
        return ""
    if part.name in left_out:
        return ""
    if "hint" in part.filters and in_front:
        card.hinted.append(part.name)
        return ""
    html = card.fields.get(part.name, "")
    for name in part.filters:
        if name in ("cloze", "cloze-only"):
            html = with_gaps(html, card.number) if in_front and card.number else without_gaps(html)
        else:
            html = filtered(name, html)
    return html
